import { expect, test } from 'vitest';
import type { ColumnProfile, ValueCount } from '#lib/ingest/matching/types.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import { asAtFirst, codedColumns } from './coded-columns.ts';

const contract = [
	{
		...{ id: 'sex', title: 'Gender', description: '' },
		codes: [
			{ code: 'F', label: 'Women' },
			{ code: 'M', label: 'Men' }
		]
	},
	{
		...{ id: 'barrier', title: 'Barrier', description: '' },
		codes: [
			{ code: 'cost', label: 'Cost' },
			{ code: 'data', label: 'Data' }
		]
	},
	{ id: 'pay', title: 'Pay', description: '', codes: [] }
];

function profile(name: string, top: readonly ValueCount[], filled = 10): ColumnProfile {
	return {
		column: { id: 'c0', heading: name, name },
		...{ filled, distinct: top.length, top, numbers: 0, wholeNumbers: 0 },
		...{ min: null, max: null, mean: null, dates: {}, maxLength: 9 }
	};
}

const profiles = [
	profile('Q7', [
		{ value: '1', count: 6 },
		{ value: 'F', count: 3 },
		{ value: '99', count: 1 }
	]),
	profile('Q9', [
		{ value: 'cost data', count: 4 },
		{ value: 'data', count: 3 }
	]),
	profile('b/cost', [{ value: '1', count: 5 }], 5)
];
const coded = (steps: readonly Step[]) => codedColumns(settle(steps), profiles, contract);
const ofSex: Step = { do: 'match', contract: 'sex', columns: ['Q7'] };

test('a code that nobody explained is open and stands first; one of the list is itself', () => {
	const [sex] = coded([ofSex, { do: 'values', contract: 'sex', values: { 99: null } }]);
	expect(sex?.values).toEqual([
		{ value: '1', count: 6, code: undefined },
		{ value: 'F', count: 3, code: 'F' },
		{ value: '99', count: 1, code: null }
	]);
	expect(sex?.open).toBe(1);
});

test('cells with several answers are taken apart', () => {
	const [barrier] = coded([{ do: 'match', contract: 'barrier', columns: ['Q9'], separator: ' ' }]);
	expect(barrier?.values.map(({ value, count }) => [value, count])).toEqual([
		['data', 7],
		['cost', 4]
	]);
});

test('where each answer has a column, the columns are the values', () => {
	const [barrier] = coded([
		{ do: 'match', contract: 'barrier', columns: ['b/cost', 'b/data'] },
		{ do: 'values', contract: 'barrier', values: { 'b/cost': 'cost', 'b/data': 'data' } }
	]);
	expect(barrier?.values).toEqual([
		{ value: 'b/cost', count: 5, code: 'cost' },
		{ value: 'b/data', count: 0, code: 'data' }
	]);
});

test('columns without codes are not here, those with open values come first', () => {
	const found = coded([
		{ do: 'match', contract: 'barrier', columns: ['Q9'], separator: ' ' },
		ofSex,
		{ do: 'match', contract: 'pay', columns: ['b/cost'] }
	]);
	expect(found.map((one) => one.contract)).toEqual(['sex', 'barrier']);
});

test('what stood on the page stays where it was, and what came later stands below', () => {
	const now = [{ id: 'new' }, { id: 'sex' }, { id: 'barrier' }];
	const ids = asAtFirst(now, ['barrier', 'gone', 'sex'], ({ id }) => id).map(({ id }) => id);
	expect(ids).toEqual(['barrier', 'sex', 'new']);
});
