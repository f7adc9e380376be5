import type { Page } from 'playwright';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { OwnKind, OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { DeviceFolder } from '#lib/state/own-surveys/device-folder.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { sha256 } from '#lib/state/own-surveys/fingerprint.ts';
import { surveyOfImport } from '#lib/state/own-surveys/import-survey.ts';
import { Shelf } from '#lib/state/own-surveys/shelf.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

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
	return { own: made.own, files: Object.fromEntries(await Promise.all(texts)) };
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
