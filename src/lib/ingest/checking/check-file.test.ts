import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkCsv, match, type Given } from '#tests/support/checked-file.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

const check = (csv: string, steps: readonly Step[], given?: Given) =>
	checkCsv(warehouse, csv, steps, given);

const kind = (kind: 'tracer' | 'audit' | 'enrolment' | 'labour-force', unit: string): Step =>
	({ do: 'kind', kind, unit }) as Step;

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

describe('a skills audit', () => {
	const wide: Step[] = [
		kind('audit', 'worker'),
		match('worker', 'w'),
		match('age', 'age'),
		{
			do: 'lengthen',
			columns: [
				{ column: 'a need', skill: 'S1', holds: 'proficiency_required' },
				{ column: 'a has', skill: 'S1', holds: 'proficiency_attained' },
				{ column: 'b has', skill: 'S2', holds: 'proficiency_attained' }
			]
		},
		{ do: 'values', contract: 'proficiency_attained', values: { expert: '5', none: '1', x: null } }
	];

	test('one column a skill becomes one row a skill; who was asked nothing has no row', async () => {
		const csv = 'w,age,a need,a has,b has\nA,30,4,expert,none\nB,40,,,2\nC,50,,,\n';
		const { rows, table, accepted, spoken } = await check(csv, wide);
		expect(rows).toMatchObject([
			{ worker: 'A', skill: 'S1', proficiency_required: 4, proficiency_attained: 5, age: 30 },
			{ worker: 'A', skill: 'S2', proficiency_required: null, proficiency_attained: 1 },
			{ worker: 'B', skill: 'S2', proficiency_attained: 2, cluster: 'B' }
		]);
		expect([accepted, table.rows]).toEqual([3, 3]);
		expect(spoken).toEqual([]);
	});

	test('a level beyond the scale is told with its own column, and its worker is rejected', async () => {
		const csv = 'w,age,a need,a has,b has\nA,30,4,7,1\nB,140,3,3,good\n';
		const { spoken, rejected, table } = await check(csv, wide);
		expect(spoken).toMatchObject([
			{ rule: 'out-of-range', column: 'age', row: 3 },
			{ rule: 'out-of-range', column: 'a has', row: 2, count: 1 },
			{ rule: 'unmatched-value', column: 'b has', row: 3, severity: 'warning' }
		]);
		expect([rejected, table.rows]).toEqual([2, 0]);
	});

	test('counts of an establishment fit into each other', async () => {
		const steps = ['staff', 'staff_not_proficient', 'vacancies', 'hard_to_fill', 'skill_shortage'];
		const csv = `establishment,${steps.join(',')}\nE1,10,11,3,2,1\nE2,10,2,3,4,1\nE3,10,2,5,2,3\nE4,10,2.5,1,1,1\n`;
		const matched = ['establishment', ...steps].map((name) => match(name, name));
		const { spoken } = await check(csv, [kind('audit', 'establishment'), ...matched]);
		expect(spoken.map(({ rule, row }) => [rule, row])).toEqual([
			['not-a-whole-number', 5],
			['not-proficient-above-staff', 2],
			['hard-to-fill-above-vacancies', 3],
			['shortage-above-hard-to-fill', 4]
		]);
	});

	test('a subtotal among rows that name an establishment', async () => {
		const csv = 'id,sector,n\nE1,MIN,10\n,Subtotal mining,10\nE2,TEX,4\n';
		const steps = [match('establishment', 'id'), match('sector', 'sector'), match('staff', 'n')];
		const { spoken } = await check(csv, [kind('audit', 'establishment'), ...steps]);
		expect(spoken).toContainEqual(expect.objectContaining({ rule: 'total-row', row: 3 }));
	});
});

describe('a labour force survey', () => {
	test('a person’s number counts within the household', async () => {
		const csv = 'hh,person,age\nH1,1,30\nH1,2,31\nH2,1,40\nH2,2,41\nH2,2,42\n';
		const steps = [match('household', 'hh'), match('respondent', 'person'), match('age', 'age')];
		const { spoken, rows } = await check(csv, [kind('labour-force', 'person'), ...steps]);
		expect(rows.map(({ respondent }) => respondent)).toEqual([
			...['H1 / 1', 'H1 / 2', 'H2 / 1', 'H2 / 2']
		]);
		expect(spoken).toMatchObject([{ rule: 'duplicate-key', column: 'hh, person', row: 6 }]);
	});
});

