import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAnswerBook, type AnswerBook, type Manifest } from '#lib/answers/answer-book.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { fetchBytes, loadSourceTable } from '#lib/warehouse/load-source.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

const folder = 'static/generated';

export async function readGenerated<Shape>(path: string): Promise<Shape> {
	return JSON.parse(await readFile(join(folder, path), 'utf8')) as Shape;
}

export const readCatalogue = (): Promise<Catalogue> => readGenerated<Catalogue>('catalogue.json');

export async function readAnswerBook(): Promise<AnswerBook> {
	const manifest = await readGenerated<Manifest>('manifest.json');
	return openAnswerBook(manifest, (path) => readFile(join(folder, path)));
}

/** DuckDB for Node with the records of all sources, as the site publishes them. */
export async function openSources(): Promise<Warehouse> {
	const { records } = await readGenerated<Manifest>('manifest.json');
	const warehouse = await openNodeWarehouse();
	for (const { table, columns, path, bytes } of Object.values(records).flat()) {
		const read: typeof fetchBytes = () => readFile(join(folder, path));
		await loadSourceTable(warehouse, { table, columns, bytes, url: path }, { fetchBytes: read });
	}
	return warehouse;
}
