import { limits } from '#lib/ingest/reading/limits.ts';
import { clear, type Marks, type Record } from './record.ts';

const [lf, cr, space, apostrophe] = [10, 13, 32, 39];

/**
 * Finds the rows of which nothing has to be noted, as most rows of most files: their fields are blank, or begin and
 * end with a letter of ASCII, with or without quotes around them. It is the hot loop of all reading. Any other row is
 * `RecordReader`'s.
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
		const ends = this.#ends;
		const to = bytes.length;
		let fields = 1;
		let [lastFilled, longest, longestField, quoted] = [0, 0, 0, 0];
		let at = from;
		let end: number;
		for (;;) {
			const first = bytes[at] as number;
			if (first === delimiter || first === lf || first === cr) end = at;
			else if (first === quote) {
				end = this.#endOfQuoted(bytes, at);
				if (end === 0) return false;
				quoted++;
				if (end > at + 2) lastFilled = fields;
			} else if (isLetter(first)) {
				end = at + 1;
				while (end < to && ends[bytes[end] as number] === 0) end++;
				if (!isLast(bytes[end - 1] as number)) return false;
				lastFilled = fields;
			} else return false;
			if (end - at > longest) {
				longest = end - at;
				longestField = fields;
			}
			if (end >= to) return false;
			if (bytes[end] !== delimiter) break;
			fields++;
			at = end + 1;
		}
		const record = this.#record;
		clear(record);
		record.fields = fields;
		record.lastFilled = lastFilled;
		record.longest = longest;
		record.longestField = longestField;
		record.quoted = quoted;
		return this.#endAt(bytes, end);
	}

	/** Where a field in quotes ends that holds no quote; 0 for others. */
	#endOfQuoted(bytes: Uint8Array, open: number): number {
		const { quote, delimiter, escape } = this.#marks;
		if (escape >= 0) return 0;
		const to = bytes.length;
		let close = open + 1;
		while (close < to && bytes[close] !== quote) close++;
		const end = close + 1;
		if (end >= to || close - open > limits.cellBytes) return 0;
		const byte = bytes[end];
		if (byte !== delimiter && byte !== lf && byte !== cr) return 0;
		const isBlank = close === open + 1;
		const isPlain = isLetter(bytes[open + 1] as number) && isLast(bytes[close - 1] as number);
		return isBlank || isPlain ? end : 0;
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

/** Neither a space nor the mark of `spreadsheetCell`. (Of what is left out, the signs before it are in few texts.) */
function isLetter(first: number): boolean {
	return first > apostrophe && first < 0x80;
}

function isLast(byte: number): boolean {
	return byte > space && byte < 0x80;
}
