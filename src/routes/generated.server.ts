import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAnswerBook, type AnswerBook, type Manifest } from '#lib/answers/answer-book.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { EngineFile, EngineManifest } from '#lib/warehouse/engine.ts';

/** Where `npm run data` writes, from the project's root, where the build runs. */
const folder = 'static/generated';

let catalogue: Promise<Catalogue> | undefined;
let book: Promise<AnswerBook> | undefined;

/** What data/ says about the country, read once a build. */
export function readCatalogue(): Promise<Catalogue> {
	return (catalogue ??= readGenerated<Catalogue>('catalogue.json'));
}

/** Providers, reach, short courses and costs. */
export function readPlanning(): Promise<Planning> {
	return readGenerated('planning.json');
}

/**
 * The manifest, with the paths of what the browser fetches before its first own answer and before its first
 * import, the packed solver, and the worker that reads files.
 */
export function readManifest(): Promise<
	Manifest & {
		publication: string;
		importGuide: string;
		solver: EngineManifest;
		reader: EngineFile;
	}
> {
	return readGenerated('manifest.json');
}

/** The published tables, from the disk instead of the network. */
export function readAnswerBook(): Promise<AnswerBook> {
	return (book ??= readManifest().then((manifest) =>
		openAnswerBook(manifest, (path) => readFile(join(folder, path)))
	));
}

/** Bytes that DuckDB and the records of all surveys take over the wire. */
export async function engineBytes(): Promise<number> {
	const { engine, records } = await readManifest();
	return Object.values(records)
		.flat()
		.reduce((sum, { bytes }) => sum + bytes, engine.bytes);
}

async function readGenerated<Shape>(path: string): Promise<Shape> {
	return JSON.parse(await readFile(join(folder, path), 'utf8')) as Shape;
}
