import { expect, test } from 'vitest';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { ownSteps, stillStands } from './own-steps.ts';

test('what came with the matching is not the person’s own', () => {
	const guessed: Step[] = [{ do: 'match', contract: 'sex', columns: ['a'] }];
	const own: Step = { do: 'leave-out', column: 'b', why: 'chosen' };
	expect(ownSteps([...guessed, own], guessed)).toEqual([own]);
});

test.each<[Step, boolean]>([
	[{ do: 'match', contract: 'sex', columns: ['a'] }, true],
	[{ do: 'match', contract: 'sex', columns: ['a', 'gone'] }, false],
	[{ do: 'leave-out', column: 'gone', why: 'chosen' }, false],
	[{ do: 'keep', column: 'b' }, true],
	[{ do: 'design', design: { weight: 'a', stratum: ['b'] } }, true],
	[{ do: 'design', design: { weight: 'a', stratum: ['gone'] } }, false],
	[
		{
			do: 'lengthen',
			columns: [{ column: 'gone', skill: 's', holds: 'proficiency_attained' }]
		},
		false
	],
	[{ do: 'values', contract: 'sex', values: { 1: 'F' } }, true],
	[{ do: 'accept', rule: 'range' }, true],
	[{ do: 'kind', kind: 'tracer', unit: 'graduate' }, false]
])('%o over a file read in another way: %s', (step, stands) => {
	expect(stillStands(step, ['a', 'b'])).toBe(stands);
});
