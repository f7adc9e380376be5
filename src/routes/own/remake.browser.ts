import type { Checked } from '#lib/ingest/checking/check-file.ts';
import type { ImportGuide } from '#lib/contracts/import-contracts.ts';
import type { ReadInWorker } from '#lib/ingest/reading/read-in-worker.browser.ts';
import type { OpenedFile } from '#lib/ingest/open-file.ts';
import { replayExactly } from '#lib/ingest/replay-exactly.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import type { Work } from '#lib/state/import/bench.ts';
import { surveyOfImport } from '#lib/state/own-surveys/import-survey.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';
import type { KeptSurvey, NewSurvey } from '#lib/state/own-surveys/shelf.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { generatedUrl, readPublication } from '../story/tell-here.browser.ts';
import { openReader, readGuide } from './importing.browser.ts';

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

/** A kept file that its recipe was replayed on, in a warehouse of its own. */
export interface ReplayedFile extends Importing {
	readonly warehouse: Warehouse;
	readonly opened: OpenedFile;
	readonly checked: Checked;
}

/** Replays the recipe of a kept file, lets `use` work with what came of it, and closes the warehouse. */
export async function withReplayed<Value>(
	{ source, recipe }: Source,
	options: ReplayOptions,
	use: (replayed: ReplayedFile) => Promise<Value>
): Promise<Value> {
	const { publication, signal, tell } = options;
	const [guide, files] = await Promise.all([readGuide(publication), openReader(publication)]);
	const warehouse = await openImportWarehouse(options);
	try {
		const found = await replayExactly(
			warehouse,
			{ blob: source, name: recipe.file.name, recipe },
			{
				...{ ...guide, files, signal },
				onProgress: ({ stage, ...done }) => tell(stage === 'profile' ? 'match' : stage, done)
			}
		);
		return await use({ warehouse, guide, files, ...found });
	} finally {
		files.close();
		await warehouse.close();
	}
}

function replayed({ source, recipe }: Source, options: ReplayOptions): Promise<NewSurvey> {
	const { signal, tell } = options;
	return withReplayed({ source, recipe }, options, ({ warehouse, checked, guide }) => {
		tell('keep');
		const imported = { warehouse, table: checked.table.name, source, recipe };
		return surveyOfImport(imported, { catalogue: guide.catalogue, signal });
	});
}

interface Importing {
	readonly guide: ImportGuide;
	readonly files: ReadInWorker;
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
