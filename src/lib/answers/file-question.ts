import type { SpotIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';

/** A Question about a file of one's own. Columns are named as in the file; codes are text. */
export interface FileQuestion {
	/** Name or path of the file. */
	readonly file: string;
	readonly design: FileDesign;
	readonly indicator: SpotIndicator;
	/** Columns that split the answer; their order is the order of the keys. */
	readonly by: readonly string[];
	/** Codes kept, by column. */
	readonly where: Readonly<Record<string, readonly string[]>>;
	/** How a stratum with a single cluster counts; `fail` without it. */
	readonly lonely?: LonelyRule;
	/** Confidence level; that of the site without it. */
	readonly level?: number;
}

/** Columns that hold the design. Without weight a row weighs 1, without cluster it is its own. */
export interface FileDesign {
	readonly weight?: string;
	readonly strata: readonly string[];
	readonly cluster: readonly string[];
	/** Clusters of the row's stratum in the population. */
	readonly population?: string;
}

/** Canonical JSON: parts that say nothing are left out. */
export function formatFileQuestion(question: FileQuestion): string {
	const { file, design, indicator, by, where, ...rest } = question;
	const parts = {
		...(design.weight === undefined ? {} : { weight: design.weight }),
		...(design.strata.length > 0 ? { strata: design.strata } : {}),
		...(design.cluster.length > 0 ? { cluster: design.cluster } : {}),
		...(design.population === undefined ? {} : { population: design.population })
	};
	return JSON.stringify({
		file,
		...(Object.keys(parts).length > 0 ? { design: parts } : {}),
		indicator,
		...(by.length > 0 ? { by } : {}),
		...(Object.keys(where).length > 0 ? { where } : {}),
		...rest
	});
}

/** A Question as a link carries it: all but the name of the file, as canonical JSON. */
export function formatFormQuestion(question: FileQuestion): string {
	const parts = Object.entries(JSON.parse(formatFileQuestion(question)) as object);
	return JSON.stringify(Object.fromEntries(parts.filter(([key]) => key !== 'file')));
}

/** The Question with every column by its name in the warehouse, or the Problem of one that is none, or several. */
export function nameColumns(question: FileQuestion, file: FileTable): FileQuestion | Problem {
	const found: Problem[] = [];
	const named = (column: string): string => {
		const candidates = columnsNamed(column, file);
		const [only = column] = candidates;
		if (candidates.length === 0) found.push(problem('unknown-column', { column }));
		if (candidates.length > 1) {
			const columns = candidates.map((name) => `“${name}”`).join(' and ');
			found.push(problem('ambiguous-column', { column, columns }));
		}
		return only;
	};
	const { design, indicator, by, where } = question;
	const { weight, strata, cluster, population } = design;
	const renamed: FileQuestion = {
		...question,
		indicator: indicator.kind === 'count' ? indicator : { ...indicator, of: named(indicator.of) },
		design: {
			strata: strata.map(named),
			cluster: cluster.map(named),
			...(weight === undefined ? {} : { weight: named(weight) }),
			...(population === undefined ? {} : { population: named(population) })
		},
		by: by.map(named),
		where: Object.fromEntries(Object.entries(where).map(([name, codes]) => [named(name), codes]))
	};
	return found[0] ?? renamed;
}

/** Names in the warehouse that a name may mean: that of a heading, or that which DuckDB gave. */
export function columnsNamed(name: string, { columns, headings }: FileTable): string[] {
	return columns.filter((column, i) => column === name || headings[i] === name);
}
