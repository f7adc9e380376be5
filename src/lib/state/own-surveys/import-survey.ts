import { makeOwnBook } from '#lib/answers/own-book.ts';
import { declaredTables, ownFacts } from '#lib/answers/own-facts.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { ownCatalogue } from '#lib/contracts/own-catalogue.ts';
import { sourceOfKind, type OwnSurvey } from '#lib/contracts/own-survey.ts';
import { lookupTables } from '#lib/indicators/declared.ts';
import { lookupColumns, lookupCsv } from '#lib/indicators/lookup-csv.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { kindOf, ownId } from './recipe.ts';
import type { NewSurvey } from './shelf.ts';

/** A file that a recipe was replayed on. */
export interface Imported {
	/** With the canonical table. */
	readonly warehouse: Warehouse;
	/** The canonical table: `tracer`, `audit_skill`, …, or `other`. */
	readonly table: string;
	/** As it came. */
	readonly source: Blob;
	readonly recipe: Recipe;
}

interface MakeOptions {
	/** Of the site, with every code list. */
	readonly catalogue: Catalogue;
	/** Parts that have become cells, and how many there are. */
	readonly onProgress?: (done: number, of: number) => void;
	readonly signal?: AbortSignal;
}

/**
 * Makes of an import what the shelf keeps: what the survey is, and the answer book that pages answer from.
 * @throws the signal's reason when aborted
 */
export async function surveyOfImport(
	{ warehouse, table, source, recipe }: Imported,
	{ catalogue, ...options }: MakeOptions
): Promise<NewSurvey> {
	const kind = kindOf(recipe);
	const { survey, file } = recipe;
	const { title, wave, synthetic, universe, from, to } = survey;
	const facts = await ownFacts(warehouse, [table], catalogue);
	const own: OwnSurvey = {
		...{ id: await ownId(recipe), kind, title, wave, universe, synthetic },
		...(from === undefined ? {} : { from }),
		...(to === undefined ? {} : { to }),
		file: { name: file.name, sha256: file.sha256, rows: file.rows, bytes: source.size },
		keptOn: new Date().toISOString(),
		facts: { ...facts, weighted: facts.weighted || hasNamedWeight(table, recipe) },
		comparableWith: []
	};
	const tables = declaredTables([table], sourceOfKind(kind) ?? '');
	for (const id of tables.flatMap((one) => lookupTables[one] ?? [])) {
		await warehouse.loadCsv(id, lookupCsv(id, catalogue), lookupColumns);
	}
	const book = await makeOwnBook(warehouse, tables, {
		...options,
		catalogue: ownCatalogue(catalogue, own, '')
	});
	return { own, source, recipe, book };
}

/** A file that keeps its own columns has its weights under a name that only the recipe knows. */
function hasNamedWeight(table: string, { steps }: Recipe): boolean {
	const { design, leftOut } = settle(steps);
	return table === 'other' && design.weight !== undefined && !leftOut.has(design.weight);
}
