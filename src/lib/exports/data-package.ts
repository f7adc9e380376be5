import type { RecordsEntry } from '#lib/answers/answer-book.ts';
import type { Catalogue, Survey } from '#lib/contracts/catalogue.ts';
import { codesOfField, type TableSchema } from '#lib/contracts/table-schema.ts';
import type { TableDesign } from '#lib/indicators/declaration.ts';
import { packageWords as words } from '#lib/vocabulary/messages/data-package.ts';

/** One survey with all that its package is made of. */
export interface PackagedSurvey {
	readonly source: string;
	/** Its waves, oldest first; at least one. */
	readonly waves: readonly [Survey, ...Survey[]];
	readonly catalogue: Catalogue;
	/** Its tables, in the folder of the package. */
	readonly records: readonly RecordsEntry[];
	/** By table. */
	readonly schemas: Readonly<Record<string, TableSchema>>;
	readonly designs: Readonly<Record<string, TableDesign>>;
	/** The rows of the sampling frame of this survey, as records of text. */
	readonly frame: readonly Readonly<Record<string, string>>[];
}

/**
 * The descriptor of a survey's data package, for datapackage.json: Data Package and Table Schema, version 2
 * (https://datapackage.org/standard/). Paths are those of files in the same folder.
 */
export function dataPackage({
	source,
	waves,
	catalogue,
	records,
	schemas
}: PackagedSurvey): object {
	const [first] = waves;
	const { site } = catalogue;
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: source,
		title: first.title,
		description: [...new Set(waves.map(({ coverage }) => coverage))].join(' '),
		version: site.edition,
		created: `${site.editionDate}T00:00:00Z`,
		...(first.synthetic ? { synthetic: true, notice: site.notice } : {}),
		licenses: [...new Set(waves.map(({ licence }) => licence))].map((name) => ({
			...{ name, path: `https://spdx.org/licenses/${name}.html` }
		})),
		resources: records.map((entry) => resource(entry, schemas[entry.table], catalogue))
	};
}

function resource(
	{ table, path, bytes, rows }: RecordsEntry,
	schema: TableSchema | undefined,
	catalogue: Catalogue
): object {
	return {
		name: table,
		type: 'table',
		title: schema?.title ?? table,
		description: schema?.description ?? '',
		path: fileName(path),
		format: 'csv',
		mediatype: 'text/csv',
		compression: 'gz',
		encoding: 'utf-8',
		dialect: { delimiter: ',', lineTerminator: '\n' },
		bytes,
		rows,
		...(schema ? { schema: withCodes(schema, catalogue) } : {})
	};
}

/** The schema with the codes of its fields as categories, which text and whole numbers may have. */
function withCodes(schema: TableSchema, catalogue: Catalogue): object {
	const fields = schema.fields.map((field) => {
		const codes = codesOfField(field, catalogue);
		if (codes.length === 0 || !['string', 'integer'].includes(field.type)) return field;
		const value = (code: string) => (field.type === 'integer' ? Number(code) : code);
		return {
			...field,
			categories: codes.map(({ code, label }) => ({ value: value(code), label }))
		};
	});
	return { ...schema, fields };
}

/** How the sample of each table was drawn, for design.json: what svydesign() has to be told, and the frame. */
export function packageDesign(survey: PackagedSurvey): object {
	const { source, waves, records, designs, frame, catalogue } = survey;
	const tables = records.flatMap(({ table }) => {
		const design = designs[table];
		return design ? [[table, tableDesign(design, waves)] as const] : [];
	});
	return {
		source,
		edition: catalogue.site.edition,
		synthetic: waves[0].synthetic,
		waves: waves.map(({ wave, from, to, mode, coverage, excludes, design, comparableWith }) => ({
			...{ wave, from, to, mode, coverage, excludes, design, comparableWith }
		})),
		tables: Object.fromEntries(tables),
		frame
	};
}

function tableDesign(design: TableDesign, waves: PackagedSurvey['waves']): object {
	const { table, strata, cluster, unit, weight, population, complete } = design;
	if (complete) return { completeCount: true, note: words.completeCount };
	return {
		unit: waves[0].units[table] ?? null,
		respondent: unit ?? null,
		...{ strata, cluster, nest: true },
		weight: weight ?? null,
		...(strata.includes('wave') ? { wave: 'wave' } : {}),
		fpc: population ?? null,
		lonelyPsu: 'fail',
		note: words.sample
	};
}

/** The name of a file without its folders. */
export function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** Columns of codebook.csv. */
export const codebookColumns = [
	...['table', 'column', 'title', 'description', 'type', 'unit', 'code', 'label']
] as const;

/** A row a column, and one for each code that it can hold, in the order of `codebookColumns`. */
export function codebook({
	records,
	schemas,
	catalogue
}: Pick<PackagedSurvey, 'schemas' | 'catalogue'> & {
	readonly records: readonly Pick<RecordsEntry, 'table'>[];
}): string[][] {
	return records.flatMap(({ table }) =>
		(schemas[table]?.fields ?? []).flatMap((field) => {
			const { name, title, description, type, unit = '' } = field;
			return [
				[table, name, title, description, type, unit, '', ''],
				...codesOfField(field, catalogue).map(({ code, label }) => {
					return [table, name, '', '', '', '', code, label];
				})
			];
		})
	);
}
