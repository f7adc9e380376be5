import { recipeWords as words } from '#lib/vocabulary/messages/recipe.ts';
import type { Ask, ColumnProfile, Matching } from '#lib/ingest/matching/types.ts';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import { usesOf, type CodeDrift } from './drift.ts';
import { findColumns, type FoundColumns } from './find-columns.ts';
import { recipeFile } from './recipe-from.ts';
import { renameStep } from './rename-step.ts';
import type { Recipe, Step, SurveyInfo } from './recipe.ts';
import { settle, type Settled } from './settle.ts';

export interface ReplayInput {
	readonly recipe: Recipe;
	readonly raw: RawTable;
	readonly fileName: string;
	readonly profiles: readonly ColumnProfile[];
	/** What the file would be taken for without a recipe. */
	readonly matching: Matching;
	readonly guessed: Reading;
	readonly reading: Reading;
	readonly survey: SurveyInfo;
	/** Whether a value is a code of a contract column, or a word for no answer. */
	readonly isKnown: (contract: string, value: string) => boolean;
}

export interface Replayed {
	/** The recipe for this file: columns by its names, new values as far as they could be told. */
	readonly recipe: Recipe;
	/** Only about what drifted. */
	readonly asks: readonly Ask[];
	readonly found: FoundColumns;
	readonly newCodes: readonly CodeDrift[];
}

/**
 * How a file is read by a recipe: as it looks, with what the person had changed then. Where the recipe has no
 * first look to compare with, its reading stands.
 */
export function replayReading(recipe: Recipe, guessed: Reading): Reading {
	const readings = recipe.steps.flatMap((step) => (step.do === 'read' ? [step.reading] : []));
	const [first, last] = [readings[0], readings.at(-1)];
	if (!first || !last) return guessed;
	const changed = Object.entries(last).filter(
		([part, value]) => first[part as keyof Reading] !== value
	);
	return { ...guessed, ...Object.fromEntries(changed) };
}

/** The recipe on another file. */
export function replay(input: ReplayInput): Replayed {
	const { recipe, raw, matching, fileName, survey } = input;
	const settled = settle(recipe.steps);
	const found = findColumns(
		recipe.file.columns,
		raw.columns.map(({ name }) => name)
	);
	const newCodes = findNewCodes(input, settled, found);
	const steps = [
		...readSteps(input),
		...recipe.steps.flatMap((step) => renameStep(step, found)),
		...newPersonal(matching, found),
		...newValues(matching, newCodes)
	];
	return {
		recipe: { ...recipe, file: recipeFile(raw, fileName), survey, steps },
		asks: [...askMissing(input, settled, found), ...askCodes(matching, newCodes)],
		...{ found, newCodes }
	};
}

function readSteps({ guessed, reading }: ReplayInput): Step[] {
	const isChanged = JSON.stringify(guessed) !== JSON.stringify(reading);
	return [
		{ do: 'read', reading: guessed },
		...(isChanged ? [{ do: 'read', reading } as const] : [])
	];
}

function newPersonal({ personal }: Matching, { added }: FoundColumns): Step[] {
	return personal
		.filter(({ column }) => added.includes(column))
		.map(({ column }) => ({ do: 'leave-out', column, why: 'personal' }));
}

/** Values of the file that neither the recipe nor the code list knows. */
function findNewCodes(
	{ profiles, isKnown }: ReplayInput,
	{ matches, values }: Settled,
	{ names }: FoundColumns
): CodeDrift[] {
	return [...matches.values()].flatMap(({ contract, columns: [only, ...more], as, separator }) => {
		const profile = profiles.find(({ column }) => column.name === names.get(only ?? ''));
		const isCoded = as === 'codes' || as === 'scale';
		if (!profile || !isCoded || more.length > 0 || separator !== undefined) return [];
		const known = values.get(contract);
		const fresh = profile.top.filter(
			({ value }) => known?.has(value) !== true && !isKnown(contract, value)
		);
		return fresh.length === 0 ? [] : [{ contract, column: profile.column.name, values: fresh }];
	});
}

/** Codes of new values that the words of the contracts leave no doubt about. */
function newValues({ matches }: Matching, newCodes: readonly CodeDrift[]): Step[] {
	return newCodes.flatMap(({ contract, column, values }) => {
		const match = matches.find((one) => one.contract === contract && one.columns.includes(column));
		if (!match) return [];
		const told = values.flatMap(({ value }) =>
			Object.hasOwn(match.values, value) ? [[value, match.values[value] ?? null] as const] : []
		);
		if (told.length === 0) return [];
		return [{ do: 'values', contract, values: Object.fromEntries(told) } as const];
	});
}

function askCodes({ asks }: Matching, newCodes: readonly CodeDrift[]): Ask[] {
	const contracts = new Set(newCodes.map(({ contract }) => contract));
	return asks.filter(({ about, contract }) => about === 'values' && contracts.has(contract ?? ''));
}

/** Which column took the place of one that is gone, where the file has others that could. */
function askMissing({ matching }: ReplayInput, settled: Settled, found: FoundColumns): Ask[] {
	const contracts = found.missing.flatMap((column) => usesOf(column, settled));
	return [...new Set(contracts)].flatMap((contract) => {
		const asked = matching.asks.find((ask) => ask.contract === contract && ask.about === 'column');
		const match = matching.matches.find((one) => one.contract === contract);
		const candidates = match?.columns.filter((column) => found.added.includes(column)) ?? [];
		const [likely] = candidates;
		if (asked || likely === undefined || !match) return asked ? [asked] : [];
		const others = match.others.filter(({ column }) => found.added.includes(column));
		const options = [{ column: likely, confidence: match.confidence }, ...others];
		return [
			{
				...{ id: `column:${contract}`, about: 'column' as const, contract },
				question: words.whichColumn(contract),
				options: options.map(({ column, confidence }) => ({
					...{ value: column, label: column, confidence }
				}))
			}
		];
	});
}
