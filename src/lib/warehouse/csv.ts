import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { quoteIdentifier, quoteText } from './identifier.ts';
import type { CsvColumn, CsvLoaded, Table } from './warehouse.ts';

type Query = (sql: string) => Promise<Table>;

/**
 * Makes `table` from a CSV file that the engine can open under the name `file`.
 * Warehouse.loadCsv says what is read.
 */
export async function createFromCsv(
	query: Query,
	file: string,
	{ table, columns }: { table: string; columns: readonly CsvColumn[] }
): Promise<CsvLoaded> {
	await checkHeader(query, file, columns);
	const source = readTyped(file, columns, true);
	await query(`CREATE OR REPLACE TABLE ${quoteIdentifier(table)} AS SELECT * FROM ${source}`);
	const counted = await query(`SELECT count(*) AS n FROM ${quoteIdentifier(table)}`);
	const described = await query(`SELECT * FROM ${quoteIdentifier(table)} LIMIT 0`);
	return {
		rows: Number(counted.column('n')[0]),
		columns: described.columns.map(({ name }) => name)
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
