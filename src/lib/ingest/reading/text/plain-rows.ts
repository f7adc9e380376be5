import { limits } from '#lib/ingest/reading/limits.ts';
import { mayBeSpace } from './field-notes.ts';
import { clear, type Marks, type Record } from './record.ts';

const [lf, cr, space, apostrophe] = [10, 13, 32, 39];

/**
 * Finds the rows that all readers of CSV agree on, as most rows of most files: their fields are blank, or begin and
 * end with a letter, with quotes or spaces around them or nothing. It is the hot loop of all reading. Any other row
 * is `RecordReader`'s.
 */
export class PlainRows {
	readonly #record: Record;
	readonly #marks: Marks;
	/** 1 for bytes that end a field without quotes. */
	readonly #ends = new Uint8Array(256);

	/** @param record is filled as `RecordReader` fills it */
	constructor(marks: Marks, record: Record) {
		this.#marks = marks;
		this.#record = record;
		for (const byte of [marks.delimiter, lf, cr]) if (byte >= 0) this.#ends[byte] = 1;
	}

	/** Reads the row that begins at `from`; false when it is not plain, or not all of it is there. */
	read(bytes: Uint8Array, from: number): boolean {
		const { delimiter, quote, comment } = this.#marks;
		if (bytes[from] === comment[0]) return false;
		const record = this.#record;
		clear(record);
		const ends = this.#ends;
		const to = bytes.length;
		let fields = 1;
		let [lastFilled, longest, longestField] = [0, 0, 0];
		let at = from;
		let end: number;
		for (;;) {
			let start = at;
			if (bytes[at] === space && delimiter !== space) {
				while (bytes[start] === space) start++;
				record.isPadded = true;
			}
			const first = bytes[start] as number;
			if (first === delimiter || first === lf || first === cr) end = start;
			else if (first === quote) {
				end = start > at ? 0 : endOfQuoted(bytes, at, this.#marks);
				if (end === 0) return false;
				record.quoted++;
				if (end > at + 2) lastFilled = fields;
			} else {
				if ((first <= apostrophe || first >= 0x80) && !begins(bytes, start)) return false;
				end = start + 1;
				while (end < to && ends[bytes[end] as number] === 0) end++;
				const last = bytes[end - 1] as number;
				if ((last <= space || last >= 0x80) && !this.#finishes(bytes, end)) return false;
				lastFilled = fields;
			}
			if (end - at > longest) {
				longest = end - at;
				longestField = fields;
			}
			if (end >= to) return false;
			if (bytes[end] !== delimiter) break;
			fields++;
			at = end + 1;
		}
		record.fields = fields;
		record.lastFilled = lastFilled;
		record.longest = longest;
		record.longestField = longestField;
		return this.#endAt(bytes, end);
	}

	/** Whether a field without quotes ends so that spaces around it are all there is to be noted. */
	#finishes(bytes: Uint8Array, end: number): boolean {
		let last = end;
		while (bytes[last - 1] === space) last--;
		if (last === end) return finishes(bytes, end);
		this.#record.isPadded = true;
		return (bytes[last - 1] as number) < 0x80 && finishes(bytes, last);
	}

	#endAt(bytes: Uint8Array, end: number): boolean {
		const record = this.#record;
		record.end = end;
		record.next = end + 1;
		if (bytes[end] === lf) return true;
		if (end + 1 >= bytes.length) return false;
		record.endsWithCr = bytes[end + 1] !== lf;
		if (!record.endsWithCr) record.next++;
		return true;
	}
}

/** Where a field in quotes ends of which nothing has to be noted; 0 for others. */
function endOfQuoted(bytes: Uint8Array, open: number, marks: Marks): number {
	const { quote, delimiter, escape } = marks;
	if (escape >= 0) return 0;
	const to = bytes.length;
	let close = open + 1;
	for (; close < to; close++) {
		if (bytes[close] !== quote) continue;
		// Two of them are one that belongs to the text.
		if (bytes[close + 1] !== quote) break;
		close++;
	}
	const end = close + 1;
	if (end >= to || close - open > limits.cellBytes) return 0;
	const byte = bytes[end];
	if (byte !== delimiter && byte !== lf && byte !== cr) return 0;
	const isBlank = close === open + 1;
	return isBlank || (begins(bytes, open + 1) && finishes(bytes, close)) ? end : 0;
}

/** Whether what begins here is neither a space nor the mark of `spreadsheetCell`, nor a sign that few texts begin with. */
function begins(bytes: Uint8Array, at: number): boolean {
	const first = bytes[at] as number;
	return first > apostrophe && (first < 0x80 || !mayBeSpace(bytes, at));
}

/** Whether what ends before `end` does not end with a space. */
function finishes(bytes: Uint8Array, end: number): boolean {
	const last = bytes[end - 1] as number;
	if (last < 0x80) return last > space;
	return !mayBeSpace(bytes, end - 2) && !mayBeSpace(bytes, end - 3);
}
