import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { match } from '#tests/support/checked-file.ts';
import { csvChecks, kindStep as kind } from '#tests/support/csv-checks.ts';

const check = csvChecks();

describe('a tracer study', () => {
	const steps: Step[] = [
		kind('tracer', 'graduate'),
		match('respondent', 'id'),
		match('sex', 'sex'),
		{ do: 'values', contract: 'sex', values: { '1': 'F', '2': 'M', '9': null } },
		match('cohort', 'year'),
		match('status', 'status'),
		match('months_to_first_job', 'months'),
		match('pay', 'pay'),
		{ do: 'design', design: { weight: 'w', stratum: ['s', 't'], cluster: ['psu'] } }
	];
	const header = 'id,sex,year,status,months,pay,w,s,t,psu\n';
	const fine = '1,1,2021,employee,3,4500,1.5,A,x,p1\n2,2,2021,seeking,12,,1.5,A,x,p2\n';

	test('cells become codes, numbers and design', async () => {
		const { rows, accepted, rejected, table } = await check(header + fine, steps);
		expect(rows[0]).toMatchObject({
			...{ wave: '2024', respondent: '1', sex: 'F', cohort: '2021', status: 'employee' },
			...{ months_to_first_job: 3, pay: 4500, weight: 1.5, stratum: 'A / x', cluster: 'p1' },
			...{ synthetic: false, institution: null }
		});
		expect([accepted, rejected, table.rows]).toEqual([2, 0, 2]);
		expect(Object.keys(rows[0] ?? {}).slice(0, 3)).toEqual(['wave', 'respondent', 'cohort']);
		expect(Object.keys(rows[0] ?? {})).not.toContain('import_row');
	});

	test.each([
		['not-a-whole-number', 'months', '3,1,2021,seeking,soon,,1,A,x,p1', 'error'],
		['unmatched-value', 'sex', '3,7,2021,seeking,3,,1,A,x,p1', 'warning'],
		['out-of-range', 'months', '3,1,2021,seeking,-4,,1,A,x,p1', 'error'],
		['required-blank', 'year', '3,1,,seeking,3,,1,A,x,p1', 'error'],
		['required-blank', 's, t', '3,1,2021,seeking,3,,1,A,,p1', 'error'],
		['not-a-date', 'year', '3,1,soon,seeking,3,,1,A,x,p1', 'error'],
		['not-a-number', 'w', '3,1,2021,seeking,3,,heavy,A,x,p1', 'error'],
		['out-of-range', 'w', '3,1,2021,seeking,3,,-1,A,x,p1', 'error'],
		['weight-zero', 'w', '3,1,2021,seeking,3,,0,A,x,p1', 'warning'],
		['weight-extreme', 'w', '3,1,2021,seeking,3,,31,A,x,p1', 'warning'],
		['not-employed-has-job', 'pay', '3,1,2021,seeking,3,900,1,A,x,p1', 'warning'],
		['months-beyond-survey', 'months', '3,1,2021,seeking,49,,1,A,x,p1', 'error'],
		['cohort-after-survey', 'year', '3,1,2025,seeking,3,,1,A,x,p1', 'error'],
		['duplicate-key', 'id', '2,1,2021,seeking,3,,1,A,x,p1', 'error'],
		['duplicate-row', undefined, '2,2,2021,seeking,12,,1.5,A,x,p2', 'error'],
		['total-row', 'id', 'Grand total,1,2021,seeking,3,,1,A,x,p1', 'error']
	])('%s in column %s: %s', async (rule, column, row, severity) => {
		const { spoken, accepted, rejected } = await check(`${header}${fine}${row}\n`, steps);
		expect(spoken).toMatchObject([
			{ rule, ...(column ? { column } : {}), severity, row: 4, count: 1 }
		]);
		expect([accepted, rejected]).toEqual(severity === 'error' ? [2, 1] : [3, 0]);
	});

	test.each([
		['employed-no-sector', 'sector', 'employee,,1,3'],
		['not-employed-has-job', 'sector', 'seeking,MIN,1,3'],
		['employed-no-first-job', 'found', 'employee,MIN,0,3'],
		['found-job-no-months', 'months', 'employee,MIN,1,']
	])('%s in column %s: %s', async (rule, column, row) => {
		const own = [
			...[kind('tracer', 'graduate'), match('respondent', 'id'), match('status', 'status')],
			...[match('sector', 'sector'), match('found_job', 'found')],
			match('months_to_first_job', 'months')
		];
		const csv = `id,status,sector,found,months\n1,employee,MIN,1,4\n2,seeking,,0,12\n3,${row}\n`;
		const { spoken, rejected } = await check(csv, own);
		expect(spoken).toMatchObject([{ rule, column, row: 4, count: 1, severity: 'warning' }]);
		expect(rejected).toBe(0);
	});

	test('the headings among the rows are told and rejected', async () => {
		const { spoken, rejected } = await check(`${header}${fine}${header}`, steps);
		expect(spoken).toContainEqual(
			expect.objectContaining({ rule: 'heading-row', severity: 'error', row: 4 })
		);
		expect(rejected).toBe(1);
	});

	test('a stratum with one cluster is told, with no row', async () => {
		const { spoken } = await check(`${header}${fine}3,1,2021,seeking,3,,1,B,y,p9\n`, steps);
		expect(spoken).toMatchObject([{ rule: 'one-cluster', column: 's, t', count: 1 }]);
		expect(spoken[0]?.row).toBeUndefined();
	});

	test('a column of which no value has a code is a question, and no problem', async () => {
		const csv = `${header}1,7,2021,seeking,3,,1,A,x,p1\n2,8,2021,seeking,3,,1,A,x,p2\n`;
		const { spoken, problems } = await check(csv, steps);
		expect(spoken).toEqual([]);
		expect(problems).toContainEqual(
			expect.objectContaining({ rule: 'unmatched-value', severity: 'note', row: 2, count: 2 })
		);
	});

	test('an identifier that most rows share is none: the number of the row stands for it', async () => {
		const lines = Array.from(
			{ length: 40 },
			(_, i) => `${i % 4},1,2021,seeking,${i % 30},,1,A,x,p${i}`
		);
		const { spoken, rows, rejected } = await check(`${header}${lines.join('\n')}\n`, steps);
		expect(spoken).toMatchObject([{ rule: 'key-not-unique', column: 'id', count: 36 }]);
		expect(rejected).toBe(0);
		expect(new Set(rows.map(({ respondent }) => respondent)).size).toBe(40);
	});

	test('a rule that was accepted keeps its rows, and is told as a note', async () => {
		const row = '3,1,2021,seeking,-4,,1,A,x,p1';
		const accept: Step = { do: 'accept', rule: 'out-of-range' };
		const { rejected, problems } = await check(`${header}${fine}${row}\n`, [...steps, accept]);
		expect(rejected).toBe(0);
		expect(problems).toContainEqual(
			expect.objectContaining({ rule: 'out-of-range', severity: 'note', row: 4 })
		);
	});

	test('a word for no answer is none, and is no problem', async () => {
		const { rows, spoken } = await check(`${header}${fine}3,9,2021,seeking,3,,1,A,x,p1`, steps);
		expect(rows[2]).toMatchObject({ sex: null });
		expect(spoken).toEqual([]);
	});

	test('rows that the reader rejected count as rejected', async () => {
		const ragged = { row: 9, reason: 'ragged' as const, fields: 12, text: '' };
		const raw = { rejected: [ragged], rejectedRows: 3 };
		const { accepted, rejected, spoken } = await check(header + fine, steps, { raw });
		expect([accepted, rejected]).toEqual([2, 3]);
		expect(spoken).toMatchObject([{ rule: 'ragged-row', row: 9, count: 3 }]);
	});

	test('marks of the file: decimal comma, spaces between thousands; pay is rounded and that is said', async () => {
		const csv = 'id,pay,w\n1,"12 345,50","1,25"\n2,"1 000","0,5"\n';
		const own = [kind('tracer', 'graduate'), match('respondent', 'id'), match('pay', 'pay')];
		const design: Step = { do: 'design', design: { weight: 'w' } };
		const given = { reading: { decimal: ',', thousands: ' ' } } as const;
		const { rows, problems } = await check(csv, [...own, design], given);
		expect(rows).toMatchObject([
			{ pay: 12346, weight: 1.25 },
			{ pay: 1000, weight: 0.5 }
		]);
		expect(problems).toContainEqual(expect.objectContaining({ rule: 'rounded', row: 2, count: 1 }));
	});

	test('several answers: in one cell, or one column an answer', async () => {
		const codes = { do: 'values', contract: 'barrier' } as const;
		const values = { Cost: 'cost', Distance: 'distance' };
		const inCell: Step[] = [
			kind('tracer', 'graduate'),
			match('respondent', 'id'),
			{ do: 'match', contract: 'barrier', columns: ['b'], separator: ';' },
			{ ...codes, values }
		];
		const one = await check('id,b\n1,Cost;Distance\n2,Distance\n3,\n4,Cost;Tea\n', inCell);
		expect(one.rows.map(({ barrier }) => barrier)).toEqual([
			...['cost distance', 'distance', null, 'cost']
		]);
		expect(one.spoken).toMatchObject([{ rule: 'unmatched-value', row: 5, count: 1 }]);
		const inColumns: Step[] = [
			kind('tracer', 'graduate'),
			match('respondent', 'id'),
			match('barrier', 'b/cost', 'b/far'),
			{ ...codes, values: { 'b/cost': 'cost', 'b/far': 'distance' } }
		];
		const csv = 'id,b/cost,b/far\n1,1,0\n2,TRUE,yes\n3,,\n4,2,0\n';
		const other = await check(csv, inColumns);
		expect(other.rows.map(({ barrier }) => barrier)).toEqual([
			...['cost', 'cost distance', null, null]
		]);
		expect(other.spoken).toMatchObject([{ rule: 'unmatched-value', row: 5, count: 1 }]);
	});
});
