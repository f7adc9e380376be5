import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkCsv, match, type CheckedCsv } from '#tests/support/checked-file.ts';
import { problemLines } from './problem-lines.ts';
import { rejectedCsv } from './rejected-rows.ts';

let warehouse: Warehouse;
let checked: CheckedCsv;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
	const steps: Step[] = [
		{ do: 'kind', kind: 'tracer', unit: 'graduate' },
		match('respondent', 'id'),
		match('sex', 'sex'),
		match('months_to_first_job', '=months'),
		{ do: 'leave-out', column: 'phone', why: 'personal' }
	];
	const csv = `id,sex,=months,phone
1,F,3,58
2,X,-1,59
3,Y,=1+1,60
3,M,4,61
`;
	checked = await checkCsv(warehouse, csv, steps);
});
afterAll(() => warehouse.close());

test('lines come in the order of the file, with what stands in the cell', async () => {
	const { lines, total } = await problemLines(warehouse);
	expect(total).toBe(5);
	expect(lines.map(({ rule, row, column, value }) => [rule, row, column, value])).toEqual([
		['out-of-range', 3, '=months', '-1'],
		['unmatched-value', 3, 'sex', 'X'],
		['not-a-whole-number', 4, '=months', '=1+1'],
		['unmatched-value', 4, 'sex', 'Y'],
		['duplicate-key', 5, 'id', '3']
	]);
});

test('they are filtered and paged', async () => {
	const page = await problemLines(warehouse, { column: 'sex', severity: 'warning', limit: 1 });
	expect(page).toMatchObject({ total: 2, lines: [{ row: 3 }] });
	const next = await problemLines(warehouse, { rule: 'unmatched-value', offset: 1, limit: 1 });
	expect(next).toMatchObject({ total: 2, lines: [{ row: 4 }] });
	expect(await problemLines(warehouse, { column: "x' OR true --" })).toEqual({
		total: 0,
		lines: []
	});
});

test('rejected rows go out with reasons, marked for a spreadsheet, without what was left out', async () => {
	const ragged = { row: 6, reason: 'ragged' as const, fields: 5, text: '=x,5,6,7,8' };
	const raw = { ...checked.raw, rejected: [ragged], rejectedRows: 3 };
	const lines: string[] = [];
	const out = rejectedCsv(warehouse, raw, { leftOut: new Set(['phone']) });
	for await (const page of out) lines.push(...page.trimEnd().split('\n'));
	expect(lines).toEqual([
		"row,reasons,id,sex,'=months",
		"3,'=months: lies outside of what is possible,2,X,-1",
		"4,'=months: is no whole number,3,Y,'=1+1",
		'5,id: came in a row above,3,M,4',
		'6,"5 fields, more than the header",,,',
		',and 2 more rows that could not be told into columns,,,'
	]);
	const whole: string[] = [];
	for await (const page of rejectedCsv(warehouse, raw, { leftOut: new Set() })) whole.push(page);
	expect(whole.join('')).toContain(`6,"5 fields, more than the header","'=x,5,6,7,8",,,\n`);
});

test('checking again gives the same, and leaves the raw table as it was', async () => {
	const hashed = `SELECT CAST(bit_xor(hash(COLUMNS(*)::VARCHAR)) AS VARCHAR) FROM raw`;
	const before = await warehouse.query(hashed);
	const { lines } = await problemLines(warehouse);
	const { table, problems } = checked;
	expect(table.name).toBe('tracer');
	expect(problems.length).toBeGreaterThan(0);
	const after = await warehouse.query(hashed);
	expect(after.columns.map(({ name }) => after.column(name))).toEqual(
		before.columns.map(({ name }) => before.column(name))
	);
	expect(lines).toHaveLength(5);
});
