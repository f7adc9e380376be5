import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { Checked } from '#lib/ingest/checking/check-file.ts';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { settle, type Settled } from '#lib/ingest/recipe/settle.ts';
import { ownPackage as words } from '#lib/vocabulary/messages/own-package.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { codeFiles, type CodeFile } from './code-files.ts';
import { describeTable, type DescribedTable } from './described-table.ts';
import { packageEstimate, type PackageEstimate } from './estimate.ts';
import { packageDesign, type PackageDesign } from './package-design.ts';

/** An import as its package takes it. */
export interface PackagedImport {
	/** With the canonical table. */
	readonly warehouse: Warehouse;
	readonly checked: Checked;
	readonly raw: RawTable;
	/** What the table was made with. */
	readonly recipe: Recipe;
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	/** The file as it came, where it is to be part of the package. */
	readonly source?: Blob;
	/** Aborting rejects with the signal's reason. */
	readonly signal?: AbortSignal;
}

/** All that the files of a package tell, but the rows. */
export interface DescribedPackage {
	readonly title: string;
	/** What stands first in every file for people: what it is, whose, whether it is made up. */
	readonly head: readonly string[];
	readonly recipe: Recipe;
	readonly settled: Settled;
	readonly table: DescribedTable;
	readonly design: PackageDesign;
	readonly estimate: PackageEstimate;
	readonly codeFiles: readonly CodeFile[];
	/** Rows of the file that did not get in. */
	readonly rejected: number;
	/** The file as it came, by its path in the package; absent where it is not part of it. */
	readonly source?: { readonly path: string; readonly bytes: number };
}

/** Looks through the table of an import and finds what its package has to say. */
export async function describePackage(imported: PackagedImport): Promise<DescribedPackage> {
	const { warehouse, checked, recipe, source } = imported;
	const { survey, file } = recipe;
	const settled = settle(recipe.steps);
	const table = await describeTable(warehouse, checked.table, imported);
	const design = await packageDesign(warehouse, table, settled);
	const isSaid = survey.wave === '' || survey.title.includes(survey.wave);
	const title = (isSaid ? survey.title : `${survey.title}, ${survey.wave}`) || file.name;
	return {
		title,
		head: [
			words.title(title),
			...(survey.universe === '' ? [] : [words.universe(survey.universe)]),
			...(survey.synthetic ? [words.synthetic] : []),
			words.confidential
		],
		...{ recipe, settled, table, design },
		estimate: await packageEstimate(warehouse, table, design),
		codeFiles: codeFiles(table),
		rejected: checked.rejected,
		...(source ? { source: { path: sourcePath(file.name), bytes: source.size } } : {})
	};
}

/** A name that every file system and Frictionless take, within a folder of its own. */
function sourcePath(name: string): string {
	const plain = name
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}._ -]+/gu, '-')
		.replace(/^[.\s-]+/, '');
	return `source/${plain.slice(-120) || 'file'}`;
}
