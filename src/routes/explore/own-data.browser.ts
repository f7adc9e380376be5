import type { FileDesign } from '#lib/answers/file-question.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import { tableNameOf, type FileTable } from '#lib/ingest/file-table.ts';
import { examineTable, openTable } from '#lib/ingest/open-table.ts';
import type { Opening } from '#lib/state/explore-bench.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';
import { ownPages as words } from '#lib/vocabulary/messages/own-pages.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { openReader, readGuide } from '../own/importing.browser.ts';

/** A file or survey that stands in the warehouse, and the design that its recipe says. */
export interface Held {
	readonly file: FileTable;
	readonly design?: FileDesign;
}

interface LoadOptions {
	/** Names that other tables will have. */
	readonly taken: ReadonlySet<string>;
	readonly signal?: AbortSignal;
	readonly tell: (opening: Opening) => void;
}

/** What a person chose, looked at and ready to be loaded, again if a database has died. */
export interface Prepared {
	readonly survey?: OwnSurvey;
	load(warehouse: Warehouse, options: LoadOptions): Promise<Held>;
	/** Nothing is read for the time being. */
	rest(): void;
}

/**
 * @param publication path of the publication
 * @throws ProblemError with one sentence when the file cannot be read; the signal's reason when aborted
 */
export async function prepareOwn(
	own: File | OwnSurvey,
	publication: string,
	signal: AbortSignal
): Promise<Prepared> {
	return own instanceof File
		? prepareFile(own, publication, signal)
		: prepareSurvey(own, publication);
}

async function prepareFile(
	blob: File,
	publication: string,
	signal: AbortSignal
): Promise<Prepared> {
	const files = await openReader(publication);
	const { name } = blob;
	const examined = await examineTable({ blob, name }, files, signal);
	return {
		load: async (warehouse, { taken, tell, ...options }) => {
			const own = tableNameOf(name);
			const table = taken.has(own.toLowerCase()) ? `${own}_file` : own;
			const file = await openTable(
				warehouse,
				{ blob, name, table },
				{ ...options, files, examined, onProgress: reading(tell) }
			);
			return { file };
		},
		rest: () => files.close()
	};
}

async function prepareSurvey(survey: OwnSurvey, publication: string): Promise<Prepared> {
	const shelf = await ownShelf();
	const kept = (await shelf.list()).find(({ id }) => id === survey.id);
	const found = kept && (await shelf.source(kept));
	if (!found) throw lost(survey);
	const [guide, files] = await Promise.all([readGuide(publication), openReader(publication)]);
	const { catalogue, contracts } = guide;
	return {
		survey,
		load: async (warehouse, { signal, tell }) => {
			// Its rules and matching are code that no other visitor of the page pays for.
			const { openOwnTable } = await import('#lib/answers/own-table.ts');
			const told = reading(tell);
			return openOwnTable(
				warehouse,
				{ blob: found.source, name: survey.file.name, recipe: found.recipe },
				{
					...{ catalogue, contracts, files },
					...(signal ? { signal } : {}),
					onProgress: ({ stage, bytes = 0, ofBytes = 0 }) => {
						if (stage === 'read' || stage === 'examine') told({ bytes, ofBytes });
						else tell({ doing: 'check', bytes: 0, ofBytes: 0 });
					}
				}
			);
		},
		rest: () => files.close()
	};
}

function reading(tell: LoadOptions['tell']) {
	return ({ bytes, ofBytes }: { readonly bytes: number; readonly ofBytes: number }): void =>
		tell({ doing: 'read', bytes, ofBytes });
}

function lost({ file }: OwnSurvey): ProblemError {
	return new ProblemError(problem('unreadable', { file: file.name, why: words.lostFile }));
}
