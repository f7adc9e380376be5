/** What is filled in by the forms and templates that the site hands out comes back without a question. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { TableSchema } from '#lib/contracts/table-schema.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import { surveyForm } from '#lib/exports/next-wave/survey-form.ts';
import { templateRows } from '#lib/exports/next-wave/template.ts';
import { importFile, type ImportResult } from '#lib/ingest/import.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readContractFiles } from '../src/cli/contracts.ts';
import { readCatalogue } from './support/catalogue.ts';
import { fillForm, fillTemplate, koboExport } from './support/fill-form.ts';

let catalogue: Catalogue;
let contracts: Contracts;
let warehouse: Warehouse;
beforeAll(async () => {
	[catalogue, contracts] = await Promise.all([readCatalogue(), readContractFiles()]);
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

const schemaOf = (table: string): TableSchema =>
	JSON.parse(readFileSync(`data/schemas/${table}.json`, 'utf8')) as TableSchema;

function importText(name: string, text: string): Promise<ImportResult> {
	return importFile(warehouse, { blob: new Blob([text]), name }, { catalogue, contracts });
}

describe.each([
	['tracer', 'tracer'],
	['audit_establishment', 'audit'],
	['audit_skill', 'audit']
])('the form of %s', (table, kind) => {
	test.each([
		['with the groups in the headings', '/'],
		['with names alone', '']
	])('%s', async (_, groups) => {
		const sheets = surveyForm(schemaOf(table), { catalogue, wave: '2027' });
		const filled = fillForm(sheets, { rows: 60, seed: 7 });
		const found = await importText('export.csv', koboExport(filled, groups));
		expect(found.matching.kind.guess).toBe(kind);
		expect(found.asks).toEqual([]);
		expect(found.checked.table.name).toBe(table);
		expect(found.checked.rejected).toBe(0);
		expect(found.checked.accepted).toBe(60);
		const matched = new Set(found.matching.matches.map(({ contract }) => contract));
		// Weights come later; which skill a column is about, its heading says.
		const asked = schemaOf(table).fields.filter(({ name }) => !['weight', 'skill'].includes(name));
		expect(asked.map(({ name }) => name).filter((name) => !matched.has(name))).toEqual([]);
	});
});

describe.each(['tracer', 'audit_establishment', 'audit_skill', 'enrolment'])(
	'the template of %s',
	(table) => {
		test('comes back without a question, and its made-up row is found when it was left in', async () => {
			const schema = schemaOf(table);
			const [header, example] = templateRows(schema, { catalogue, wave: '2027' });
			const rows = fillTemplate(schema, { catalogue, rows: 40, seed: 3 });
			const found = await importText(`${table}.csv`, csvText(header, [example, ...rows]));
			expect(found.asks).toEqual([]);
			expect(found.checked.table.name).toBe(table);
			const errors = found.checked.problems.filter(({ severity }) => severity === 'error');
			expect(errors.map(({ rule, row, count }) => [rule, row, count])).toEqual([
				['made-up-row', 2, 1]
			]);
			expect(found.checked.accepted).toBe(40);
		});
	}
);

test('a file that is made up as a whole is a survey that is', async () => {
	const [header, example] = templateRows(schemaOf('tracer'), { catalogue, wave: '2027' });
	const found = await importText('tracer.csv', csvText(header, [example]));
	expect(found.survey.synthetic).toBe(true);
	expect(found.checked.rejected).toBe(0);
});
