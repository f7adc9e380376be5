import type { RecordsEntry } from '#lib/answers/answer-book.ts';
import { cellMaker } from '#lib/answers/engine-cells.ts';
import type { StartEngine } from '#lib/state/engine.svelte.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { fetchBytes, loadSourceTable } from '#lib/warehouse/load-source.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { generatedUrl, readPublication } from './tell-here.browser.ts';

/**
 * Starts DuckDB with the records of all surveys, so that it answers on every page, and locks it: from then on
 * it can neither read a file nor be set otherwise.
 */
export function startEngineFor(publication: string): StartEngine {
	return async (progress, signal) => {
		const { book } = await readPublication(publication);
		const { engine, records } = book.manifest;
		const files = Object.values(records).flat();
		const total = engine.bytes + files.reduce((sum, { bytes }) => sum + bytes, 0);
		const load = async (warehouse: Warehouse, received: (bytes: number) => void): Promise<void> => {
			let before = 0;
			for (const file of files) {
				const onProgress = (bytes: number): void => received(before + bytes);
				await loadRecords(warehouse, file, { signal, onProgress });
				before += file.bytes;
			}
			await warehouse.lock();
		};
		const warehouse = await openBrowserWarehouse({
			engine,
			base: generatedUrl('engine/'),
			signal,
			onProgress: (received) => progress(received, total),
			rebuild: (restarted) => load(restarted, () => undefined)
		});
		await load(warehouse, (received) => progress(engine.bytes + received, total));
		return cellMaker(warehouse);
	};
}

async function loadRecords(
	warehouse: Warehouse,
	{ table, columns, path, bytes }: RecordsEntry,
	options: { signal: AbortSignal; onProgress: (received: number) => void }
): Promise<void> {
	const file = { table, columns, bytes, url: generatedUrl(path) };
	await loadSourceTable(warehouse, file, { fetchBytes, ...options });
}