test('tertiary education before it can be had is told', async () => {
	const csv = 'id,age,level\nP1,15,6\nP2,40,6\n';
	const steps = [match('respondent', 'id'), match('age', 'age'), match('isced_level', 'level')];
	const { spoken } = await check(csv, [kind('labour-force', 'person'), ...steps]);
	expect(spoken).toMatchObject([{ rule: 'age-against-level', row: 2, severity: 'warning' }]);
});

describe('enrolment', () => {
	test('totals are told apart from head counts', async () => {
		const csv = 'y,sex,n,new\n2023/24,F,10,4\n2023/24,M,8,9\n2023/24,Total,18,13\nTotal,,18,2\n';
		const steps = [match('year', 'y'), match('sex', 'sex'), match('enrolled', 'n')];
		const { spoken, rows } = await check(csv, [
			...[kind('enrolment', 'head-count'), ...steps, match('entrants', 'new')]
		]);
		expect(spoken.filter(({ rule }) => rule === 'total-row')).toMatchObject([
			{ column: 'y', row: 5 },
			{ column: 'sex', row: 4 }
		]);
		expect(spoken).toContainEqual(
			expect.objectContaining({ rule: 'entrants-above-enrolled', row: 3 })
		);
		expect(rows).toMatchObject([{ year: '2023', sex: 'F', enrolled: 10 }]);
	});

	test('women and men are held to the total beside them, in columns and in rows', async () => {
		const beside = 'y,Male,Female,all\n2021,10,20,30\n2022,10,20,31\n2023,,20,20\n';
		const steps = [kind('enrolment', 'head-count'), match('year', 'y')];
		const columns = await check(beside, [...steps, match('enrolled', 'all')]);
		expect(columns.spoken).toMatchObject([{ rule: 'parts-not-total', row: 3, count: 1 }]);
		expect(columns.spoken[0]?.message).toContain('“Female” and “Male”');
		const below =
			'y,s,n\n2021,F,20\n2021,M,10\n2021,Total,30\n2022,F,20\n2022,M,10\n2022,Total,31\n';
		const matched = [match('sex', 's'), match('enrolled', 'n')];
		const inRows = await check(below, [...steps, ...matched]);
		expect(inRows.spoken.filter(({ rule }) => rule === 'parts-not-total')).toMatchObject([
			{ row: 7, column: 'n', severity: 'warning' }
		]);
	});

	test('a head count as large as all the others is told', async () => {
		const csv = 'y,n\n2020,10\n2021,20\n2022,30\n,60\n';
		const steps = [kind('enrolment', 'head-count'), match('year', 'y'), match('enrolled', 'n')];
		const { spoken } = await check(csv, steps);
		expect(spoken).toContainEqual(
			expect.objectContaining({ rule: 'sum-of-others', row: 5, severity: 'warning' })
		);
	});

	test('students are counted into cells', async () => {
		const csv = 'y,sex,level\n2023,F,6\n2023,F,6\n2023,M,6\n';
		const steps = [match('year', 'y'), match('sex', 'sex'), match('isced_level', 'level')];
		const { rows } = await check(csv, [kind('enrolment', 'student'), ...steps]);
		expect(rows.map(({ sex, enrolled }) => [sex, enrolled])).toEqual([
			['F', 2],
			['M', 1]
		]);
	});
});

describe('a file of no contract', () => {
	test('keeps its columns and cells; numbers with other marks get a point', async () => {
		const csv = 'id,Nh,nh,row,text\n007,"1.234,5",a,x,"1,5 kg"\n008,2,b,y,\n';
		const given = { reading: { decimal: ',', thousands: '.' }, numbers: ['Nh'] } as const;
		const { rows, table } = await check(csv, [], given);
		expect(table.name).toBe('other');
		expect(rows).toEqual([
			{ id: '007', Nh: '1234.5', 'nh (2)': 'a', row: 'x', text: '1,5 kg' },
			{ id: '008', Nh: '2', 'nh (2)': 'b', row: 'y', text: null }
		]);
	});

	test('columns that are left out are not in it', async () => {
		const steps: Step[] = [{ do: 'leave-out', column: 'name', why: 'personal' }];
		const { rows, spoken } = await check('name,x\nAda,1\n', steps);
		expect(rows).toEqual([{ x: '1' }]);
		expect(spoken).toMatchObject([{ rule: 'personal-data', severity: 'warning', column: 'name' }]);
	});

	test('a column called weight is like any other', async () => {
		const { rows, spoken } = await check('weight,cluster\nheavy,1\nlight,2\n', []);
		expect(rows).toHaveLength(2);
		expect(spoken).toEqual([]);
	});
});
