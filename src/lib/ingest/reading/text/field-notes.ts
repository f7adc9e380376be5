import { tidyCell } from './cells.ts';
import type { Record } from './record.ts';

const [tab, cr, space, apostrophe] = [9, 13, 32, 39];
/** What may follow the mark of `spreadsheetCell`: = + - @, a tab, a carriage return, a further mark. */
const formulaSigns = new Set<number | undefined>([61, 43, 45, 64, tab, cr, apostrophe]);

/** Notes about the fields of a row: which hold something, and which readers of CSV would not leave as they should be. */
export class FieldNotes {
	bytes = new Uint8Array();
	readonly #record: Record;
	readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

	constructor(record: Record) {
		this.#record = record;
	}

	/** @param from where the field begins, `start` behind the spaces there */
	look(from: number, start: number, end: number): void {
		const record = this.#record;
		const { bytes } = this;
		if (start > from) this.#lookAtSpaces(from, start);
		if (start >= end) return;
		const [first, last] = [bytes[start] as number, bytes[end - 1] as number];
		if (first > space && first < 0x80) record.lastFilled = record.fields;
		else if (tidyCell(this.decode(start, end)) !== '') record.lastFilled = record.fields;
		if (first === space) record.isLoose = true;
		if (last === space) {
			let to = end;
			while (to > start && bytes[to - 1] === space) to--;
			this.#lookAtSpaces(Math.max(start, to - 1), end);
		}
		// Spaces beyond ASCII begin with these bytes; a letter that does too costs time and nothing else.
		if (first === 0xc2 || (first >= 0xe1 && first <= 0xe3) || last >= 0x80) record.isPadded = true;
		if (first < space || last < space) record.isLoose = true;
		if (first === apostrophe && formulaSigns.has(bytes[start + 1])) record.isLoose = true;
	}

	decode(from: number, to: number): string {
		return this.#decoder.decode(this.bytes.subarray(from, to));
	}

	/** DuckDB's trim() takes spaces off, and no tabs or line breaks. */
	#lookAtSpaces(from: number, to: number): void {
		this.#record.isPadded = true;
		for (let i = from; i < to; i++) {
			if ((this.bytes[i] as number) < space) this.#record.isLoose = true;
		}
	}
}
