import { describe, expect, test } from 'vitest';
import type { Matching } from '#lib/ingest/matching/types.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { columnChoices, surenessOf, undecided } from './column-choices.ts';

const matching: Matching = {
	kind: { guess: 'tracer', confidence: 0.9, unit: 'graduate', reason: '', others: [] },
	matches: [
		{
			...{ contract: 'sex', columns: ['Q7'], confidence: 0.98, reason: 'The name says sex.' },
			...{ others: [], values: {}, unmatched: [] }
		}
	],
	personal: [{ column: 'Name', looksLike: 'name' }],
	design: { value: { weight: 'wt' }, reason: '', confidence: 0.9 },
	asks: [
		{
			...{ id: 'column:field_match', about: 'column', contract: 'field_match', question: '?' },
			options: [
				{ value: 'Q19', label: 'Q19', confidence: 0.41 },
				{ value: 'Q20', label: 'Q20', confidence: 0.2 }
			]
		},
		{
			...{ id: 'column:level_match', about: 'column', contract: 'level_match', question: '?' },
			options: [{ value: 'Q19', label: 'Q19', confidence: 0.44 }]
		}
	]
};
const guessed: Step[] = [
	{ do: 'kind', kind: 'tracer', unit: 'graduate' },
	{ do: 'match', contract: 'sex', columns: ['Q7'] },
	{ do: 'leave-out', column: 'Name', why: 'personal' },
	{ do: 'design', design: { weight: 'wt', cluster: ['ea'] } },
	{
		do: 'lengthen',
		columns: [{ column: 'weld', skill: 'SK-1', holds: 'proficiency_required' }]
	}
];
const columns = ['Q7', 'Q19', 'Q20', 'Name', 'wt', 'ea', 'weld', 'note'];
const stateOf = (steps: readonly Step[]) =>
	Object.fromEntries(
		columnChoices(columns, matching, settle(steps)).map(({ column, state }) => [column, state])
	);

test('each column has what it stands for, and one that nothing is sure of is asked', () => {
	expect(stateOf(guessed)).toEqual({
		...{ Q7: 'match', Q19: 'ask', Q20: 'ask', Name: 'out', wt: 'design', ea: 'design' },
		...{ weld: 'skill', note: 'spare' }
	});
	const other: Step = { do: 'kind', kind: 'other', unit: 'row' };
	expect(stateOf([...guessed, other])).toMatchObject({ note: 'kept', Name: 'out' });
});

test('a question offers the likeliest first', () => {
	const found = columnChoices(columns, matching, settle(guessed));
	expect(found[1]?.others.map(({ contract }) => contract)).toEqual(['level_match', 'field_match']);
	expect(undecided(found).map(({ column }) => column)).toEqual(['Q19', 'Q20']);
});

test('a guess has its reason, a choice of the person none', () => {
	const other: Step = { do: 'match', contract: 'residence', columns: ['Q7'] };
	const without: Step = { do: 'match', contract: 'sex', columns: [] };
	expect(columnChoices(columns, matching, settle(guessed))[0]?.reason).toBe('The name says sex.');
	const [own] = columnChoices(columns, matching, settle([...guessed, without, other]));
	expect(own).toMatchObject({ state: 'match', contract: 'residence' });
	expect(own?.confidence).toBeUndefined();
});

test('a column that was decided on is not asked again', () => {
	expect(stateOf([...guessed, { do: 'leave-out', column: 'Q19', why: 'chosen' }]).Q19).toBe('out');
});

describe('how sure is told in three steps', () => {
	test.each([
		[0.95, 'sure'],
		[0.9, 'sure'],
		[0.7, 'likely'],
		[0.69, 'ask']
	])('%d is %s', (confidence, word) => {
		expect(surenessOf(confidence)).toBe(word);
	});
});
