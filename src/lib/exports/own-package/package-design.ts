import { tableDesigns } from '#lib/indicators/declared.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';
import { ownPackage } from '#lib/vocabulary/messages/own-package.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { DescribedTable } from './described-table.ts';

const words = ownPackage.design;

/** How the sample behind a table was drawn: names of its columns. */
export interface PackageDesign {
	/** Everybody was counted: rows hold head counts. */
	readonly complete: boolean;
	/** The column that names the respondent; absent where a row is one. */
	readonly respondent?: string;
	/** Their combination is the stratum; none: the whole table is one. */
	readonly strata: readonly string[];
	/** Their combination is the cluster within the stratum; none: each row is its own. */
	readonly cluster: readonly string[];
	/** Absent: every row counts once. */
	readonly weight?: string;
	/** Clusters in the population of the row's stratum. */
	readonly fpc?: string;
	/** Strata with one cluster: alone they have no spread. */
	readonly loneStrata: number;
	/** Rows without a stratum, a cluster or a weight: in no estimate. */
	readonly incomplete: number;
	/** What a reader has to know, in sentences. */
	readonly notes: readonly string[];
}

/** What columns and recipe tell about the design, checked against all rows. */
export async function packageDesign(
	warehouse: Warehouse,
	table: DescribedTable,
	settled: Pick<Settled, 'design'>
): Promise<PackageDesign> {
	if (tableDesigns[table.name]?.complete) {
		const none = { strata: [], cluster: [], loneStrata: 0, incomplete: 0 };
		return { complete: true, ...none, notes: [words.complete] };
	}
	const named = table.name === 'other' ? ownColumns(table, settled) : contractColumns(table);
	const { fpc, ...sample } = named;
	const facts = await sampleFacts(warehouse, table, named);
	const respondent = tableDesigns[table.name]?.unit;
	return {
		complete: false,
		...(respondent === undefined ? {} : { respondent }),
		...sample,
		...(fpc !== undefined && facts.fpcHolds ? { fpc } : {}),
		...{ loneStrata: facts.loneStrata, incomplete: facts.incomplete },
		notes: [
			named.weight === undefined ? words.noWeight : words.weight(named.weight),
			named.strata.length === 0 ? words.noStrata : words.strata(named.strata),
			named.cluster.length === 0 ? words.noCluster : words.cluster(named.cluster),
			...(fpc === undefined ? [] : [facts.fpcHolds ? words.fpc(fpc) : words.badFpc(fpc)]),
			...(facts.loneStrata > 0 ? [words.lone(facts.loneStrata)] : []),
			...(facts.incomplete > 0 ? [words.incomplete(facts.incomplete)] : [])
		]
	};
}

type Named = Pick<PackageDesign, 'strata' | 'cluster' | 'weight' | 'fpc'>;

/**
 * Waves are samples of their own. A column that the file has not is filled: with one stratum, a cluster a row, a
 * weight of 1, which tell nothing.
 */
function contractColumns({ columns, rows }: DescribedTable): Named {
	const find = (name: string) => columns.find((column) => column.name === name);
	const [weight, cluster] = [find('weight'), find('cluster')];
	const isWeighted = weight !== undefined && !(weight.min === 1 && weight.max === 1);
	const groups = cluster?.distinct ?? 0;
	return {
		strata: ['wave', 'stratum'].filter((name) => (find(name)?.distinct ?? 0) > 1),
		cluster: groups > 0 && groups < rows ? ['cluster'] : [],
		...(isWeighted && weight.min !== null ? { weight: 'weight' } : {}),
		...(find('fpc') ? { fpc: 'fpc' } : {})
	};
}

/** The columns of the file that the recipe names, as the table calls them. */
function ownColumns({ columns }: DescribedTable, { design }: Pick<Settled, 'design'>): Named {
	const called = (names: readonly string[] = []): string[] =>
		names.flatMap((name) =>
			columns.filter(({ from }) => from.some((one) => one.name === name)).map((one) => one.name)
		);
	const numeric = (name?: string): string | undefined =>
		called(name === undefined ? [] : [name]).find((one) =>
			columns.some(({ name: id, type }) => id === one && (type === 'number' || type === 'integer'))
		);
	const [weight, fpc] = [numeric(design.weight), numeric(design.fpc)];
	return {
		strata: called(design.stratum),
		cluster: called(design.cluster),
		...(weight === undefined ? {} : { weight }),
		...(fpc === undefined ? {} : { fpc })
	};
}

async function sampleFacts(
	warehouse: Warehouse,
	{ name, rows }: DescribedTable,
	{ strata, cluster, weight, fpc }: Named
) {
	const together = (columns: readonly string[], none: string): string =>
		columns.length === 0
			? none
			: columns
					.map((column) => `CAST(${quoteIdentifier(column)} AS VARCHAR)`)
					.join(` || ' / ' || `);
	const needed = [...strata, ...cluster, ...(weight === undefined ? [] : [weight])];
	const isComplete =
		needed.length === 0
			? 'true'
			: needed.map((column) => `${quoteIdentifier(column)} IS NOT NULL`).join(' AND ');
	const size = fpc === undefined ? 'NULL' : quoteIdentifier(fpc);
	const { column } = await warehouse.query(`WITH clusters AS (
	SELECT ${together(strata, "'1'")} AS stratum, ${together(cluster, 'rowid')} AS cluster,
		TRY_CAST(${size} AS DOUBLE) AS size
	FROM ${quoteIdentifier(name)} WHERE ${isComplete}
), strata AS (
	SELECT count(DISTINCT cluster) AS clusters, count(*) AS rows, count(size) AS sized,
		min(size) AS least, max(size) AS greatest
	FROM clusters GROUP BY stratum
)
SELECT count(*) FILTER (WHERE clusters = 1)::DOUBLE AS lone, coalesce(sum(rows), 0)::DOUBLE AS kept,
	coalesce(bool_and(sized = rows AND least = greatest AND least >= clusters), false) AS holds
FROM strata`);
	return {
		loneStrata: Number(column('lone')[0]),
		incomplete: rows - Number(column('kept')[0]),
		fpcHolds: column('holds')[0] === true
	};
}
