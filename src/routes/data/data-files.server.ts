import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableSchema } from '#lib/contracts/table-schema.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import type { PublishedFigure } from './published/published-figure.ts';
import { toPublishedFigure } from './published/published-figure.ts';

/** From the project's root, where the build runs. */
const folder = 'data';

/** Names of the files of a folder of data/, without their ending, in alphabetical order. */
export async function namesIn(subfolder: string, ending: string): Promise<string[]> {
	const files = await readdir(join(folder, subfolder));
	return files
		.filter((file) => file.endsWith(ending))
		.map((file) => file.slice(0, -ending.length))
		.sort();
}

/** A file of data/ as text. */
export function readText(path: string): Promise<string> {
	return readFile(join(folder, path), 'utf8');
}

/** The schemas of all tables, in alphabetical order. Their shape is held by the tests of data/. */
export async function readSchemas(): Promise<TableSchema[]> {
	const names = await namesIn('schemas', '.json');
	return Promise.all(
		names.map(async (name) => JSON.parse(await readText(`schemas/${name}.json`)) as TableSchema)
	);
}

/** Every published figure, in the order of the file. */
export async function readPublishedFigures(): Promise<PublishedFigure[]> {
	return readCsv(await readText('published-figures.csv')).map(toPublishedFigure);
}
