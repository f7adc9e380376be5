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
			if ((bytes[to - 1] as number) >= 0x80) record.isLoose = true;
		}
		if (first < space || last < space) record.isLoose = true;
		if (first >= 0x80 && mayBeSpace(bytes, start)) record.isLoose = true;
		if (last >= 0x80 && (mayBeSpace(bytes, end - 2) || mayBeSpace(bytes, end - 3))) {
			record.isLoose = true;
		}
		if (first === apostrophe && formulaSigns.has(bytes[start + 1])) record.isLoose = true;
	}

	decode(from: number, to: number): string {
		return this.#decoder.decode(this.bytes.subarray(from, to));
	}

	/** DuckDB's trim() takes spaces off, and neither tabs nor line breaks. */
	#lookAtSpaces(from: number, to: number): void {
		this.#record.isPadded = true;
		for (let i = from; i < to; i++) {
			if ((this.bytes[i] as number) < space) this.#record.isLoose = true;
		}
	}
}

/** Spaces beyond ASCII and byte order marks begin so in UTF-8, and some other letters. */
export function mayBeSpace(bytes: Uint8Array, at: number): boolean {
	const next = bytes[at + 1];
	switch (bytes[at]) {
		case 0xc2:
			return next === 0xa0;
		case 0xe1:
			return next === 0x9a;
		case 0xe2:
			return next === 0x80 || next === 0x81;
		case 0xe3:
			return next === 0x80;
		default:
			return bytes[at] === 0xef && next === 0xbb;
	}
}
