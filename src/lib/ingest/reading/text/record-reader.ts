import { limits } from '#lib/ingest/reading/limits.ts';
import { FieldNotes } from './field-notes.ts';
import { LineFields } from './line-fields.ts';
import { PlainRows } from './plain-rows.ts';
import { clear, emptyRecord, type Marks, type Record } from './record.ts';
import { beginsField, beginsWith, endOfLine, nextQuote, skipSpaces } from './steps.ts';

const [lf, cr] = [10, 13];

/**
 * Finds the rows of a text, one after the other, in bytes of UTF-8. Quotes are read as spreadsheets do:
 * one opens a field at its start (spaces before it do not count) and closes it where a delimiter or the end of
 * the row follows; any other is a letter. A quote that is never closed, or that is closed only by what opens a
 * later field, spoils its own line alone: the row is marked unreadable and ends at its line break.
 */
export class RecordReader {
	readonly record: Record = emptyRecord();
	/** Fields that rows have, where that is known; 0 where not. */
	fields = 0;
	readonly #marks: Marks;
	readonly #notes = new FieldNotes(this.record);
	readonly #lines: LineFields;
	readonly #plain: PlainRows;
	/** 1 for bytes that end a plain field. */
	readonly #ends = new Uint8Array(256);
	#bytes = new Uint8Array();
	#to = 0;
	#isLast = false;

	constructor(marks: Marks) {
		this.#marks = marks;
		this.#lines = new LineFields(marks);
		this.#plain = new PlainRows(marks, this.record);
		for (const byte of [marks.delimiter, lf, cr]) if (byte >= 0) this.#ends[byte] = 1;
	}

	/** @param isLast no bytes follow these */
	use(bytes: Uint8Array<ArrayBuffer>, isLast: boolean): void {
		this.#bytes = bytes;
		this.#to = bytes.length;
		this.#isLast = isLast;
		this.#notes.bytes = bytes;
	}

	/**
	 * Reads the row that begins at `from` into `record`; false when the bytes end before the row does.
	 * @param isOverlong the row is longer than may be: take it for an open quote, do not ask for more
	 */
	read(from: number, isOverlong = false): boolean {
		return this.#plain.read(this.#bytes, from) || this.readWithCare(from, isOverlong);
	}

	/** As `read`, of any row. */
	readWithCare(from: number, isOverlong = false): boolean {
		const { record } = this;
		clear(record);
		record.isComment = beginsWith(this.#bytes, from, this.#marks.comment);
		if (record.isComment) return this.#endAtLine(from, from);
		const bytes = this.#bytes;
		for (let at = from; ;) {
			const end = this.#endOfField(from, at, isOverlong);
			if (end === undefined) return false;
			if (record.isUnreadable) return true;
			if (end - at > record.longest) {
				record.longest = end - at;
				record.longestField = record.fields;
			}
			if (end >= this.#to || bytes[end] !== this.#marks.delimiter) return this.#endAt(end);
			record.fields++;
			at = end + 1;
		}
	}

	/** Where the field ends that begins at `at`; undefined when more bytes are needed. */
	#endOfField(from: number, at: number, isOverlong: boolean): number | undefined {
		const start = skipSpaces(this.#bytes, at, this.#marks);
		if (start < this.#to && this.#bytes[start] === this.#marks.quote) {
			if (start > at) this.record.isLoose = true;
			return this.#endOfQuoted(from, start, isOverlong);
		}
		let end = start;
		while (end < this.#to && this.#ends[this.#bytes[end] as number] === 0) end++;
		if (end >= this.#to && !this.#isLast) return undefined;
		if (end > at) this.#notes.look(at, start, end);
		return end;
	}

	/**
	 * Takes back a row over several lines that has too few fields, where its first line alone has them all: its quote
	 * was opened and not closed, and the lines below are rows of their own.
	 */
	spoilIfWhole(from: number): void {
		const { record, fields } = this;
		if (endOfLine(this.#bytes, from) >= record.end) return;
		const kept = { ...record };
		const spoiled = this.#spoil(from, from) !== undefined;
		if (spoiled && record.fields !== fields) Object.assign(record, kept);
	}

	/** Where a field in quotes ends, the spaces after them included; undefined when more bytes are needed. */
	#endOfQuoted(from: number, open: number, isOverlong: boolean): number | undefined {
		const { record } = this;
		const bytes = this.#bytes;
		const { quote, delimiter, escape } = this.#marks;
		// Readers of CSV do not agree on what a backslash does.
		if (escape >= 0) record.isLoose = true;
		let seen = open;
		let hasBreak = false;
		for (let at = open + 1; ;) {
			const found = nextQuote(bytes, at, this.#marks);
			if (found < 0) {
				if (!this.#isLast && !isOverlong) return undefined;
				return this.#spoil(from, open) ?? this.#giveUp(isOverlong);
			}
			const next = found + 1;
			if (next >= this.#to && !this.#isLast) return undefined;
			const isPair = escape < 0 && bytes[next] === quote;
			const after = isPair ? next + 1 : skipSpaces(bytes, next, this.#marks);
			if (after >= this.#to && !this.#isLast) return undefined;
			const byte = bytes[after];
			const endsField = after >= this.#to || byte === delimiter || byte === lf || byte === cr;
			const isSuspect = !isPair && !endsField && beginsField(bytes, found, this.#marks);
			const isLong = found - open > limits.cellBytes;
			if (isSuspect || isLong) {
				for (; seen < found && !hasBreak; seen++) {
					hasBreak = bytes[seen] === lf || bytes[seen] === cr;
				}
				const end = hasBreak ? this.#spoil(from, open) : undefined;
				if (end !== undefined) return end;
			}
			if (endsField && !isPair) {
				if (after > next) record.isLoose = true;
				this.#notes.look(open + 1, open + 1, found);
				record.quoted++;
				return after;
			}
			if (!isPair) record.isLoose = true;
			at = isPair ? after : next;
		}
	}

	/**
	 * Marks the row unreadable and ends it at the line break after the quote that spoils it.
	 * @returns undefined where the lines below are no rows of their own: then they belong to the field in quotes
	 */
	#spoil(from: number, open: number): number | undefined {
		const { record } = this;
		const kept = { ...record };
		const ends = this.#endAtLine(from, open);
		if (!ends || !this.#lines.mayFollow(this.#bytes, record.next, this.fields)) {
			Object.assign(record, kept);
			return undefined;
		}
		const { fields, lastFilled } = this.#lines.count(this.#bytes, from, record.end);
		Object.assign(record, { fields, lastFilled, isUnreadable: true });
		return record.end;
	}

	/** A quote is open to the end of all: what follows it is one unreadable row, if it is no longer than a row may be. */
	#giveUp(isOverlong: boolean): number | undefined {
		if (isOverlong) return undefined;
		Object.assign(this.record, { lastFilled: this.record.fields, isUnreadable: true });
		this.#endAt(this.#to);
		return this.#to;
	}

	#endAtLine(from: number, at: number): boolean {
		const i = endOfLine(this.#bytes, at);
		if (i >= this.#to && !this.#isLast) return false;
		this.record.longest = i - from;
		this.record.longestField = 1;
		return this.#endAt(i);
	}

	#endAt(end: number): boolean {
		const bytes = this.#bytes;
		this.record.end = end;
		if (bytes[end] === cr) {
			if (end + 1 >= this.#to && !this.#isLast) return false;
			this.record.endsWithCr = bytes[end + 1] !== lf;
			this.record.next = end + (this.record.endsWithCr ? 1 : 2);
		} else this.record.next = Math.min(end + 1, this.#to);
		return true;
	}
}
