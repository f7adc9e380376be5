import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { quoteIdentifier, quoteText } from './identifier.ts';
import type { CsvColumn, CsvDialect, CsvLoaded, SqlValue, Table } from './warehouse.ts';

const rfc4180: CsvDialect = { delimiter: ',', quote: '"', escape: '"', newline: '' };

type Query = (sql: string) => Promise<Table>;

/**
 * Makes `table` from a CSV file that the engine can open under the name `file`.
 * Warehouse.loadCsv says what is read.
 */
export async function createFromCsv(
	query: Query,
	file: string,
	{ table, columns }: { table: string; columns: readonly CsvColumn[] | 'all-text' }
): Promise<CsvLoaded> {
	const dialect = columns === 'all-text' ? await sniff(query, file) : rfc4180;
	if (columns !== 'all-text') await checkHeader(query, file, columns);
	const source = columns === 'all-text' ? readText(file) : readTyped(file, columns, true);
	await query(`CREATE OR REPLACE TABLE ${quoteIdentifier(table)} AS SELECT * FROM ${source}`);
	const counted = await query(`SELECT count(*) AS n FROM ${quoteIdentifier(table)}`);
	const described = await query(`SELECT * FROM ${quoteIdentifier(table)} LIMIT 0`);
	return {
		rows: Number(counted.column('n')[0]),
		columns: described.columns.map(({ name }) => name),
		dialect
	};
}

/** CSV as UTF-8 bytes that belong to the caller's callee: a copy when bytes were given. */
export function csvBytes(csv: Uint8Array | string): Uint8Array<ArrayBuffer> {
	return typeof csv === 'string' ? new TextEncoder().encode(csv) : new Uint8Array(csv);
}

function readTyped(file: string, columns: readonly CsvColumn[], header: boolean): string {
	const types = columns.map(({ name, type }) => `${quoteText(name)}: ${quoteText(type)}`);
	return `read_csv(${quoteText(file)}, auto_detect = false, header = ${header}, delim = ',',
		quote = '"', escape = '"', nullstr = '', parallel = false, columns = {${types.join(', ')}})`;
}

// Left to itself DuckDB takes lines that begin with # for comments, and leaves them out.
const textOptions = "header = true, all_varchar = true, sample_size = -1, comment = ''";

function readText(file: string): string {
	return `read_csv(${quoteText(file)}, ${textOptions}, parallel = false)`;
}

async function sniff(query: Query, file: string): Promise<CsvDialect> {
	const found = await query(
		`SELECT Delimiter, Quote, Escape, NewLineDelimiter FROM sniff_csv(${quoteText(file)}, ${textOptions})`
	);
	const text = (column: string) => sniffed(found.column(column)[0]);
	return {
		delimiter: text('Delimiter'),
		quote: text('Quote'),
		escape: text('Escape'),
		newline: text('NewLineDelimiter')
	};
}

/** sniff_csv says `(empty)` or a NUL character for none. */
function sniffed(value: SqlValue | undefined): string {
	return typeof value === 'string' && value !== '(empty)' && value !== '\0' ? value : '';
}

/** With `columns` given, DuckDB skips the header unread: columns in another order would be mixed up. */
async function checkHeader(query: Query, file: string, columns: readonly CsvColumn[]) {
	const positions = columns.map((_, index) => ({ name: `c${index}`, type: 'VARCHAR' as const }));
	const first = await query(`SELECT * FROM ${readTyped(file, positions, false)} LIMIT 1`);
	columns.forEach(({ name }, index) => {
		const found = first.column(`c${index}`)[0] ?? '';
		if (found === name) return;
		throw new ProblemError(problem('unknown-column', { column: String(found), expected: name }));
	});
}
