import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { codesOfField, type TableSchema } from '#lib/contracts/table-schema.ts';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { surveyForm, type Sheet } from './survey-form.ts';
import { templateRows } from './template.ts';

let catalogue: Catalogue;
beforeAll(async () => {
	catalogue = await readCatalogue();
});

const schemaOf = (table: string): TableSchema =>
	JSON.parse(readFileSync(`data/schemas/${table}.json`, 'utf8')) as TableSchema;

const tables = ['tracer', 'audit_establishment', 'audit_skill', 'enrolment'];

describe.each(tables)('the template of %s', (table) => {
	const schema = schemaOf(table);

	test('holds every column of the contract and one row that the contract accepts', () => {
		const [header, example] = templateRows(schema, { catalogue, wave: '2027' });
		expect(header).toEqual(schema.fields.map(({ name }) => name));
		schema.fields.forEach((field, i) => {
			const value = example[i] ?? '';
			const { required, minimum, maximum } = field.constraints ?? {};
			if (required) expect(value).not.toBe('');
			const codes = codesOfField(field, catalogue).map(({ code }) => code);
			if (codes.length > 0 && field.name !== 'wave') expect(codes).toContain(value);
			if (minimum !== undefined) expect(Number(value)).toBeGreaterThanOrEqual(minimum);
			if (maximum !== undefined) expect(Number(value)).toBeLessThanOrEqual(maximum);
		});
	});

	test('says that its row is made up', () => {
		const [header, example] = templateRows(schema, { catalogue, wave: '2027' });
		expect(example[header.indexOf('synthetic')]).toBe('true');
	});
});

/** The rows of a sheet as records. */
function records(sheets: readonly Sheet[], name: string): Record<string, string>[] {
	const [header = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
	return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
}

describe.each(tables.slice(0, 3))('the form of %s', (table) => {
	let sheets: Sheet[];
	let questions: Record<string, string>[];
	beforeAll(() => {
		sheets = surveyForm(schemaOf(table), { catalogue, wave: '2027' });
		questions = records(sheets, 'survey');
	});

	test('names each question once, in letters that XML allows', () => {
		const names = questions.map(({ name }) => name).filter(Boolean);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w.-]*$/);
	});

	test('opens and closes its groups in pairs', () => {
		let depth = 0;
		for (const { type } of questions) {
			if (type === 'begin_group') depth++;
			if (type === 'end_group') depth--;
			expect(depth).toBeGreaterThanOrEqual(0);
		}
		expect(depth).toBe(0);
	});

	test('has every list that a question chooses from, and no code twice', () => {
		const choices = records(sheets, 'choices');
		const lists = new Set(choices.map(({ list_name }) => list_name));
		const chosen = questions.flatMap(({ type = '' }) => /^select_one (.+)$/.exec(type)?.[1] ?? []);
		for (const list of chosen) expect(lists).toContain(list);
		const pairs = choices.map(({ list_name, name }) => `${list_name} ${name}`);
		expect(new Set(pairs).size).toBe(pairs.length);
		for (const { name } of choices) expect(name).not.toMatch(/\s/);
	});

	test('asks only for questions that stand before', () => {
		const names = questions.map(({ name }) => name);
		const late = questions.flatMap(({ relevant = '' }, i) =>
			[...relevant.matchAll(/\$\{([^}]+)\}/g)]
				.map(([, other]) => other)
				.filter((other) => !names.slice(0, i).includes(other))
		);
		expect(late).toEqual([]);
	});
});

test('who has no work is not asked about the job', () => {
	const questions = records(surveyForm(schemaOf('tracer'), { catalogue, wave: '2027' }), 'survey');
	const pay = questions.find(({ name }) => name === 'pay');
	expect(pay?.relevant).toBe("(${status} = 'employee')");
	expect(pay?.constraint).toBe('. >= 0');
	expect(questions.find(({ name }) => name === 'sex')?.relevant).toBe('');
});

test('a worker is asked the skills of the sector, and those of all', () => {
	const form = surveyForm(schemaOf('audit_skill'), { catalogue, wave: '2027' });
	const groups = records(form, 'survey').filter(({ type }) => type === 'begin_group');
	for (const { id, sectors } of catalogue.skills) {
		const group = groups.find(({ name }) => name === id);
		if (sectors.includes('all')) expect(group?.relevant).toBe('');
		else for (const sector of sectors) expect(group?.relevant).toContain(`'${sector}'`);
	}
});
