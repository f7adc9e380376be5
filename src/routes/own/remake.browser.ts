import type { ImportGuide } from '#lib/contracts/import-contracts.ts';
import { ReadInWorker } from '#lib/ingest/reading/read-in-worker.browser.ts';
import { replayExactly } from '#lib/ingest/replay-exactly.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import type { Work } from '#lib/state/import/task.svelte.ts';
import { surveyOfImport } from '#lib/state/own-surveys/import-survey.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';
import type { KeptSurvey, NewSurvey } from '#lib/state/own-surveys/shelf.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { fetchGenerated, generatedUrl, readPublication } from '../story/tell-here.browser.ts';

export interface ReplayOptions {
	readonly publication: string;
	readonly signal: AbortSignal;
	/** What is being done, and how far it is. */
	readonly tell: (doing: Work['doing'], done?: Partial<Omit<Work, 'doing'>>) => void;
}

interface Source {
	readonly source: File;
	readonly recipe: Recipe;
}

/** Makes what pages answer from out of the file that is kept, and puts it in place of what was lost. */
export async function remakeCells(survey: KeptSurvey, options: ReplayOptions): Promise<void> {
	const shelf = await ownShelf();
	const found = await shelf.source(survey);
	if (!found) throw new RangeError(`The file of ${survey.id} is lost`);
	const { book } = await replayed(found, options);
	await shelf.replaceCells(survey.id, book);
}

/** Keeps a file with the recipe that came by a link. @throws DeviceStorageError where there is no room */
export async function keepShared(found: Source, options: ReplayOptions): Promise<void> {
	const survey = await replayed(found, options);
	options.tell('keep');
	await (await ownShelf()).keep(survey);
}

async function replayed(found: Source, options: ReplayOptions): Promise<NewSurvey> {
	const { publication, signal, tell } = options;
	const { guide, files } = await readImporting(publication);
	const warehouse = await openImportWarehouse(options);
	try {
		return await surveyFrom(warehouse, found, { guide, files, signal, tell });
	} finally {
		files.close();
		await warehouse.close();
	}
}

async function surveyFrom(
	warehouse: Warehouse,
	{ source, recipe }: Source,
	{ guide, files, signal, tell }: Pick<ReplayOptions, 'signal' | 'tell'> & Importing
): Promise<NewSurvey> {
	const { catalogue, contracts } = guide;
	const { table } = await replayExactly(
		warehouse,
		{ blob: source, name: recipe.file.name, recipe },
		{
			...{ catalogue, contracts, files, signal },
			onProgress: ({ stage, ...done }) => tell(stage === 'profile' ? 'match' : stage, done)
		}
	);
	tell('keep');
	const imported = { warehouse, table: table.name, source, recipe };
	return surveyOfImport(imported, { catalogue, signal });
}

interface Importing {
	/** What files are matched against. */
	readonly guide: ImportGuide;
	/** What takes them apart, in a worker. */
	readonly files: ReadInWorker;
}

/** @throws Error when it does not arrive */
async function readImporting(publication: string): Promise<Importing> {
	const { book } = await readPublication(publication);
	const { importing } = book.manifest;
	if (!importing) throw new Error('This edition imports nothing.');
	const bytes = await fetchGenerated(importing.guide);
	return {
		guide: JSON.parse(new TextDecoder().decode(bytes)) as ImportGuide,
		files: new ReadInWorker(generatedUrl(importing.reader))
	};
}

async function openImportWarehouse({
	publication,
	signal,
	tell
}: ReplayOptions): Promise<Warehouse> {
	const { book } = await readPublication(publication);
	const { engine } = book.manifest;
	return openBrowserWarehouse({
		...{ engine, signal, base: generatedUrl('engine/') },
		onProgress: (bytes) => tell('engine', { bytes, ofBytes: engine.bytes })
	});
}
