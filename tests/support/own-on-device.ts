import type { Page } from 'playwright';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { OwnKind, OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { DeviceFolder } from '#lib/state/own-surveys/device-folder.ts';
import { importFile } from '#lib/ingest/import.ts';
import type { Recipe, SurveyInfo } from '#lib/ingest/recipe/recipe.ts';
import { sha256 } from '#lib/state/own-surveys/fingerprint.ts';
import { surveyOfImport } from '#lib/state/own-surveys/import-survey.ts';
import { Shelf, type NewSurvey } from '#lib/state/own-surveys/shelf.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../../src/cli/catalogue.ts';
import { readContractFiles } from '../../src/cli/contracts.ts';

/** A recipe that says what the survey is; its file is read as it stands. */
export function recipeFor(kind: OwnKind, title: string): Recipe {
	return {
		format: 'recipe-1',
		file: { name: `${kind}.csv`, sha256: '', rows: 1, columns: ['a'] },
		survey: { title, wave: '2025', synthetic: false, universe: 'graduates of our college' },
		steps: [{ do: 'kind', kind, unit: 'row' }]
	};
}

/** The files of a device's folder, as text of base64, by name. */
export type DeviceFiles = Readonly<Record<string, string>>;

/**
 * What a device would hold after an import: the very files that the site writes, for a page to be given.
 * @param warehouse with canonical tables
 */
export async function deviceFiles(
	warehouse: Warehouse,
	table: string,
	{ recipe, source, catalogue }: { recipe: Recipe; source: string; catalogue: Catalogue }
): Promise<{ own: OwnSurvey; files: DeviceFiles }> {
	const hash = await sha256(new TextEncoder().encode(source));
	const made = await surveyOfImport(
		{
			...{ warehouse, table, source: new Blob([source]) },
			recipe: { ...recipe, file: { ...recipe.file, sha256: hash } }
		},
		{ catalogue }
	);
	return { own: made.own, files: await filesOf(made) };
}

/** The same of a file that is imported as the site would import it, whatever it is taken for. */
export async function importedFiles(
	csv: string,
	name: string,
	survey: Partial<SurveyInfo>
): Promise<{ own: OwnSurvey; files: DeviceFiles; recipe: Recipe }> {
	const warehouse = await openNodeWarehouse();
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	const source = new Blob([csv]);
	const { recipe, checked } = await importFile(
		warehouse,
		{ blob: source, name },
		{ catalogue, contracts, survey }
	);
	const imported = { warehouse, table: checked.table.name, source, recipe };
	const made = await surveyOfImport(imported, { catalogue });
	await warehouse.close();
	return { own: made.own, files: await filesOf(made), recipe };
}

async function filesOf(made: NewSurvey): Promise<DeviceFiles> {
	const files = new Map<string, Blob>();
	const folder: DeviceFolder = {
		write: async (name, content) => void files.set(name, content),
		read: async (name) => files.get(name),
		remove: async (name) => void files.delete(name),
		names: async () => [...files.keys()]
	};
	const shelf = new Shelf({ folder, withLock: (work) => work() });
	await shelf.keep(made);
	const texts = [...files].map(
		async ([name, blob]) =>
			[name, Buffer.from(await blob.arrayBuffer()).toString('base64')] as const
	);
	return Object.fromEntries(await Promise.all(texts));
}

/** Puts these files into the page's private file system, and tells its site that something is kept. */
export async function putOnDevice(
	page: Page,
	{ own, files }: { own: OwnSurvey; files: DeviceFiles }
) {
	await page.evaluate(
		async ({ contents, hint }) => {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('own-surveys', { create: true });
			for (const [name, text] of Object.entries(contents)) {
				const target = await (await folder.getFileHandle(name, { create: true })).createWritable();
				await target.write(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
				await target.close();
			}
			localStorage.setItem('own-surveys', hint);
		},
		{ contents: files, hint: `0 ${own.id}` }
	);
}
