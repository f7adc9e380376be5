import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import { QueryError } from '#lib/warehouse/query-error.ts';
import type { CsvLoaded, Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkCsv, findRaggedRow, guessDelimiter, readHeader } from './check-csv.ts';
import { findBadLine, scanCsv } from './scan-csv.ts';

/** A CSV file that stands in the warehouse: every column text, a value that is missing NULL. */
export interface FileTable {
	/** Name of the file, as people know it. */
	readonly file: string;
	/** Name of the table that holds it. */
	readonly table: string;
	/** Names in the warehouse, where `nh` and `Nh` would be one: the second is `Nh_1`. */
	readonly columns: readonly string[];
	/** The same in the words of the file's header. */
	readonly headings: readonly string[];
	readonly rows: number;
	/** Column that numbers the rows from 0. */
	readonly rowNumber: string;
	/** SHA-256 of the bytes in hexadecimal; absent where the browser offers none, as on plain HTTP. */
	readonly sha256?: string;
}

/**
 * Loads a CSV file whose columns are not known. Spaces around values do not count, and an empty value is
 * missing; nothing else is changed: `07` stays `07`.
 * @throws ProblemError with the one sentence for the person: empty, not text, no header, unreadable
 */
export async function openCsv(
	warehouse: Warehouse,
	{ file, table }: { readonly file: string; readonly table: string },
	bytes: Uint8Array
): Promise<FileTable> {
	const found = checkCsv(file, bytes);
	if (found) throw new ProblemError(found);
	const { rows, columns, dialect } = await load(warehouse, { file, table }, bytes);
	if (rows === 0) throw new ProblemError(problem('no-rows', { file }));
	const rowNumber = freeName('rowid', columns);
	const isNumbered = rowNumber === 'rowid';
	if (!isNumbered || (await hasLooseValues(warehouse, table, columns))) {
		await warehouse.query(tidySql(table, columns, isNumbered ? undefined : rowNumber));
	}
	const header = readHeader(bytes, dialect.delimiter);
	const headings = header.length === columns.length ? header : columns;
	const sha256 = await hash(bytes);
	return { file, table, columns, headings, rows, rowNumber, ...(sha256 ? { sha256 } : {}) };
}

async function hash(bytes: Uint8Array): Promise<string | undefined> {
	if (!('subtle' in crypto)) return undefined;
	const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The name of a table for a file: letters, digits and _ of its own name, so that SQL needs no quotes. */
export function tableNameOf(file: string): string {
	const stem = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
	const name = stem.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
	return /^[a-z]/i.test(name) ? name : `file_${name}`.replace(/_$/, '');
}

async function load(
	warehouse: Warehouse,
	{ file, table }: { readonly file: string; readonly table: string },
	bytes: Uint8Array
): Promise<CsvLoaded> {
	const ragged = findRaggedRow(bytes);
	const unreadable = (why: string, cause?: unknown): ProblemError =>
		new ProblemError(problem('unreadable', { file, why }), cause);
	let loaded: CsvLoaded;
	try {
		loaded = await warehouse.loadCsv(table, bytes, 'all-text');
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		throw unreadable(ragged?.why ?? (await whyUnreadable(bytes, error.message)), error);
	}
	// To make rows equal DuckDB leaves out lines at the top, or takes each line for one value.
	if (ragged && loaded.columns.length !== ragged.header) throw unreadable(ragged.why);
	const { records, blank } = await scanCsv(bytes, loaded.dialect);
	if (loaded.rows >= records && loaded.rows <= records + blank) return loaded;
	throw unreadable(`it holds ${records} rows, of which DuckDB found ${loaded.rows}.`);
}

/** The line that stands in the way, looked for in the whole file; else what DuckDB says. */
async function whyUnreadable(bytes: Uint8Array, message: string): Promise<string> {
	const line = findBadLine(bytes);
	if (line !== undefined) return `line ${line} is not in UTF-8. Save the file as UTF-8.`;
	const dialect = { delimiter: guessDelimiter(bytes), quote: '"', escape: '"' };
	const { ragged } = await scanCsv(bytes, dialect);
	if (!ragged) return firstSentence(message);
	const { fields, header } = ragged;
	return `line ${ragged.line} has ${fields} ${fields === 1 ? 'field' : 'fields'}, the header ${header}.`;
}

/** DuckDB's advice on reading files runs over many lines; the first says what is wrong. Its copy has no name. */
function firstSentence(message: string): string {
	const sentence = message.split('\n', 1).join().trim();
	return sentence.replace(/"?[^\s"]*(warehouse|csv)-[0-9a-f-]{36}\.csv"?/g, 'the file');
}

/** DuckDB numbers rows as `rowid`, unless the file has a column of that name. */
function freeName(name: string, columns: readonly string[]): string {
	const taken = new Set(columns.map((column) => column.toLowerCase()));
	let free = name;
	for (let suffix = 2; taken.has(free); suffix++) free = `${name}_${suffix}`;
	return free;
}

async function hasLooseValues(
	warehouse: Warehouse,
	table: string,
	columns: readonly string[]
): Promise<boolean> {
	const tests = columns.map((name) => {
		const column = quoteIdentifier(name);
		return `coalesce(bool_or(${column} <> trim(${column}) OR ${column} = ''), false)`;
	});
	const sql = `SELECT ${tests.join('\n\tOR ')} AS loose FROM ${quoteIdentifier(table)}`;
	const found = await warehouse.query(sql);
	return found.column('loose')[0] === true;
}

function tidySql(table: string, columns: readonly string[], rowNumber?: string): string {
	const tidy = columns.map((name) => {
		const column = quoteIdentifier(name);
		return `nullif(trim(${column}), '') AS ${column}`;
	});
	if (rowNumber) tidy.push(`row_number() OVER () - 1 AS ${quoteIdentifier(rowNumber)}`);
	const name = quoteIdentifier(table);
	return `CREATE OR REPLACE TABLE ${name} AS SELECT ${tidy.join(', ')} FROM ${name}`;
}
