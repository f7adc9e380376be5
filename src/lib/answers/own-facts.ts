import type { Catalogue, Code } from '#lib/contracts/catalogue.ts';
import type { OwnFacts } from '#lib/contracts/own-survey.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { sourceOf } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** Code lists that a file may extend; a code that another list lacks is no answer. */
const extendable: readonly string[] = ['institution', 'skill'];

/** The tables of a source that indicators are declared on, of those named. */
export function declaredTables(tables: readonly string[], source: string): TableId[] {
	return tables.filter(
		(table): table is TableId =>
			Object.hasOwn(sourceOf, table) && sourceOf[table as TableId] === source
	);
}

/**
 * Counts what the canonical tables of an own survey hold: rows, codes that the file brings, years, and whether
 * rows have weights that differ.
 */
export async function ownFacts(
	warehouse: Warehouse,
	tables: readonly string[],
	catalogue: Catalogue
): Promise<OwnFacts> {
	const rows: Record<string, number> = {};
	const codes: Record<string, Code[]> = {};
	let weighted = false;
	const found = { year: new Set<string>(), cohort: new Set<string>() };
	for (const table of tables) {
		rows[table] = await countRows(warehouse, table);
		if (table !== 'other') weighted ||= await hasWeights(warehouse, table);
		if (!Object.hasOwn(sourceOf, table)) continue;
		const id = table as TableId;
		for (const { codeList, expressions, groups } of Object.values(dimensions)) {
			const expression = groups ? undefined : expressions[id];
			if (expression === undefined) continue;
			const isYear = codeList === 'year' || codeList === 'cohort';
			if (!isYear && !extendable.includes(codeList)) continue;
			const values = await distinct(warehouse, id, expression);
			if (isYear) values.forEach((value) => found[codeList].add(value));
			else codes[codeList] = brought(codeList, values, { catalogue, before: codes });
		}
	}
	return {
		tables: rows,
		codes: Object.fromEntries(Object.entries(codes).filter(([, list]) => list.length > 0)),
		years: [...found.year].sort(),
		cohorts: [...found.cohort].sort(),
		weighted
	};
}

async function countRows(warehouse: Warehouse, table: string): Promise<number> {
	const counted = await warehouse.query(
		`SELECT count(*)::DOUBLE AS n FROM ${quoteIdentifier(table)}`
	);
	return Number(counted.column('n')[0] ?? 0);
}

async function distinct(
	warehouse: Warehouse,
	table: TableId,
	expression: string
): Promise<string[]> {
	const from = quoteIdentifier(table);
	const found = await warehouse.query(
		`SELECT DISTINCT (${expression})::VARCHAR AS code FROM ${from} WHERE (${expression}) IS NOT NULL ORDER BY 1`
	);
	return found.column('code').map(String);
}

function brought(
	list: string,
	values: readonly string[],
	{ catalogue, before }: { catalogue: Catalogue; before: Readonly<Record<string, Code[]>> }
): Code[] {
	const known = [...(catalogue.codeLists[list] ?? []), ...(before[list] ?? [])];
	const own = values.filter((value) => !known.some(({ code }) => code === value));
	return [...(before[list] ?? []), ...own.map((code) => ({ code, label: code }))];
}

async function hasWeights(warehouse: Warehouse, table: string): Promise<boolean> {
	const columns = await warehouse.query(
		'SELECT count(*)::DOUBLE AS n FROM duckdb_columns() WHERE table_name = ? AND column_name = ?',
		[table, 'weight']
	);
	if (Number(columns.column('n')[0] ?? 0) === 0) return false;
	const from = quoteIdentifier(table);
	const { column } = await warehouse.query(
		`SELECT min(weight)::DOUBLE AS low, max(weight)::DOUBLE AS high FROM ${from}`
	);
	const [low, high] = [column('low')[0], column('high')[0]];
	return low !== null && !(low === 1 && high === 1);
}
