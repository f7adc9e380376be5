import { csvPages } from '#lib/ingest/checking/csv-pages.ts';
import { measured } from '#lib/ingest/reading/sha256.ts';
import { formatRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import { codeFileText } from './code-files.ts';
import { codebookPage } from './codebook.ts';
import { describePackage, type PackagedImport } from './described-package.ts';
import { designFile } from './design-file.ts';
import { ownDescriptor, packageName } from './descriptor.ts';
import { readDo } from './read-do.ts';
import { readR } from './read-r.ts';
import { readme } from './readme.ts';
import { tableRecipe } from './table-recipe.ts';

/** A file of a package, by its path within; the content comes as it is read, in order. */
export interface PackageFile {
	readonly path: string;
	readonly content: string | Blob | AsyncIterable<string>;
}

export interface OwnPackage {
	/** For the file or folder that holds it. */
	readonly name: string;
	/** Rows come out of the warehouse when their file is read; what follows tells their size, and is read after them. */
	readonly files: readonly PackageFile[];
}

/**
 * The data package of an own survey: the table as exact CSV, its Table Schema, the design, a codebook, code lists,
 * the recipe, scripts of R and Stata that read it, and the file as it came where that is wanted. The same for the
 * site and for the command.
 */
export async function ownPackage(imported: PackagedImport): Promise<OwnPackage> {
	const described = await describePackage(imported);
	const { table, recipe, codeFiles, source } = described;
	const { warehouse, signal } = imported;
	const size = { bytes: 0, sha256: '' };
	const rows = measured(csvPages(warehouse, table.name, signal ? { signal } : {}), size);
	return {
		name: packageName(described),
		files: [
			{ path: 'README.txt', content: readme(described) },
			{ path: `${table.name}.csv`, content: rows },
			{ path: 'datapackage.json', content: later(() => json(ownDescriptor(described, size))) },
			{ path: 'design.json', content: json(designFile(described)) },
			{ path: 'codebook.html', content: codebookPage(described) },
			...codeFiles.map((file) => ({ path: file.path, content: codeFileText(file) })),
			{ path: 'read.R', content: readR(described) },
			{ path: 'read.do', content: readDo(described) },
			{ path: 'recipe.json', content: formatRecipe(recipe) },
			{
				path: `${table.name}.recipe.json`,
				content: later(() => formatRecipe(tableRecipe(described, size)))
			},
			...(source && imported.source ? [{ path: source.path, content: imported.source }] : [])
		]
	};
}

/** Text that is made when it is read. */
async function* later(make: () => string): AsyncGenerator<string> {
	yield make();
}

function json(value: object): string {
	return `${JSON.stringify(value, undefined, '\t')}\n`;
}
