import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { match } from '#tests/support/checked-file.ts';
import { csvChecks, kindStep as kind } from '#tests/support/csv-checks.ts';

const check = csvChecks();

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
