/** How the fields of a text in UTF-8 are told apart: each mark one byte, -1 for none. */
export interface Marks {
	readonly delimiter: number;
	readonly quote: number;
	readonly escape: number;
	/** A line that begins with these bytes is a comment; empty for none. */
	readonly comment: Uint8Array;
}

/** One row of a text as `readRecord` finds it. The same object is filled for each row: copy what is kept. */
export interface Record {
	/** Place of the row's end, its line break left out, and of the next row. */
	end: number;
	next: number;
	fields: number;
	/** The last field that holds more than spaces, from 1; 0 in a blank row. */
	lastFilled: number;
	/** Bytes of the longest field, and which field that is, from 1. */
	longest: number;
	longestField: number;
	/** Fields in quotes. */
	quoted: number;
	isComment: boolean;
	/** It has a quote that is opened and not closed, or a byte zero; the row ends at its first line break. */
	isUnreadable: boolean;
	/** Readers of CSV would not agree on it: it has to be written anew. */
	isLoose: boolean;
	/** Some field begins or ends with a space. */
	isPadded: boolean;
	/** It ends with a carriage return alone. */
	endsWithCr: boolean;
}

export function emptyRecord(): Record {
	return {
		...{ end: 0, next: 0, fields: 0, lastFilled: 0, longest: 0, longestField: 0, quoted: 0 },
		...{ isComment: false, isUnreadable: false, isLoose: false, isPadded: false, endsWithCr: false }
	};
}

export function clear(record: Record): void {
	record.fields = 1;
	record.lastFilled = 0;
	record.longest = 0;
	record.longestField = 0;
	record.quoted = 0;
	record.isComment = false;
	record.isUnreadable = false;
	record.isLoose = false;
	record.isPadded = false;
	record.endsWithCr = false;
}

export function marksOf(dialect: {
	readonly delimiter: string;
	readonly quote: string;
	readonly escape?: string | undefined;
	readonly comment: string;
}): Marks {
	const byte = (mark: string | undefined) => (mark ? mark.charCodeAt(0) : -1);
	return {
		delimiter: byte(dialect.delimiter),
		quote: byte(dialect.quote),
		escape: byte(dialect.escape),
		comment: new TextEncoder().encode(dialect.comment)
	};
}
