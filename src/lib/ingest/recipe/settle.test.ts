import { expect, test } from 'vitest';
import type { Step } from './recipe.ts';
import { settle } from './settle.ts';

test('without any step a file keeps its columns', () => {
	expect(settle([])).toMatchObject({ kind: 'other', unit: 'row', lengthen: [], design: {} });
	expect(settle([]).matches.size).toBe(0);
});

test('a later step takes the place of an earlier one, and values add up', () => {
	const steps: Step[] = [
		{ do: 'match', contract: 'sex', columns: ['a'], as: 'codes' },
		{ do: 'values', contract: 'sex', values: { '1': 'F', '2': 'M' } },
		{ do: 'values', contract: 'sex', values: { '2': null } },
		{ do: 'match', contract: 'sex', columns: ['b'] }
	];
	const { matches, values } = settle(steps);
	expect(matches.get('sex')).toMatchObject({ columns: ['b'] });
	expect(matches.get('sex')?.as).toBeUndefined();
	expect([...(values.get('sex') ?? [])]).toEqual([
		['1', 'F'],
		['2', null]
	]);
});

test('a match with no column takes the match away', () => {
	const steps: Step[] = [
		{ do: 'match', contract: 'sex', columns: ['a'] },
		{ do: 'match', contract: 'sex', columns: [] }
	];
	expect(settle(steps).matches.size).toBe(0);
});

test('a column is left out or kept, as was said last', () => {
	const out: Step = { do: 'leave-out', column: 'phone', why: 'personal' };
	const keep: Step = { do: 'keep', column: 'phone' };
	expect([...settle([out]).leftOut]).toEqual([['phone', 'personal']]);
	expect([...settle([out, keep]).kept]).toEqual(['phone']);
	expect(settle([out, keep, out]).kept.size).toBe(0);
});

test('names that every object has are names like others', () => {
	const values = JSON.parse('{"__proto__":"F","constructor":"M"}') as Record<string, string>;
	const { values: settled } = settle([{ do: 'values', contract: '__proto__', values }]);
	expect([...(settled.get('__proto__') ?? [])]).toEqual([
		['__proto__', 'F'],
		['constructor', 'M']
	]);
});
