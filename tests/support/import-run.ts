import { openAsBlob } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { importFile } from '#lib/ingest/import.ts';
import type { ImportOptions } from '#lib/ingest/open-file.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../../src/cli/catalogue.ts';
import { readContractFiles } from '../../src/cli/contracts.ts';
import { reportOf } from '../../src/cli/import/report.ts';
import type { Outcome } from './import-hostile.ts';
import type { ImportReport } from './import-report.ts';

/** Imports files, one after the other, in one warehouse. */
interface Importer {
	/** What the command would print; with a recipe, of the next wave. */
	run(path: string, name: string, recipe?: Recipe): Promise<ImportReport>;
	/** The recipe of an import to which nobody answered a question. */
	recipeOf(path: string, name: string): Promise<Recipe>;
	tryRun(path: string, name: string): Promise<Outcome>;
	tryBlob(blob: Blob, name: string): Promise<Outcome>;
}

/** The importer of the tests that it is called among: opened before them, closed after them. */
export function importerOfTests(): Importer {
	let opened: Pick<ImportOptions, 'catalogue' | 'contracts'> & { readonly warehouse: Warehouse };
	beforeAll(async () => {
		const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
		opened = { warehouse: await openNodeWarehouse(), catalogue, contracts };
	});
	afterAll(() => opened.warehouse.close());
	const importBlob = (blob: Blob, name: string, recipe?: Recipe) => {
		const { warehouse, ...known } = opened;
		return importFile(warehouse, { blob, name }, { ...known, ...(recipe ? { recipe } : {}) });
	};
	const tryBlob = async (blob: Blob, name: string): Promise<Outcome> => {
		try {
			return { report: reportOf(await importBlob(blob, name)) as ImportReport };
		} catch (error) {
			// Any other error is a fault of the importer, whatever the file.
			if (!(error instanceof ProblemError)) throw error;
			return { sentence: problems.sentence(error.problem) };
		}
	};
	return {
		run: async (path, name, recipe) => {
			return reportOf(await importBlob(await openAsBlob(path), name, recipe)) as ImportReport;
		},
		recipeOf: async (path, name) => (await importBlob(await openAsBlob(path), name)).recipe,
		tryBlob,
		tryRun: async (path, name) => tryBlob(await openAsBlob(path), name)
	};
}
