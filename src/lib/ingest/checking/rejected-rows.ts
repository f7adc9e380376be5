import { rejectedWords as words } from '#lib/vocabulary/messages/rejected-rows.ts';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import { csvField, spreadsheetCell } from '#lib/vocabulary/spreadsheet-cell.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { csvPages } from './csv-pages.ts';
import { importTables } from './plan.ts';

export interface RejectedOptions {
	/** RawColumn.name of columns that stay out. */
	readonly leftOut: ReadonlySet<string>;
	readonly signal?: AbortSignal;
}

/** The rows in the order in which they go out; dropped again. */
const exported = 'import_rejected_rows';

/**
 * The rows that did not get in, as CSV for a spreadsheet: the row of the file, why, and the cells as they are;
 * then the rows that could not be told into columns, with their text. Columns that were left out stay out, and
 * so does such text where there are any, since it may hold what they hold.
 */
export async function* rejectedCsv(
	warehouse: Warehouse,
	raw: RawTable,
	{ leftOut, signal }: RejectedOptions
): AsyncGenerator<string> {
	const columns = raw.columns.filter(({ name }) => !leftOut.has(name));
	const cells = columns.map(({ id }) => `raw.${id}`);
	const headings = ['row', 'reasons', ...columns.map(({ name }) => name)];
	const options = { spreadsheet: true, headings, ...(signal ? { signal } : {}) };
	await warehouse.query(`CREATE OR REPLACE TABLE ${exported} AS
SELECT raw.row AS row, why.reasons AS reasons${cells.map((cell) => `, ${cell}`).join('')}
FROM ${quoteIdentifier(raw.table)} AS raw
JOIN ${importTables.rejected} USING (row)
LEFT JOIN (${reasonsSql()}) AS why USING (row)
ORDER BY raw.row`);
	try {
		yield* csvPages(warehouse, exported, options);
	} finally {
		await warehouse.query(`DROP TABLE ${exported}`);
	}
	const width = headings.length;
	for (const { row, reason, fields, text } of raw.rejected) {
		const why = reason === 'ragged' ? words.ragged(fields) : words.unreadable;
		const line = [String(row), why, ...(leftOut.size === 0 ? [text] : [])];
		const padded = [...line, ...Array<string>(Math.max(0, width - line.length)).fill('')];
		yield `${padded.map((cell) => csvField(spreadsheetCell(cell))).join(',')}\n`;
	}
	const beyond = raw.rejectedRows - raw.rejected.length;
	if (beyond > 0) yield `,${csvField(words.beyond(beyond))}${','.repeat(width - 2)}\n`;
}

/** Why each row was rejected, in words. */
function reasonsSql(): string {
	const cases = Object.entries(words.reasons).map(
		([rule, reason]) => `WHEN ${quoteText(rule)} THEN ${quoteText(reason)}`
	);
	return `SELECT row, string_agg(concat_ws(': ', "column", CASE rule ${cases.join(' ')} ELSE rule END), '; ' ORDER BY rule, "column") AS reasons
	FROM ${importTables.problems} WHERE severity = 'error' GROUP BY row`;
}
