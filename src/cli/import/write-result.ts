import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { ownPackage, type PackageFile } from '#lib/exports/own-package/package-files.ts';
import { csvPages } from '#lib/ingest/checking/csv-pages.ts';
import { importTables } from '#lib/ingest/checking/plan.ts';
import { rejectedCsv } from '#lib/ingest/checking/rejected-rows.ts';
import type { ImportResult } from '#lib/ingest/import.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

export interface WriteContext {
	readonly folder: string;
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	/** The file as it came, where it is to be part of the package. */
	readonly source?: Blob;
}

/**
 * Writes what an import came to into a folder: its data package, file by file as the site packs it, and for a
 * spreadsheet the problems and the rows that were rejected.
 */
export async function writeResult(
	warehouse: Warehouse,
	result: ImportResult,
	{ folder, ...context }: WriteContext
): Promise<void> {
	const { raw, recipe } = result;
	const leftOut = new Set(settle(recipe.steps).leftOut.keys());
	const { files } = await ownPackage({ warehouse, ...result, ...context });
	for (const file of files) await writeContent(join(folder, file.path), file.content);
	const problems = csvPages(warehouse, importTables.problems, { spreadsheet: true });
	await writeContent(join(folder, 'problems.csv'), problems);
	await writeContent(join(folder, 'rejected.csv'), rejectedCsv(warehouse, raw, { leftOut }));
}

async function writeContent(path: string, content: PackageFile['content']): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const parts =
		content instanceof Blob
			? Readable.from(content.stream())
			: Readable.from(typeof content === 'string' ? [content] : content);
	await pipeline(parts, createWriteStream(path));
}
