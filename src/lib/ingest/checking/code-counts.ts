import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { CodeCounts } from '#lib/ingest/recipe/recipe.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { CanonicalTable } from './check-file.ts';

/** By column with a code list that the file has, how many rows of the canonical table have each code. */
export async function countCodes(
	warehouse: Warehouse,
	{ name, columns }: CanonicalTable,
	{ tables }: Pick<Contracts, 'tables'>
): Promise<Record<string, CodeCounts>> {
	const listed = new Set(
		tables[name]?.fields.flatMap((field) => (field.codeList === undefined ? [] : [field.name]))
	);
	const coded = columns.filter((column) => listed.has(column.name) && column.from.length > 0);
	const counts: [string, CodeCounts][] = [];
	for (const column of coded) {
		const code = quoteIdentifier(column.name);
		const table = await warehouse.query(
			`SELECT CAST(${code} AS VARCHAR) AS code, count(*) AS n FROM ${quoteIdentifier(name)}
WHERE ${code} IS NOT NULL GROUP BY code ORDER BY code`
		);
		const codes = table.column('code').map(String);
		const rows = table.numbers('n');
		counts.push([
			column.name,
			{
				filled: rows.reduce((sum, n) => sum + n, 0),
				codes: Object.fromEntries(codes.map((one, i) => [one, rows[i] ?? 0]))
			}
		]);
	}
	return Object.fromEntries(counts);
}
