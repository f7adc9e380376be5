import type { FileContent } from '#lib/warehouse/warehouse.ts';
import { cellsOf, writeRow, type Dialect } from './cells.ts';
import { textOf, type Place } from './scan.ts';

/** Rows that stand one below the other in the file: the first of them in the piece, from 0, and its row there. */
export interface Run {
	readonly first: number;
	readonly row: number;
}

/** Rows of data as text in UTF-8, no header, ready to be read by any reader of CSV. */
export interface Piece {
	readonly content: FileContent;
	readonly rows: number;
	readonly runs: readonly Run[];
	/** Some fields begin or end with spaces. */
	readonly isPadded: boolean;
}

/** Parts of a Blob that may point into the file; more are copied, since many small ones cost time. */
const mostSlices = 64;

/**
 * Puts rows of data together. Rows that readers of CSV agree on stay where they are in the file: the piece is made
 * of stretches of it. The others are written anew.
 */
export class PieceMaker {
	readonly #text: Blob | undefined;
	readonly #dialect: Dialect;
	#parts: (Blob | Uint8Array<ArrayBuffer> | string)[] = [];
	#runs: Run[] = [];
	#rows = 0;
	#isPadded = false;
	/** The stretch that grows: where it begins and ends in the file. */
	#from = 0;
	#to = 0;

	/** @param text the whole of it, where pieces are to point into it; absent where they are to hold its bytes */
	constructor(text: Blob | undefined, dialect: Dialect) {
		this.#text = text;
		this.#dialect = dialect;
	}

	add(place: Place): void {
		const { record, row, start, base } = place;
		const last = this.#runs.at(-1);
		if (!last || row - this.#rows !== last.row - last.first) {
			this.#runs.push({ first: this.#rows, row });
		}
		this.#rows++;
		if (record.isPadded) this.#isPadded = true;
		if (record.isLoose || record.endsWithCr) {
			this.#close(place);
			const cells = cellsOf(textOf(place), this.#dialect);
			this.#parts.push(`${writeRow(cells, this.#dialect)}\n`);
			return;
		}
		if (this.#to !== base + start || this.#from === this.#to) {
			this.#close(place);
			this.#from = base + start;
		}
		this.#to = base + record.next;
	}

	/** What has come together since the last call. @param place the stretch that the rows stand in */
	take(place: Place): Piece {
		this.#close(place);
		const piece = {
			content: asOne(this.#parts),
			rows: this.#rows,
			runs: this.#runs,
			isPadded: this.#isPadded
		};
		this.#parts = [];
		this.#runs = [];
		this.#rows = 0;
		this.#isPadded = false;
		return piece;
	}

	#close({ bytes, base }: Place): void {
		if (this.#from < this.#to) {
			const text = this.#parts.length < mostSlices ? this.#text : undefined;
			this.#parts.push(
				text?.slice(this.#from, this.#to) ?? bytes.subarray(this.#from - base, this.#to - base)
			);
		}
		this.#from = this.#to = 0;
	}
}

/** A piece of a single stretch is that stretch: no byte of it is copied. */
function asOne(parts: readonly (Blob | Uint8Array<ArrayBuffer> | string)[]): FileContent {
	const [only, ...others] = parts;
	return only && others.length === 0 && typeof only !== 'string' ? only : new Blob([...parts]);
}
