import { clusterExpression, stratumExpression } from '#lib/indicators/compile.ts';
import type { TableDesign } from '#lib/indicators/declaration.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { ShardRequest } from './make-shard.ts';

/** A part of a table, as a request for a shard restricts itself to it. */
export type Part = NonNullable<ShardRequest['part']>;

/** Rows of a part: what a page can turn into cells without being held up. */
const rowsAtOnce = 5_000;

const column = 'own_part';

/**
 * Parts a large table by whole clusters, in the order of strata and clusters, so that its cells can be made a
 * part at a time and a page goes on answering. Nothing to part in a small table, or where everybody was counted.
 * @param work is given the parts; undefined for the whole table. The table is as it was when it is done.
 */
export async function inParts<Value>(
	warehouse: Warehouse,
	design: TableDesign,
	work: (parts: readonly (Part | undefined)[]) => Promise<Value>
): Promise<Value> {
	const table = quoteIdentifier(design.table);
	const counted = await warehouse.query(`SELECT count(*)::DOUBLE AS n FROM ${table}`);
	const rows = Number(counted.column('n')[0] ?? 0);
	if (rows <= rowsAtOnce || design.complete) return work([undefined]);
	const stratum = stratumExpression(design);
	const cluster = clusterExpression(design);
	await warehouse.query(`ALTER TABLE ${table} ADD COLUMN ${column} INTEGER`);
	try {
		await warehouse.query(`UPDATE ${table} SET ${column} = parts.part
FROM (
	SELECT
		part_stratum,
		part_cluster,
		((sum(n) OVER (ORDER BY part_stratum, part_cluster) - n) // ${rowsAtOnce})::INTEGER AS part
	FROM (
		SELECT ${stratum} AS part_stratum, ${cluster} AS part_cluster, count(*) AS n
		FROM ${table} GROUP BY ALL
	)
) AS parts
WHERE ${stratum} IS NOT DISTINCT FROM part_stratum
	AND ${cluster} IS NOT DISTINCT FROM part_cluster`);
		const found = await warehouse.query(
			`SELECT DISTINCT ${column}::VARCHAR AS part, ${column} FROM ${table} ORDER BY ${column}`
		);
		const parts = found.column('part').map(String);
		return await work(parts.map((part) => ({ expression: `${column}::VARCHAR`, codes: [part] })));
	} finally {
		await warehouse.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
	}
}
