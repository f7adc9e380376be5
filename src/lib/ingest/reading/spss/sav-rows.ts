import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { trimCell } from '#lib/ingest/reading/text/cells.ts';
import { savNumber } from './sav-values.ts';
import type { SavTable, SavVariable } from './sav-variables.ts';

/** Codes in a range of missing values that are told one by one. */
const mostMissing = 200;

interface Sources {
	readonly isLittle: boolean;
	readonly systemMissing: number;
}

/** Turns cases into rows of text, and notes which values in use are missing ones. */
export class RowMaker {
	readonly #table: SavTable;
	readonly #sources: Sources;
	readonly #decoder: TextDecoder;
	#rows = 0;

	constructor(table: SavTable, sources: Sources) {
		this.#table = table;
		this.#sources = sources;
		this.#decoder = new TextDecoder(table.encoding);
	}

	row(bytes: Uint8Array): GridRow {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const cells = this.#table.variables.map((variable) =>
			variable.isText ? this.#text(bytes, variable) : this.#number(view, variable)
		);
		return { row: ++this.#rows, cells };
	}

	#text(bytes: Uint8Array, { parts }: SavVariable): string {
		const pieces = parts.map(({ element, bytes: length }) =>
			bytes.subarray(8 * element, 8 * element + length)
		);
		const [only] = pieces;
		const all = pieces.length === 1 && only ? only : concat(pieces);
		return trimCell(this.#decoder.decode(all).replaceAll('\0', ''));
	}

	#number(view: DataView, variable: SavVariable): string {
		const value = view.getFloat64(8 * (variable.parts[0]?.element ?? 0), this.#sources.isLittle);
		if (value === this.#sources.systemMissing || !Number.isFinite(value)) return '';
		const text = savNumber(value, variable.format);
		const { missing, missingRange: [low, high] = [Infinity, -Infinity] } = variable;
		if (value >= low && value <= high && missing.size < mostMissing) missing.add(text);
		return text;
	}
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
