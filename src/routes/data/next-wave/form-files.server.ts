import writeExcelFile from 'write-excel-file/node';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { TableSchema } from '#lib/contracts/table-schema.ts';
import { codebook, codebookColumns } from '#lib/exports/data-package.ts';
import { surveyForm, type Sheet } from '#lib/exports/next-wave/survey-form.ts';
import { templateRows } from '#lib/exports/next-wave/template.ts';
import { tableDesigns } from '#lib/indicators/declared.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import { readCatalogue } from '../../generated.server.ts';
import { readSchemas } from '../data-files.server.ts';

/** What a table of a survey is asked with: its files, and whether people are asked at all. */
export interface FormTable {
	readonly schema: TableSchema;
	/** The wave that comes next. */
	readonly wave: string;
	/** Records of an administration are filled in, not asked. */
	readonly isAsked: boolean;
	/** Names of its files from the folder of the page. */
	readonly files: { readonly template: string; readonly codebook: string; readonly form?: string };
}

interface FormFile {
	readonly type: string;
	readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The tables that a wave fills, in the order of the surveys. */
export async function readFormTables(): Promise<FormTable[]> {
	const [{ surveys }, schemas] = await Promise.all([readCatalogue(), readSchemas()]);
	const latest = new Map(surveys.map((survey) => [survey.id, survey]));
	return [...latest.values()].flatMap((survey) =>
		survey.tables.flatMap((table) => {
			const schema = schemas.find(({ name }) => name === table);
			if (!schema) return [];
			const isAsked = !tableDesigns[table]?.complete;
			const files = { template: `${table}.csv`, codebook: `${table}-codebook.csv` };
			return {
				...{ schema, wave: survey.nextWaveDue, isAsked },
				files: isAsked ? { ...files, form: `${table}.xlsx` } : files
			};
		})
	);
}

export async function formFileNames(): Promise<string[]> {
	return (await readFormTables()).flatMap(({ files }) => Object.values(files));
}

/** A template, codebook or form by its file name; undefined when there is none of that name. */
export async function readFormFile(name: string): Promise<FormFile | undefined> {
	const found = (await readFormTables()).find(({ files }) => Object.values(files).includes(name));
	if (!found) return undefined;
	const { schema, wave, files } = found;
	const catalogue = await readCatalogue();
	if (name === files.template) {
		const [header, example] = templateRows(schema, { catalogue, wave });
		return csv(csvText(header, [example]));
	}
	if (name === files.codebook) return csv(codebookText(schema, catalogue));
	return {
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		content: await workbook(surveyForm(schema, { catalogue, wave }))
	};
}

function csv(content: string): FormFile {
	return { type: 'text/csv; charset=utf-8', content };
}

function codebookText(schema: TableSchema, catalogue: Catalogue): string {
	const tables = { records: [{ table: schema.name }], schemas: { [schema.name]: schema } };
	return csvText(codebookColumns, codebook({ ...tables, catalogue }));
}

async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
	const book = sheets.map(({ name, rows }) => ({
		sheet: name,
		data: rows.map((row) => row.map((cell) => cell || null))
	}));
	return new Uint8Array(await writeExcelFile(book).toBuffer());
}
