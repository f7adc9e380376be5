import { importWords as words } from '#lib/vocabulary/messages/import.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkFile, type Checked } from './checking/check-file.ts';
import { countCodes } from './checking/code-counts.ts';
import { tableOf } from './checking/make-plan.ts';
import { writtenCodes } from './checking/written-codes.ts';
import { listening } from './listening.ts';
import { codeOfText, matchOne } from './matching/match-one.ts';
import type { Ask, ColumnProfile } from './matching/types.ts';
import { openFile, type ImportOptions, type OpenedFile } from './open-file.ts';
import { answerSteps, openAsks, type AnswerContext } from './recipe/answers.ts';
import { driftOf, type Drift } from './recipe/drift.ts';
import { recipeFrom } from './recipe/recipe-from.ts';
import type { Recipe } from './recipe/recipe.ts';
import { replay, type Replayed } from './recipe/replay.ts';
import { settle } from './recipe/settle.ts';
import { roundedCounts } from './recipe/share-change.ts';

export type { OpenedFile } from './open-file.ts';

export interface ImportResult extends OpenedFile {
	/** Makes the same of the same file; replays on the next. */
	readonly recipe: Recipe;
	/** Questions that are open. */
	readonly asks: readonly Ask[];
	/** With a recipe: what is not as it was. */
	readonly drift?: Drift;
	readonly checked: Checked;
}

/**
 * A file to a table of the contract in the warehouse, with problems and questions: everything of an import in
 * one call, the same in Node and in the browser.
 * @throws ProblemError with one sentence when the file cannot be read; the signal's reason when aborted
 */
export async function importFile(
	warehouse: Warehouse,
	{ blob, name }: { readonly blob: Blob; readonly name: string },
	options: ImportOptions
): Promise<ImportResult> {
	const opened = await openFile(warehouse, { blob, name }, options);
	const replayed = options.recipe && replayOn(opened, options.recipe, options);
	const recipe = replayed?.recipe ?? newRecipe(opened);
	const { answers = {} } = options;
	const asked = replayed?.asks ?? opened.matching.asks;
	const steps = [...recipe.steps, ...answerSteps(asked, answers, answerContext(opened, options))];
	const asks = openAsks(asked, answers);
	const { checked, counted, counts } = await checkOpened(warehouse, opened, {
		...options,
		recipe: { ...recipe, steps }
	});
	const drift =
		options.recipe && replayed
			? { drift: driftOf({ ...replayed, ...opened, recipe: options.recipe, counts }) }
			: {};
	return { ...opened, recipe: counted, asks, checked, ...drift };
}

function answerContext(
	{ profiles, matching, raw }: OpenedFile,
	{ catalogue, contracts }: ImportOptions
): AnswerContext {
	const table = tableOf(matching.kind.guess, matching.kind.unit) ?? '';
	const fields = contracts.tables[table]?.fields ?? [];
	const matcher = (contract: string, column: string) => {
		const profile = profiles.find((one) => one.column.name === column);
		if (!profile || !fields.some(({ name }) => name === contract)) return undefined;
		const asked = { table, contract, rows: raw.rows };
		const match = (one: ColumnProfile) => matchOne(one, asked, { catalogue, contracts });
		return { profile, match };
	};
	return {
		matching,
		matchOne: (contract, column) => {
			const found = matcher(contract, column);
			return found?.match(found.profile);
		},
		codeOf: (contract, column, text) => {
			const found = matcher(contract, column);
			return found && codeOfText(found.profile, text, found.match);
		}
	};
}

function newRecipe({ guessed, reading, raw, name, survey, matching }: OpenedFile): Recipe {
	return recipeFrom(matching, { guessed, reading, raw, fileName: name, survey });
}

function replayOn(
	opened: OpenedFile,
	recipe: Recipe,
	{ catalogue, contracts, survey }: ImportOptions
): Replayed {
	const { kind, unit } = settle(recipe.steps);
	const fields = contracts.tables[tableOf(kind, unit) ?? '']?.fields ?? [];
	const codes = new Map(fields.map((field) => [field.name, writtenCodes(field, catalogue)]));
	// What the recipe says of its survey holds for the next wave, save what the file itself tells; for the very
	// file that it was made with, all of it does.
	const { title, universe, synthetic } = recipe.survey;
	const told =
		recipe.file.sha256 === opened.raw.sha256
			? recipe.survey
			: { ...opened.survey, title, universe, synthetic };
	return replay({
		...{ ...opened, recipe, fileName: opened.name },
		survey: { ...told, ...survey },
		isKnown: (contract, value) => codes.get(contract)?.has(value) === true
	});
}

export interface CheckOptions extends Pick<ImportOptions, 'catalogue' | 'contracts' | 'signal'> {
	readonly recipe: Recipe;
	readonly onProgress?: ImportOptions['onProgress'];
}

/** The part of an import that is done again when a step was taken, undone or redone. */
export async function checkOpened(
	warehouse: Warehouse,
	{ raw, reading, profiles, matching }: OpenedFile,
	{ recipe, catalogue, contracts, signal, onProgress }: CheckOptions
): Promise<{
	readonly checked: Checked;
	/** The recipe with what the next wave is compared with. */
	readonly counted: Recipe;
	readonly counts: Awaited<ReturnType<typeof countCodes>>;
}> {
	signal?.throwIfAborted();
	onProgress?.({ stage: 'check' });
	const heard = listening(warehouse, signal);
	const numbers = profiles.filter((one) => one.filled > 0 && one.numbers === one.filled);
	const checked = await checkFile(heard, settle(recipe.steps), {
		...{ raw, reading, survey: recipe.survey, catalogue, contracts },
		numbers: new Set(numbers.map(({ column }) => column.name)),
		looksLike: new Map(
			matching.personal.map(({ column, looksLike }) => [column, words.personal[looksLike]])
		)
	});
	const counts = await countCodes(heard, checked.table, contracts);
	const file = { ...recipe.file, counts: roundedCounts(counts) };
	return { checked, counted: { ...recipe, file }, counts };
}
