/** What a query returns in one field. Dates are ISO text; a number is never NaN or infinite. */
export type SqlValue = string | number | boolean | null;

/** `date` is `2024-03-31`, `timestamp` is `2024-03-31T09:30:00.000` without a time zone. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'date' | 'timestamp';

export interface Column {
	/** Unique in its table: a second output column `a` is called `a_2`. */
	readonly name: string;
	readonly type: ColumnType;
}

/** The rows of a result, by column. */
export interface Table {
	readonly columns: readonly Column[];
	readonly rows: number;
	/** @throws RangeError when the table has no such column. */
	column(name: string): readonly SqlValue[];
	/**
	 * A numeric column as a typed array, not to be written to.
	 * @throws RangeError when the column is absent or a value is missing or not a finite number.
	 */
	numbers(name: string): Float64Array;
}

export type CsvType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'DATE';

export interface CsvColumn {
	readonly name: string;
	readonly type: CsvType;
}

export interface CsvLoaded {
	readonly rows: number;
	readonly columns: readonly string[];
}

/** What SQL may read as a file. */
export type FileContent = Blob | Uint8Array<ArrayBuffer>;

export interface QueryOptions {
	/** Aborting rejects with the signal's reason and stops the work where DuckDB lets it stop. */
	readonly signal?: AbortSignal;
	/** Milliseconds after which the query is stopped by force and a QueryError thrown. */
	readonly timeout?: number;
}

/**
 * DuckDB, the same in Node and in the browser: in memory, one thread, no extensions.
 * Statements run one after the other. Integers beyond 2^53 lose precision: identifiers are text.
 * Lists, structs, intervals, times and blobs are not returned; cast them to VARCHAR in SQL.
 */
export interface Warehouse {
	/**
	 * Runs one statement, `?` or `$1` bound to the parameters; a number is bound as DOUBLE.
	 * @throws QueryError with the SQL and DuckDB's message.
	 */
	query(sql: string, parameters?: readonly SqlValue[], options?: QueryOptions): Promise<Table>;
	/**
	 * Creates or replaces a table from UTF-8 CSV with a header row. Empty fields are NULL.
	 *
	 * RFC 4180, comma, the header must be exactly the names of the columns in their order. The bytes are copied.
	 * (Files of unknown make are read by ingest/reading.)
	 *
	 * @throws ProblemError `unknown-column` when the header differs, QueryError when a row cannot be read.
	 */
	loadCsv(
		table: string,
		csv: Uint8Array | string,
		columns: readonly CsvColumn[]
	): Promise<CsvLoaded>;
	/**
	 * Lets SQL read bytes as a file for as long as `use` runs, under the name that it is given: `read_csv('…')`. The
	 * bytes are read where they are, a part at a time; those of a File on disk are not held in memory.
	 */
	withFile<T>(content: FileContent, use: (name: string) => Promise<T>): Promise<T>;
	/** From now on no file or address can be read and no setting changed. Cannot be undone. */
	lock(): Promise<void>;
	/** Frees the engine. Later calls fail. */
	close(): Promise<void>;
}
