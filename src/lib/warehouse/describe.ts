import { quoteIdentifier } from './identifier.ts';
import type { SqlValue, Table, Warehouse } from './warehouse.ts';

/** What a column holds, as far as its values tell. */
export interface ColumnProfile {
	readonly name: string;
	/**
	 * `number` and `date` when every value that is present is one; `empty` when none is present.
	 * Codes with leading zeros are text: `07` is not 7.
	 */
	readonly kind: 'number' | 'date' | 'text' | 'empty';
	/** Rows with a value. */
	readonly present: number;
	/** Rows without one: NULL, empty, or only spaces. */
	readonly missing: number;
	readonly distinct: number;
	/** The most frequent values, first the most frequent, then by the alphabet. */
	readonly frequent: readonly { readonly value: string; readonly count: number }[];
	/** Smallest and largest value of a `number` column, else null. */
	readonly low: number | null;
	readonly high: number | null;
}

const numberPattern = String.raw`[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?`;
const leadingZeroPattern = String.raw`[+-]?0[0-9]+.*`;

/**
 * A profile of each column of a table by its values as text, whatever the types of its columns.
 * @param frequent how many of the most frequent values to give
 */
export async function describeTable(
	warehouse: Warehouse,
	table: string,
	frequent = 20
): Promise<ColumnProfile[]> {
	const { columns } = await warehouse.query(`SELECT * FROM ${quoteIdentifier(table)} LIMIT 0`);
	const profiles: ColumnProfile[] = [];
	for (const { name } of columns) {
		const values = valuesSql(table, name);
		const summary = await warehouse.query(summarySql(values));
		const top = await warehouse.query(frequentSql(values), [frequent]);
		profiles.push(profile(name, summary, top));
	}
	return profiles;
}

function valuesSql(table: string, column: string): string {
	return `SELECT nullif(trim(${quoteIdentifier(column)}::VARCHAR), '') AS value FROM ${quoteIdentifier(table)}`;
}

function summarySql(values: string): string {
	return `
		SELECT
			count(*) AS total,
			count(value) AS present,
			count(DISTINCT value) AS distinct_values,
			count(*) FILTER (regexp_full_match(value, '${numberPattern}')) AS numbers,
			count(*) FILTER (regexp_full_match(value, '${leadingZeroPattern}')) AS leading_zeros,
			count(TRY_CAST(value AS DATE)) AS dates,
			min(TRY_CAST(value AS DOUBLE)) AS low,
			max(TRY_CAST(value AS DOUBLE)) AS high
		FROM (${values})`;
}

function frequentSql(values: string): string {
	return `
		SELECT value, count(*) AS frequency
		FROM (${values})
		WHERE value IS NOT NULL
		GROUP BY value
		ORDER BY frequency DESC, value
		LIMIT ?`;
}

function profile(name: string, summary: Table, top: Table): ColumnProfile {
	const kind = kindOf(summary);
	const counts = top.numbers('frequency');
	return {
		name,
		kind,
		present: count(summary, 'present'),
		missing: count(summary, 'total') - count(summary, 'present'),
		distinct: count(summary, 'distinct_values'),
		frequent: top
			.column('value')
			.map((value, row) => ({ value: String(value), count: counts[row] ?? 0 })),
		low: kind === 'number' ? numberOrNull(summary.column('low')[0]) : null,
		high: kind === 'number' ? numberOrNull(summary.column('high')[0]) : null
	};
}

function kindOf(summary: Table): ColumnProfile['kind'] {
	const present = count(summary, 'present');
	if (present === 0) return 'empty';
	if (count(summary, 'numbers') === present && count(summary, 'leading_zeros') === 0)
		return 'number';
	return count(summary, 'dates') === present ? 'date' : 'text';
}

function count(summary: Table, column: string): number {
	return summary.numbers(column)[0] ?? 0;
}

function numberOrNull(value: SqlValue | undefined): number | null {
	return typeof value === 'number' ? value : null;
}
