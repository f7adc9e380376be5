import type { RawColumn, RejectedRow, ShortRow } from './raw-table.ts';
import type { Dialect } from './text/cells.ts';
import type { Piece } from './text/piece.ts';

/** What reading a file gives, one after the other: its columns, pieces of its rows, and what is left to say. */
export type Part = ColumnsPart | PiecePart | EndPart;

export interface ColumnsPart {
	readonly kind: 'columns';
	readonly columns: readonly RawColumn[];
}

export interface PiecePart {
	readonly kind: 'piece';
	readonly piece: Piece;
	/** How the fields of the piece are told apart. */
	readonly dialect: Dialect;
	/** Share of the file that has been read, and rows so far. */
	readonly share: number;
	readonly rows: number;
}

export interface EndPart {
	readonly kind: 'end';
	/** The columns again, where more is known of them now. */
	readonly columns?: readonly RawColumn[];
	readonly rows: number;
	readonly rejected: readonly RejectedRow[];
	readonly rejectedRows: number;
	readonly short?: ShortRow;
	readonly notes: readonly string[];
	readonly above: readonly string[];
	readonly below: readonly string[];
	readonly sha256: string;
}

export interface PartOptions {
	readonly reader?: 'papaparse' | 'duckdb' | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly limit?: number | undefined;
	/** Memory is not scarce: pieces hold the bytes of the file, where they else point into it. */
	readonly inMemory?: boolean | undefined;
}
