import { csvField, spreadsheetCell } from '#lib/vocabulary/spreadsheet-cell.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { ColumnType, SqlValue, Table, Warehouse } from '#lib/warehouse/warehouse.ts';

/** Rows that are taken out of the warehouse at once. */
const pageRows = 5_000;

export interface CsvOptions {
	/** For a spreadsheet: text that it would run as a formula is marked. Else the file is exact. */
	readonly spreadsheet?: boolean;
	/** Headings in place of the names of the columns. */
	readonly headings?: readonly string[];
	readonly signal?: AbortSignal;
}

/**
 * The rows of a table of the warehouse as CSV text, a page at a time: RFC 4180, comma, LF, header first; NULL
 * is an empty field. Numbers are written so that reading gives the same number.
 * @param table its name; a view will not do
 */
export async function* csvPages(
	warehouse: Warehouse,
	table: string,
	{ spreadsheet = false, headings, signal }: CsvOptions = {}
): AsyncGenerator<string> {
	const options = signal ? { signal } : {};
	const field = (text: string): string => csvField(spreadsheet ? spreadsheetCell(text) : text);
	const name = quoteIdentifier(table);
	const last = await warehouse.query(`SELECT max(rowid) AS last FROM ${name}`, [], options);
	const end = Number(last.column('last')[0] ?? -1);
	for (let from = 0; from === 0 || from <= end; from += pageRows) {
		// Rows that were deleted leave gaps, so that a page may hold fewer.
		const within = `rowid >= ${from} AND rowid < ${from + pageRows}`;
		const sql = `SELECT * FROM ${name} WHERE ${within} ORDER BY rowid`;
		const page = await warehouse.query(sql, [], options);
		const names = headings ?? page.columns.map((column) => column.name);
		if (from === 0) yield `${names.map(field).join(',')}\n`;
		if (page.rows > 0) yield rowsText(page, field);
	}
}

function rowsText(page: Table, field: (text: string) => string): string {
	const columns = page.columns.map(({ name, type }) => ({ cells: page.column(name), type }));
	const lines: string[] = [];
	for (let row = 0; row < page.rows; row += 1) {
		const cells = columns.map(({ cells, type }) => cellText(cells[row] ?? null, type, field));
		// A row that is one empty field would be an empty line, and be left out by readers.
		lines.push(cells.length === 1 && cells[0] === '' ? '""' : cells.join(','));
	}
	return `${lines.join('\n')}\n`;
}

function cellText(value: SqlValue, type: ColumnType, field: (text: string) => string): string {
	if (value === null) return '';
	return type === 'text' ? field(String(value)) : String(value);
}
