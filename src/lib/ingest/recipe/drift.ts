import type { ColumnProfile } from '#lib/ingest/matching/types.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { FoundColumns } from './find-columns.ts';
import type { CodeCounts, Recipe, Step } from './recipe.ts';
import { settle, type Settled } from './settle.ts';
import { changedShares, shareThresholds, type ShareChange } from './share-change.ts';

/** What is not as it was when the recipe was made. Empty lists: nothing drifted. */
export interface Drift {
	readonly newColumns: readonly string[];
	/** Columns that the file no longer has. */
	readonly missingColumns: readonly MissingColumn[];
	/** Columns found although they are written in another way. */
	readonly renamedColumns: FoundColumns['renamed'];
	/** Values that the recipe has no code for. */
	readonly newCodes: readonly CodeDrift[];
	/** Values that the recipe has a code for, and that do not come any more. */
	readonly goneCodes: readonly CodeDrift[];
	/** Unweighted shares; see `thresholds`. */
	readonly changedShares: readonly ShareChange[];
	/** The file is laid out in another way. */
	readonly reading: readonly ReadingDrift[];
	readonly thresholds: typeof shareThresholds;
}

export interface MissingColumn {
	readonly column: string;
	/** What the recipe reads from it; empty where it had no use. */
	readonly contracts: readonly string[];
}

export interface CodeDrift {
	readonly contract: string;
	readonly column: string;
	readonly values: readonly { readonly value: string; readonly count: number }[];
}

export interface ReadingDrift {
	readonly part: keyof Reading;
	readonly before: string;
	readonly now: string;
}

export interface DriftInput {
	readonly recipe: Recipe;
	readonly profiles: readonly ColumnProfile[];
	/** How the file looks, and how it is read. */
	readonly guessed: Reading;
	/** Columns of the new file. */
	readonly found: FoundColumns;
	readonly newCodes: readonly CodeDrift[];
	readonly counts: Readonly<Record<string, CodeCounts>>;
}

export function driftOf(input: DriftInput): Drift {
	const { recipe, found, guessed, newCodes, counts } = input;
	const settled = settle(recipe.steps);
	return {
		newColumns: found.added,
		missingColumns: found.missing.map((column) => ({
			...{ column, contracts: usesOf(column, settled) }
		})),
		renamedColumns: found.renamed,
		newCodes,
		goneCodes: goneCodes(input, settled),
		changedShares: changedShares(recipe.file.counts ?? {}, counts),
		reading: readingDrift(recipe.steps, guessed),
		thresholds: shareThresholds
	};
}

/** Contract columns that a column of the file is read for; the design counts as its own. */
export function usesOf(column: string, { matches, lengthen, design }: Settled): string[] {
	const { weight, stratum = [], cluster = [], fpc } = design;
	const matched = [...matches.values()].filter(({ columns }) => columns.includes(column));
	return [
		...new Set([
			...matched.map(({ contract }) => contract),
			...lengthen.filter((one) => one.column === column).map(({ holds }) => holds),
			...(weight === column ? ['weight'] : []),
			...(stratum.includes(column) ? ['stratum'] : []),
			...(cluster.includes(column) ? ['cluster'] : []),
			...(fpc === column ? ['fpc'] : [])
		])
	];
}

/** Values with a code that no row has any more. Of columns with very many values nothing can be said. */
function goneCodes({ recipe, profiles, found }: DriftInput, settled: Settled): CodeDrift[] {
	return [...settled.matches.values()].flatMap(({ contract, columns: [only, ...more] }) => {
		const values = settled.values.get(contract);
		const column = found.names.get(only ?? '');
		const profile = profiles.find((one) => one.column.name === column);
		if (!values || !profile || more.length > 0 || profile.distinct > profile.top.length) return [];
		const here = new Set(profile.top.map(({ value }) => value));
		const known = recipe.file.counts?.[contract]?.codes;
		const gone = [...values].filter(
			([value, code]) =>
				code !== null && !here.has(value) && (known === undefined || Object.hasOwn(known, code))
		);
		if (gone.length === 0) return [];
		const told = gone.map(([value]) => ({ value, count: 0 }));
		return [{ contract, column: profile.column.name, values: told }];
	});
}

const layout = [
	...(['format', 'gzip', 'encoding', 'bom', 'delimiter', 'quote', 'comment', 'sheet'] as const),
	...(['headerRow', 'headerRows', 'decimal', 'thousands'] as const)
];

/** What the file looked like then and now; what the person had changed is no drift. */
function readingDrift(steps: readonly Step[], now: Reading): ReadingDrift[] {
	const before = steps.find((step) => step.do === 'read')?.reading;
	if (!before) return [];
	return layout
		.filter((part) => before[part] !== now[part])
		.map((part) => ({
			...{ part, before: String(before[part] ?? ''), now: String(now[part] ?? '') }
		}));
}
