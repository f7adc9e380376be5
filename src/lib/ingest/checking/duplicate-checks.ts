import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Check, Severity } from './check.ts';
import { importTables, type Plan, type PlannedField } from './plan.ts';

/**
 * Rows that come twice: as a whole, or by the key of the table. The first of them stays. The second check leaves
 * out what the first has told, so that they are asked in this order.
 */
export function duplicateChecks(plan: Plan): Check[] {
	return plan.raw.columns.length === 0 ? [] : [wholeRows(plan), ...keys(plan)];
}

/**
 * Where a column tells rows apart, a copy is an error; where none does, two people may have said the same. Copies
 * are found by a hash of the key, which they share, and made sure of cell by cell.
 */
function wholeRows(plan: Plan): Check {
	const { raw, key } = plan;
	const severity: Severity = key.length > 0 ? 'error' : 'warning';
	const cells = raw.columns.map(({ id }) => id);
	const told = keyFields(plan).flatMap(({ source }) => cellsOf(source));
	const table = quoteIdentifier(raw.table);
	return {
		rule: 'duplicate-row',
		severity,
		query: `SELECT row, NULL::VARCHAR AS value FROM ${table}
	WHERE ${isTwiceSql(table, told.length > 0 ? told : cells)}
	QUALIFY row_number() OVER (PARTITION BY ${cells.join(', ')} ORDER BY row) > 1`
	};
}

/** Rows that share these columns with another, or seem to: few, so that they can be looked at one by one. */
function isTwiceSql(table: string, columns: readonly string[]): string {
	const hash = `hash(${columns.join(', ')})`;
	return `${hash} IN (SELECT ${hash} AS h FROM ${table} GROUP BY h HAVING count(*) > 1)`;
}

/** With more copies than this share of the rows, and than so many, a column is no key. */
const mostCopied = 0.2;
const leastCopies = 10;

function keys(plan: Plan): Check[] {
	const { key, table, raw, skills } = plan;
	const told = keyFields(plan);
	if (told.length === 0) return [];
	const columns = told.map(({ name }) => quoteIdentifier(name));
	// The name of a wave is the same in every row; people look for what differs.
	const shown = told.filter(({ name }) => name !== 'wave');
	const value = `concat_ws(', ', ${shown.map(({ name }) => quoteIdentifier(name)).join(', ')})`;
	const isSingle = key.filter((name) => name !== 'wave').length === 1;
	const rows = skills.length > 0 ? `(SELECT DISTINCT ON (import_row) * FROM ${table})` : table;
	return [
		{
			rule: 'duplicate-key',
			// Cells of head counts may be finer than the contract has columns for; they are added up.
			severity: table === 'enrolment' ? 'warning' : 'error',
			most: { rows: Math.max(leastCopies, raw.rows * mostCopied), instead: 'key-not-unique' },
			...(isSingle ? { other: 'number of the row' } : {}),
			column: shown.flatMap(({ source }) => headingsOf(source)).join(', '),
			title: shown.map(({ title }) => title).join(', '),
			query: `SELECT import_row AS row, ${value} AS value FROM ${rows}
	WHERE ${isTwiceSql(rows, columns)}
		AND ${columns.map((column) => `${column} IS NOT NULL`).join(' AND ')}
		AND import_row NOT IN (SELECT row FROM ${importTables.problems} WHERE rule = 'duplicate-row')
	QUALIFY row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY import_row) > 1`
		}
	];
}

/** Fields of the key that come from the file. */
function keyFields({ key, fields }: Plan): PlannedField[] {
	return fields.filter(({ name, source }) => key.includes(name) && cellsOf(source).length > 0);
}

function cellsOf(source: PlannedField['source']): string[] {
	if (source.from === 'cell') return [source.column.id];
	return source.from === 'joined' ? source.columns.map(({ id }) => id) : [];
}

function headingsOf(source: PlannedField['source']): string[] {
	if (source.from === 'cell') return [source.column.name];
	return source.from === 'joined' ? source.columns.map(({ name }) => name) : [];
}
