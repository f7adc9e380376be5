/** Something found in a file; the person can change it. */
export interface Guess<Value> {
	readonly value: Value;
	/** In words, for the person. */
	readonly reason: string;
	/** From 0 to 1. */
	readonly confidence: number;
	/** Other values that could be meant, the likeliest first. */
	readonly others?: readonly { readonly value: Value; readonly confidence: number }[];
}

/** Names of the Encoding Standard, save `iso-8859-1`, which is true Latin-1: its bytes are its code points. */
export type Encoding =
	'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'macintosh';

/** How a file is to be read. Plain JSON; part of the recipe. */
export interface Reading {
	readonly format: 'text' | 'xlsx' | 'sav';
	/** Packed by gzip as a whole. */
	readonly gzip: boolean;
	/** Of text files; workbooks and SPSS files are told as `utf-8`. */
	readonly encoding: Encoding;
	/** The text begins with a byte order mark. */
	readonly bom: boolean;
	/** One character between the fields; '' where the file has one column, or is no text. */
	readonly delimiter: string;
	readonly quote: '"' | "'" | '';
	/** What makes a quote within quotes a letter: the quote again where absent, or a backslash. */
	readonly escape?: '\\';
	/** Lines that begin with it are left out; '' none. */
	readonly comment: string;
	/** Name of the sheet of a workbook. */
	readonly sheet?: string;
	/**
	 * The LAST row of the header. Rows count from 1 as a spreadsheet shows them: title rows, comments and blank
	 * lines count, a line break within quotes does not.
	 */
	readonly headerRow: number;
	/** 1, or how many rows down to `headerRow` are joined into a name: "Skills / Welding". */
	readonly headerRows: number;
	/**
	 * First row of data where it is not the one below the header: a row of units, or of question texts, stands
	 * between and labels the columns.
	 */
	readonly firstRow?: number;
	/** Last row of data; below are totals and footnotes. Absent: to the end. */
	readonly lastRow?: number;
	readonly decimal: '.' | ',';
	/** Mark between thousands; a space stands for every kind of space. */
	readonly thousands: '' | ',' | '.' | ' ' | "'";
}

/** Why each part of a Reading is as it is. */
export type ReadingGuesses = {
	readonly [Key in keyof Reading]?: Guess<NonNullable<Reading[Key]>>;
};

/** What a look at a file found. */
export interface Examined {
	readonly reading: Reading;
	readonly guesses: ReadingGuesses;
}
