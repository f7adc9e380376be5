import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { importPackage } from '#lib/exports/import-package.ts';
import { csvPages } from '#lib/ingest/checking/csv-pages.ts';
import { importTables } from '#lib/ingest/checking/plan.ts';
import { rejectedCsv } from '#lib/ingest/checking/rejected-rows.ts';
import type { ImportResult } from '#lib/ingest/import.ts';
import { formatRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

export interface WriteContext {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
}

/**
 * Writes what an import came to into a folder: the canonical table as exact CSV with its Table Schema in
 * datapackage.json, the recipe, and for a spreadsheet the problems and the rows that were rejected.
 */
export async function writeResult(
	warehouse: Warehouse,
	result: ImportResult,
	{ folder, catalogue, contracts }: WriteContext & { readonly folder: string }
): Promise<void> {
	const { checked, raw, recipe } = result;
	const { leftOut } = settle(recipe.steps);
	await mkdir(folder, { recursive: true });
	const path = (name: string): string => join(folder, name);
	await writeText(path(`${checked.table.name}.csv`), csvPages(warehouse, checked.table.name));
	await writeText(
		path('problems.csv'),
		csvPages(warehouse, importTables.problems, { spreadsheet: true })
	);
	await writeText(
		path('rejected.csv'),
		rejectedCsv(warehouse, raw, { leftOut: new Set(leftOut.keys()) })
	);
	await writeFile(path('recipe.json'), formatRecipe(recipe));
	const descriptor = importPackage(result, { catalogue, contracts });
	await writeFile(path('datapackage.json'), `${JSON.stringify(descriptor, undefined, '\t')}\n`);
}

async function writeText(path: string, text: AsyncIterable<string>): Promise<void> {
	await pipeline(Readable.from(text), createWriteStream(path));
}
