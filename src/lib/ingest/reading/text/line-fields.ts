import { cellsOf, type Dialect } from './cells.ts';
import type { Marks } from './record.ts';
import { endOfLine } from './steps.ts';

/** Looks at single lines of a text, to tell rows from lines within a field. */
export class LineFields {
	readonly #marks: Marks;
	readonly #dialect: Dialect;
	readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

	constructor(marks: Marks) {
		const sign = (byte: number) => (byte < 0 ? '' : String.fromCharCode(byte));
		this.#marks = marks;
		this.#dialect = {
			delimiter: sign(marks.delimiter),
			quote: sign(marks.quote),
			escape: sign(marks.escape) || undefined
		};
	}

	/** The fields of a line whose quotes are letters, and the last of them that holds something. */
	count(bytes: Uint8Array, from: number, to: number) {
		const text = this.#decoder.decode(bytes.subarray(from, to));
		const cells = cellsOf(text, this.#dialect, true);
		return { fields: cells.length, lastFilled: cells.findLastIndex((cell) => cell !== '') + 1 };
	}

	/** Whether the line at `from` may be a row of so many fields; true where there is none, or `fields` is 0. */
	mayFollow(bytes: Uint8Array, from: number, fields: number): boolean {
		const line = bytes.subarray(from, endOfLine(bytes, from));
		if (fields === 0 || line.length === 0) return true;
		const { quote } = this.#marks;
		const quotes = line.reduce((sum, byte) => (byte === quote ? sum + 1 : sum), 0);
		// A line with an odd number of quotes opens a field that a later line may close.
		if (quotes % 2 === 1) return true;
		return cellsOf(this.#decoder.decode(line), this.#dialect).length === fields;
	}
}
