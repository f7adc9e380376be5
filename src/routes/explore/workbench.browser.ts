import { askFile } from '#lib/answers/ask-file.ts';
import type { RecordsEntry } from '#lib/answers/answer-book.ts';
import { checkCsv } from '#lib/ingest/check-csv.ts';
import { openCsv, tableNameOf, type FileTable } from '#lib/ingest/open-csv.ts';
import { mostGroups } from '#lib/state/explore-form.ts';
import type { BenchRequest, OpenWorkbench, Workbench } from '#lib/state/explore.svelte.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { describeTable } from '#lib/warehouse/describe.ts';
import { fetchBytes, loadSourceTable } from '#lib/warehouse/load-source.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { generatedUrl, readPublication } from '../story/tell-here.browser.ts';

/** What goes into the database: the bytes of a file, records of the site. */
interface Contents {
	readonly own?: { readonly file: string; readonly table: string; readonly bytes: Uint8Array };
	readonly records: readonly RecordsEntry[];
}

/**
 * Opens workbenches on this device. A file that cannot be one is refused before anything is fetched, and a
 * worker that dies is replaced with the same contents.
 * @param publication path of the publication
 */
export function workbenchOpener(publication: string): OpenWorkbench {
	return async (request, { onProgress, signal }) => {
		const file = await readOwn(request);
		const { book, catalogue } = await readPublication(publication);
		const { engine, records } = book.manifest;
		const contents: Contents = {
			...(file ? { own: file } : {}),
			records: request.demonstration ? Object.values(records).flat() : []
		};
		const total = contents.records.reduce((sum, { bytes }) => sum + bytes, engine.bytes);
		const warehouse = await openBrowserWarehouse({
			...{ engine, signal, base: generatedUrl('engine/') },
			onProgress: (received) => onProgress(received, total),
			rebuild: async (restarted) => void (await load(restarted, contents, {}))
		});
		try {
			const own = await load(warehouse, contents, {
				signal,
				onProgress: (received) => onProgress(engine.bytes + received, total)
			});
			const bench = await describeBench(warehouse, contents, own);
			await warehouse.lock();
			const { thresholds } = catalogue;
			return {
				...bench,
				ask: (question) => {
					if (!own) throw new RangeError('No file is open');
					return askFile(question, { warehouse, file: own, thresholds });
				},
				query: (sql, options) => warehouse.query(sql, [], options),
				close: () => warehouse.close()
			};
		} catch (error) {
			await warehouse.close();
			throw error;
		}
	};
}

async function readOwn({ file }: BenchRequest): Promise<Contents['own']> {
	if (!file) return undefined;
	const bytes = new Uint8Array(await file.arrayBuffer());
	const found = checkCsv(file.name, bytes);
	if (found) throw new ProblemError(found);
	return { file: file.name, table: tableNameOf(file.name), bytes };
}

interface LoadOptions {
	readonly signal?: AbortSignal;
	readonly onProgress?: (received: number) => void;
}

async function load(
	warehouse: Warehouse,
	{ own, records }: Contents,
	{ signal, onProgress }: LoadOptions
): Promise<FileTable | undefined> {
	let before = 0;
	for (const { table, columns, path, bytes } of records) {
		const source = { table, columns, bytes, url: generatedUrl(path) };
		await loadSourceTable(warehouse, source, {
			fetchBytes,
			onProgress: (received) => onProgress?.(before + received),
			...(signal ? { signal } : {})
		});
		before += bytes;
	}
	signal?.throwIfAborted();
	if (!own) return undefined;
	const taken = records.some(({ table }) => table === own.table.toLowerCase());
	const table = taken ? `${own.table}_file` : own.table;
	return openCsv(warehouse, { file: own.file, table }, own.bytes);
}

async function describeBench(
	warehouse: Warehouse,
	{ records }: Contents,
	file: FileTable | undefined
): Promise<Pick<Workbench, 'file' | 'columns' | 'tables' | 'hasDemonstration'>> {
	const demonstration = records.map(({ table, rows }) => ({ name: table, rows }));
	const profiles = file ? await describeTable(warehouse, file.table, mostGroups) : [];
	return {
		...(file ? { file } : {}),
		columns: profiles.filter(({ name }) => file?.columns.includes(name)),
		tables: [...(file ? [{ name: file.table, rows: file.rows }] : []), ...demonstration],
		hasDemonstration: records.length > 0
	};
}
