import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { match } from '#tests/support/checked-file.ts';
import { csvChecks, kindStep as kind } from '#tests/support/csv-checks.ts';

const check = csvChecks();

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
