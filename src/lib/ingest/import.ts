import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { importWords as words } from '#lib/vocabulary/messages/import.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkFile, type Checked } from './checking/check-file.ts';
import { countCodes } from './checking/code-counts.ts';
import { tableOf } from './checking/make-plan.ts';
import { writtenCodes } from './checking/written-codes.ts';
import { matchColumns } from './matching/match.ts';
import { profileColumns } from './matching/profile.ts';
import type { Ask, ColumnProfile, Matching } from './matching/types.ts';
import { examineFile } from './reading/examine.ts';
import type { RawTable } from './reading/raw-table.ts';
import { readFile } from './reading/read-file.ts';
import type { Reading, ReadingGuesses } from './reading/reading.ts';
import { answerSteps, openAsks, type Answers } from './recipe/answers.ts';
import { driftOf, type Drift } from './recipe/drift.ts';
import { recipeFrom } from './recipe/recipe-from.ts';
import type { Recipe, SurveyInfo } from './recipe/recipe.ts';
import { replay, replayReading, type Replayed } from './recipe/replay.ts';
import { settle } from './recipe/settle.ts';
import { roundedCounts } from './recipe/share-change.ts';
import { guessSurvey } from './survey-info.ts';

export interface ImportOptions {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	/** Of an earlier wave, to replay. */
	readonly recipe?: Recipe;
	/** To questions of an earlier import of the same file. */
	readonly answers?: Answers;
	/** What the person says of the survey; the rest is guessed. */
	readonly survey?: Partial<SurveyInfo>;
	/** How the file is to be read, where the person has changed what was found. */
	readonly reading?: Reading;
	/** Aborting rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: ImportProgress) => void;
}

export const importStages = ['examine', 'read', 'profile', 'match', 'check'] as const;

export interface ImportProgress {
	readonly stage: (typeof importStages)[number];
	/** While it is read: bytes of the file so far and in all, and rows. */
	readonly bytes?: number;
	readonly ofBytes?: number;
	readonly rows?: number;
}

/** A file that was read and looked at, before anything was decided. The raw table stands in the warehouse. */
export interface OpenedFile {
	readonly name: string;
	/** How the file looks, why, and how it was read. */
	readonly guessed: Reading;
	readonly guesses: ReadingGuesses;
	readonly reading: Reading;
	readonly raw: RawTable;
	readonly profiles: readonly ColumnProfile[];
	readonly matching: Matching;
	readonly survey: SurveyInfo;
}

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
	const answered = answerSteps(opened.matching, options.answers ?? {});
	const steps = [...recipe.steps, ...answered];
	const asks = openAsks(replayed?.asks ?? opened.matching.asks, options.answers ?? {});
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

/** Reads a file and looks at its columns. @throws as importFile does */
export async function openFile(
	warehouse: Warehouse,
	{ blob, name }: { readonly blob: Blob; readonly name: string },
	options: ImportOptions
): Promise<OpenedFile> {
	const { catalogue, contracts, recipe, signal, onProgress } = options;
	const begin = (stage: ImportProgress['stage']): void => {
		signal?.throwIfAborted();
		onProgress?.({ stage });
	};
	begin('examine');
	const { reading: guessed, guesses } = await examineFile(blob, name);
	const reading = options.reading ?? (recipe ? replayReading(recipe, guessed) : guessed);
	begin('read');
	const raw = await readFile(
		warehouse,
		{ blob, name, reading },
		{
			...(signal ? { signal } : {}),
			...(onProgress ? { onProgress: (done) => onProgress({ stage: 'read', ...done }) } : {})
		}
	);
	begin('profile');
	const profiles = await profileColumns(warehouse, raw, reading);
	begin('match');
	const kind = recipe ? settle(recipe.steps).kind : answeredKind(options);
	const matching = matchColumns(profiles, {
		...{ catalogue, contracts, fileName: name, above: raw.above },
		...(kind ? { kind } : {})
	});
	const survey = await guessSurvey(warehouse, { raw, profiles, matching, fileName: name });
	const said = { ...survey, ...options.survey };
	return { name, guessed, guesses, reading, raw, profiles, matching, survey: said };
}

const kinds = ['tracer', 'audit', 'enrolment', 'labour-force', 'other'] as const;

function answeredKind({ answers = {} }: ImportOptions) {
	return kinds.find((kind) => Object.hasOwn(answers, 'kind') && answers.kind === kind);
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
	// What the recipe says of its survey holds for the next wave, save what the file itself tells.
	const { title, universe, synthetic } = recipe.survey;
	return replay({
		...{ ...opened, recipe, fileName: opened.name },
		survey: { ...opened.survey, title, universe, synthetic, ...survey },
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
	onProgress?.({ stage: 'check' });
	const numbers = profiles.filter((one) => one.filled > 0 && one.numbers === one.filled);
	const checked = await checkFile(warehouse, settle(recipe.steps), {
		...{ raw, reading, survey: recipe.survey, catalogue, contracts },
		numbers: new Set(numbers.map(({ column }) => column.name)),
		looksLike: new Map(
			matching.personal.map(({ column, looksLike }) => [column, words.personal[looksLike]])
		),
		...(signal ? { signal } : {})
	});
	const counts = await countCodes(warehouse, checked.table, contracts);
	const file = { ...recipe.file, counts: roundedCounts(counts) };
	return { checked, counted: { ...recipe, file }, counts };
}
