import type { Reading } from './reading.ts';

/** A file, and how it is to be read. */
export interface GivenFile {
	readonly blob: Blob;
	/** As people know it. */
	readonly name: string;
	readonly reading: Reading;
}

/** A column as the file has it. */
export interface RawColumn {
	/** Column of the raw table: c0, c1, … never a name from the file. */
	readonly id: string;
	/** As in the file, trimmed; '' when blank. */
	readonly heading: string;
	/** Unique and never blank, for people and for the recipe: `age`, `age (2)`, `column 4`. */
	readonly name: string;
	/** Variable label of SPSS, or what stands in rows between header and data: a unit, a question. */
	readonly label?: string;
	/** Code → label, where the file has them. */
	readonly valueLabels?: Readonly<Record<string, string>>;
	/** Codes that the file itself calls missing. They stay in the table as they are. */
	readonly missing?: readonly string[];
}

/** A row that stands in the file and not in the table. */
export interface RejectedRow {
	/** Row of the file, from 1. */
	readonly row: number;
	/** `ragged`: more fields than the header, and they hold something. `unreadable`: its quotes cannot be read. */
	readonly reason: 'ragged' | 'unreadable';
	/** How many fields it has, up to the last that holds something. */
	readonly fields: number;
	/** Its text, cut to 1,000 characters. */
	readonly text: string;
}

/** A row that has fewer fields than the header. */
export interface ShortRow {
	/** Row of the file, from 1. */
	readonly row: number;
	readonly fields: number;
}

/** A file in the warehouse, every cell text. */
export interface RawTable {
	/**
	 * In the warehouse: `row` INTEGER (row of the file, from 1) and c0 … cN VARCHAR. Blank cells are NULL, spaces
	 * around cells left out, nothing else changed; rows without any value are not in it.
	 */
	readonly table: string;
	readonly columns: readonly RawColumn[];
	/** Rows of the table. */
	readonly rows: number;
	/** At most 1,000 of the rows that were rejected, in their order. */
	readonly rejected: readonly RejectedRow[];
	/** All rows that were rejected. */
	readonly rejectedRows: number;
	/** The first of the rows whose last cells were taken for blank, where there are such. */
	readonly short?: ShortRow;
	/** Sentences about what was met and how it was taken: short rows, empty columns, … */
	readonly notes: readonly string[];
	/** Text of the title rows above the header and of the footnotes below the data, a row each. */
	readonly above: readonly string[];
	readonly below: readonly string[];
	/** SHA-256 of the file's bytes as given, in hexadecimal; '' for a preview. */
	readonly sha256: string;
}

export interface ReadProgress {
	/** Bytes of the file so far, and in all; rises, and ends at the total. */
	readonly bytes: number;
	readonly ofBytes: number;
	/** Rows so far. */
	readonly rows: number;
}

export interface ReadOptions {
	/** Name of the table, else `raw`; one that stands there is replaced once the file has been read whole. */
	readonly table?: string;
	/** By size, where absent: up to `limits.papaBytes` PapaParse. Has no meaning for workbooks and SPSS files. */
	readonly reader?: 'papaparse' | 'duckdb';
	readonly onProgress?: (done: ReadProgress) => void;
	/** Aborting rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Only so many rows of data, for a preview; nothing below them is looked at. */
	readonly limit?: number;
}
