import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { numberSql } from './checking/cell-sql.ts';
import type { ColumnProfile, Matching, ValueCount } from './matching/types.ts';
import type { RawTable } from './reading/raw-table.ts';
import type { Reading } from './reading/reading.ts';

/** Further values of a column that are looked at. */
const mostValues = 2_000;
/** As long as a label can be. */
const longestValue = 1_000;

/**
 * The profiles with the rare values of columns that have more than a profile holds, where they matter: of a code
 * list any, of numbers those that are none. A second matching then knows a word for no answer that comes twice
 * among a hundred thousand numbers. The same profiles when there are none.
 */
export async function withRareValues(
	warehouse: Warehouse,
	profiles: readonly ColumnProfile[],
	{ matches, raw, reading }: Pick<Matching, 'matches'> & { raw: RawTable; reading: Reading }
): Promise<readonly ColumnProfile[]> {
	const added = new Map<string, readonly ValueCount[]>();
	for (const { columns, as } of matches) {
		const [name, ...others] = columns;
		const profile = profiles.find(({ column }) => column.name === name);
		const isRead = as === 'codes' || as === 'scale' || as === 'number';
		if (!profile || !isRead || others.length > 0) continue;
		if (profile.distinct <= profile.top.length) continue;
		if (as === 'number' && profile.numbers === profile.filled) continue;
		const cell = profile.column.id;
		const only = as === 'number' ? `${numberSql(cell, reading)} IS NULL` : 'true';
		const rare = await rareValues(warehouse, profile, { table: raw.table, only });
		if (rare.length > 0) added.set(profile.column.name, rare);
	}
	if (added.size === 0) return profiles;
	return profiles.map((profile) => ({
		...profile,
		top: [...profile.top, ...(added.get(profile.column.name) ?? [])]
	}));
}

async function rareValues(
	warehouse: Warehouse,
	{ column, top }: ColumnProfile,
	{ table, only }: { readonly table: string; readonly only: string }
): Promise<ValueCount[]> {
	const known = top.map(() => '?').join(', ') || 'NULL';
	const found = await warehouse.query(
		`SELECT ${column.id} AS value, count(*) AS n FROM ${quoteIdentifier(table)}
WHERE ${only} AND ${column.id} NOT IN (${known}) AND length(${column.id}) <= ${longestValue}
GROUP BY value ORDER BY n DESC, value LIMIT ${mostValues}`,
		top.map(({ value }) => value)
	);
	const counts = found.numbers('n');
	return found.column('value').map((value, i) => ({ value: String(value), count: counts[i] ?? 0 }));
}
