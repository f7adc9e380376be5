import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of each survey's data package, by survey; paths from the folder `generated/`. */
export type Packages = Readonly<
	Record<string, readonly { readonly path: string; readonly bytes: number }[]>
>;

/** What `npm run data` says of the packages that it made. */
export async function readPackages(): Promise<Packages> {
	return JSON.parse(await readFile('static/generated/packages.json', 'utf8')) as Packages;
}

/** A notebook as `npm run notebooks` rendered it. */
export interface Notebook {
	readonly path: string;
	readonly title: string;
}

/** The rendered notebooks, by title; none where the command was not run before the build. */
export async function readNotebooks(folder = 'static/notebooks'): Promise<Notebook[]> {
	if (!existsSync(folder)) return [];
	const files = (await readdir(folder)).filter((file) => file.endsWith('.html'));
	const found = await Promise.all(
		files.map(async (file) => {
			const html = await readFile(join(folder, file), 'utf8');
			const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? file;
			return { path: `/notebooks/${file}`, title };
		})
	);
	return found.sort((a, b) => (a.title < b.title ? -1 : 1));
}
