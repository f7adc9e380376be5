import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { ownTableName } from '#lib/contracts/own-survey.ts';
import { codesOfField } from '#lib/contracts/table-schema.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { lookupTables, tableDesigns } from '#lib/indicators/declared.ts';
import { lookupColumns, lookupCsv } from '#lib/indicators/lookup-csv.ts';
import type { Checked } from '#lib/ingest/checking/check-file.ts';
import { importTables } from '#lib/ingest/checking/plan.ts';
import { freeName, rowid, type FileTable } from '#lib/ingest/file-table.ts';
import type { ImportOptions, OpenedFile } from '#lib/ingest/open-file.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { settle, type Settled } from '#lib/ingest/recipe/settle.ts';
import { replayExactly } from '#lib/ingest/replay-exactly.ts';
import { explore as words } from '#lib/vocabulary/messages/explore.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { FileDesign } from './file-question.ts';

/** A survey of this device as its recipe makes it of its file, ready to be asked. */
export interface OwnTable {
	readonly file: FileTable;
	/** Of the recipe; the person can ask under another. */
	readonly design: FileDesign;
}

/** Tables of the import that nobody asks. */
const beside = ['raw', ...Object.values(importTables)];

/**
 * Replays a recipe on its file. What is left in the warehouse is the canonical table under a name of its own, since
 * the site's surveys have tables of the same names: `own_tracer`, `own_labour_force`, `own_other`, …; and what the
 * SQL of its figures looks things up in.
 * @throws ProblemError with one sentence when the file cannot be read; the signal's reason when aborted
 */
export async function openOwnTable(
	warehouse: Warehouse,
	source: { readonly blob: Blob; readonly name: string; readonly recipe: Recipe },
	options: Pick<ImportOptions, 'catalogue' | 'contracts' | 'files' | 'signal' | 'onProgress'>
): Promise<OwnTable> {
	const { checked, opened } = await replayExactly(warehouse, source, options);
	const { name: canonical, columns } = checked.table;
	const table = ownTableName(canonical);
	const names = columns.map(({ name }) => name);
	for (const name of beside) {
		await warehouse.query(`DROP TABLE IF EXISTS ${quoteIdentifier(name)}`);
	}
	const rowNumber = await rename(warehouse, { canonical, table, names });
	for (const id of lookupTables[canonical as TableId] ?? []) {
		await warehouse.loadCsv(id, lookupCsv(id, options.catalogue), lookupColumns);
	}
	const declared = tableDesigns[canonical];
	const unit = declared?.unit;
	const settled = settle(source.recipe.steps);
	return {
		file: {
			...{ file: source.name, table, columns: names, headings: names, rowNumber },
			...{ rows: checked.table.rows, sha256: source.recipe.file.sha256 },
			...(unit === undefined ? {} : { unit }),
			...(declared?.complete ? { complete: true } : {}),
			...(canonical === 'other' ? {} : { texts: textsOf(checked) }),
			added: columns.filter(({ from }) => from.length === 0).map(({ name }) => name),
			labels: canonical === 'other' ? ownLabels(checked, opened) : labelsOf(canonical, options),
			notes: notesOf(checked, declared?.complete === true)
		},
		design: await designOf(warehouse, { table, checked, settled })
	};
}

interface Renamed {
	readonly canonical: string;
	readonly table: string;
	readonly names: readonly string[];
}

/** Gives the table its name, and its rows a number where a column of the file is called as DuckDB's is. */
async function rename(warehouse: Warehouse, { canonical, table, names }: Renamed): Promise<string> {
	const [from, to] = [quoteIdentifier(canonical), quoteIdentifier(table)];
	const rowNumber = freeName(rowid, names);
	if (rowNumber === rowid) await warehouse.query(`ALTER TABLE ${from} RENAME TO ${to}`);
	else {
		const numbered = `row_number() OVER () - 1 AS ${quoteIdentifier(rowNumber)}`;
		await warehouse.query(`CREATE TABLE ${to} AS SELECT *, ${numbered} FROM ${from}`);
		await warehouse.query(`DROP TABLE ${from}`);
	}
	return rowNumber;
}

