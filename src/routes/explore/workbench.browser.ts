import { askFile } from '#lib/answers/ask-file.ts';
import type { RecordsEntry } from '#lib/answers/answer-book.ts';
import { readFormQuestion } from '#lib/answers/form-question.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import { mostGroups } from '#lib/state/explore-form.ts';
import type { BenchRequest, Opening, OpenWorkbench, Workbench } from '#lib/state/explore-bench.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { describeTable, type ColumnProfile } from '#lib/warehouse/describe.ts';
import { fetchBytes, loadSourceTable } from '#lib/warehouse/load-source.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { generatedUrl, readPublication } from '../story/tell-here.browser.ts';
import { prepareOwn, type Held, type Prepared } from './own-data.browser.ts';

/** What goes into the database: a file or survey of the person's own, records of the site. */
interface Contents {
	readonly own?: Prepared;
	readonly records: readonly RecordsEntry[];
}

/**
 * Opens workbenches on this device. A file that cannot be one is refused before DuckDB is fetched, and a worker that
 * dies is replaced with the same contents.
 * @param publication path of the publication
 */
export function workbenchOpener(publication: string): OpenWorkbench {
	return async (request, { tell, signal }) => {
		const { book, catalogue } = await readPublication(publication);
		const { engine, records } = book.manifest;
		const contents = await contentsOf(request, { publication, records, signal });
		const total = contents.records.reduce((sum, { bytes }) => sum + bytes, engine.bytes);
		const fetched = (bytes: number): void => tell({ doing: 'fetch', bytes, ofBytes: total });
		const warehouse = await openBrowserWarehouse({
			...{ engine, signal, base: generatedUrl('engine/') },
			onProgress: fetched,
			rebuild: async (restarted) => void (await load(restarted, contents, {}))
		});
		try {
			const own = await load(warehouse, contents, {
				...{ signal, tell },
				onReceived: (received) => fetched(engine.bytes + received)
			});
			const bench = await describeBench(warehouse, contents, own);
			await warehouse.lock();
			const { thresholds } = catalogue;
			return {
				...bench,
				site: { book, catalogue },
				ask: (question) => {
					if (!own) throw new RangeError('No file is open');
					return askFile(question, { warehouse, file: own.file, thresholds });
				},
				read: (text) => readFormQuestion(text, own?.file.file ?? ''),
				query: (sql, options) => warehouse.query(sql, [], options),
				close: () => warehouse.close()
			};
		} catch (error) {
			await warehouse.close();
			throw error;
		} finally {
			contents.own?.rest();
		}
	};
}

interface Given {
	readonly publication: string;
	readonly records: Readonly<Record<string, readonly RecordsEntry[]>>;
	readonly signal: AbortSignal;
}

async function contentsOf(
	{ own, demonstration }: BenchRequest,
	{ publication, records, signal }: Given
): Promise<Contents> {
	return {
		...(own ? { own: await prepareOwn(own, publication, signal) } : {}),
		records: demonstration ? Object.values(records).flat() : []
	};
}

interface LoadOptions {
	readonly signal?: AbortSignal;
	readonly tell?: (opening: Opening) => void;
	/** Bytes of records so far. */
	readonly onReceived?: (received: number) => void;
}

/** The own file comes first: while it is made its table may have the name of one of the site. */
async function load(
	warehouse: Warehouse,
	{ own, records }: Contents,
	{ signal, tell, onReceived }: LoadOptions
): Promise<Held | undefined> {
	const taken = new Set(records.map(({ table }) => table));
	const held = await own?.load(warehouse, {
		...{ taken, tell: tell ?? (() => undefined) },
		...(signal ? { signal } : {})
	});
	own?.rest();
	let before = 0;
	for (const { table, columns, path, bytes } of records) {
		const source = { table, columns, bytes, url: generatedUrl(path) };
		await loadSourceTable(warehouse, source, {
			fetchBytes,
			onProgress: (received) => onReceived?.(before + received),
			...(signal ? { signal } : {})
		});
		before += bytes;
	}
	signal?.throwIfAborted();
	return held;
}

async function describeBench(
	warehouse: Warehouse,
	{ own, records }: Contents,
	held: Held | undefined
): Promise<Omit<Workbench, 'site' | 'ask' | 'read' | 'query' | 'close'>> {
	const file = held?.file;
	const demonstration = records.map(({ table, rows }) => ({ name: table, rows }));
	const profiles = file ? await describeTable(warehouse, file.table, mostGroups) : [];
	return {
		...(file ? { file } : {}),
		...(own?.survey ? { survey: own.survey } : {}),
		...(held?.design ? { design: held.design } : {}),
		columns: file ? columnsOf(profiles, file) : [],
		tables: [...(file ? [{ name: file.table, rows: file.rows }] : []), ...demonstration],
		hasDemonstration: records.length > 0
	};
}

/** What can be asked of a table: of columns that its file does not have those that tell rows apart. */
function columnsOf(
	profiles: readonly ColumnProfile[],
	{ columns, rows, added = [], texts = [] }: FileTable
): ColumnProfile[] {
	const says = ({ name, distinct }: ColumnProfile): boolean =>
		!added.includes(name) || (distinct > 1 && distinct < rows);
	return profiles
		.filter((profile) => columns.includes(profile.name) && says(profile))
		.map((profile) =>
			texts.includes(profile.name) ? { ...profile, kind: 'text', low: null, high: null } : profile
		);
}
