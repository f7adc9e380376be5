import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { compressLarge } from './compressed.ts';
import { listening } from './listening.ts';
import { matchColumns } from './matching/match.ts';
import { profileColumns } from './matching/profile.ts';
import type { ColumnProfile, Matching } from './matching/types.ts';
import { withRareValues } from './rare-values.ts';
import type { FileReading } from './reading/file-reading.ts';
import type { RawTable } from './reading/raw-table.ts';
import { readFile } from './reading/read-file.ts';
import type { Reading, ReadingGuesses } from './reading/reading.ts';
import type { Answers } from './recipe/answers.ts';
import type { Recipe, SurveyInfo } from './recipe/recipe.ts';
import { replayReading } from './recipe/replay.ts';
import { settle } from './recipe/settle.ts';
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
	/** What takes the file apart; this thread where absent. */
	readonly files?: FileReading;
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

/** Reads a file and looks at its columns. @throws as importFile does */
export async function openFile(
	warehouse: Warehouse,
	{ blob, name }: { readonly blob: Blob; readonly name: string },
	options: ImportOptions
): Promise<OpenedFile> {
	const { recipe, signal, onProgress } = options;
	const begin = (stage: ImportProgress['stage']): void => {
		signal?.throwIfAborted();
		onProgress?.({ stage });
	};
	begin('examine');
	const files = options.files ?? (await import('./reading/read-here.ts')).readHere;
	const { reading: guessed, guesses } = await files.examine(blob, name, signal);
	const reading = options.reading ?? (recipe ? replayReading(recipe, guessed) : guessed);
	begin('read');
	const isCompressed = await compressLarge(warehouse, blob, reading);
	const raw = await readFile(
		warehouse,
		{ blob, name, reading },
		{
			...{ files, isCompressed },
			...(signal ? { signal } : {}),
			...(onProgress ? { onProgress: (done) => onProgress({ stage: 'read', ...done }) } : {})
		}
	);
	begin('profile');
	const heard = listening(warehouse, signal);
	const profiles = await profileColumns(heard, raw, reading);
	begin('match');
	const read = { name, guessed, guesses, reading, raw };
	const found = await matchFile(heard, { ...read, profiles }, options);
	const survey = await guessSurvey(heard, { ...found, raw, fileName: name });
	return { ...read, ...found, survey: { ...survey, ...options.survey } };
}

type ReadFile = Omit<OpenedFile, 'matching' | 'survey'>;

/** What the columns are, by their most frequent values, and then by those of them that are rare. */
async function matchFile(
	warehouse: Warehouse,
	{ name, raw, reading, profiles }: ReadFile,
	options: ImportOptions
): Promise<Pick<OpenedFile, 'profiles' | 'matching'>> {
	const { catalogue, contracts, recipe } = options;
	const kind = recipe ? settle(recipe.steps).kind : answeredKind(options);
	const context = {
		...{ catalogue, contracts, fileName: name, above: raw.above },
		...(kind ? { kind } : {})
	};
	const matching = matchColumns(profiles, context);
	const { matches } = matching;
	const whole = await withRareValues(warehouse, profiles, { matches, raw, reading });
	if (whole === profiles) return { profiles, matching };
	return { profiles: whole, matching: matchColumns(whole, context) };
}

const kinds = ['tracer', 'audit', 'enrolment', 'labour-force', 'other'] as const;

function answeredKind({ answers = {} }: ImportOptions) {
	return kinds.find((kind) => Object.hasOwn(answers, 'kind') && answers.kind === kind);
}