function textsOf({ table }: Checked): string[] {
	return table.columns.filter(({ type }) => type === 'string').map(({ name }) => name);
}

function labelsOf(
	canonical: string,
	{ catalogue, contracts }: { readonly catalogue: Catalogue; readonly contracts: Contracts }
): NonNullable<FileTable['labels']> {
	const fields = contracts.tables[canonical]?.fields ?? [];
	const labels = fields.map((field) => {
		const codes = codesOfField(field, catalogue).map(({ code, label }) => [code, label] as const);
		return [field.name, Object.fromEntries(codes)] as const;
	});
	return Object.fromEntries(labels.filter(([, codes]) => Object.keys(codes).length > 0));
}

/** Of a file of SPSS that keeps its own columns. */
function ownLabels({ table }: Checked, { raw }: OpenedFile): NonNullable<FileTable['labels']> {
	const labels = new Map(raw.columns.map(({ name, valueLabels }) => [name, valueLabels]));
	return Object.fromEntries(
		table.columns.flatMap(({ name, from: [first = ''] }) => {
			const found = labels.get(first);
			return found ? [[name, found]] : [];
		})
	);
}

function notesOf({ rejected, table }: Checked, isComplete: boolean): string[] {
	const severalRows = (tableDesigns[table.name]?.unit ?? '') === 'worker';
	return [
		...(rejected > 0 ? [words.own.rejected(rejected)] : []),
		...(severalRows ? [words.own.workers] : []),
		...(isComplete ? [words.own.complete] : [])
	];
}

interface Found {
	readonly table: string;
	readonly checked: Checked;
	readonly settled: Settled;
}

async function designOf(warehouse: Warehouse, found: Found): Promise<FileDesign> {
	const { name, columns } = found.checked.table;
	if (name === 'other') return namedDesign(found);
	// Everybody was counted: a row stands for as many people as it says.
	if (tableDesigns[name]?.complete) return { weight: 'enrolled', strata: [], cluster: [] };
	const fromFile = (column: string): boolean =>
		columns.some((one) => one.name === column && one.from.length > 0);
	const [stratum, cluster, wave] = await Promise.all([
		fromFile('stratum'),
		fromFile('cluster') || (await repeats(warehouse, found, 'cluster')),
		fromFile('wave') && (await varies(warehouse, found.table, 'wave'))
	]);
	return {
		...(fromFile('weight') ? { weight: 'weight' } : {}),
		// Waves are separate samples.
		strata: [...(wave ? ['wave'] : []), ...(stratum ? ['stratum'] : [])],
		cluster: cluster ? ['cluster'] : [],
		...(fromFile('fpc') ? { population: 'fpc' } : {})
	};
}

/** Of a file that keeps its own columns: the columns that the recipe names. */
function namedDesign({ checked, settled: { design } }: Found): FileDesign {
	const named = (heading: string): string[] =>
		checked.table.columns.filter(({ from }) => from.includes(heading)).map(({ name }) => name);
	const [weight] = design.weight === undefined ? [] : named(design.weight);
	const [population] = design.fpc === undefined ? [] : named(design.fpc);
	return {
		...(weight === undefined ? {} : { weight }),
		strata: (design.stratum ?? []).flatMap(named),
		cluster: (design.cluster ?? []).flatMap(named),
		...(population === undefined ? {} : { population })
	};
}

/** Whether several rows have the same value: then they are no clusters of their own. */
async function repeats(
	warehouse: Warehouse,
	{ table, checked }: Found,
	column: string
): Promise<boolean> {
	return (await countValues(warehouse, table, column)) < checked.table.rows;
}

async function varies(warehouse: Warehouse, table: string, column: string): Promise<boolean> {
	return (await countValues(warehouse, table, column)) > 1;
}

async function countValues(warehouse: Warehouse, table: string, column: string): Promise<number> {
	const found = await warehouse.query(
		`SELECT count(DISTINCT ${quoteIdentifier(column)}) AS n FROM ${quoteIdentifier(table)}`
	);
	return Number(found.column('n')[0]);
}
