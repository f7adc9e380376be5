import { expect, test } from 'vitest';
import type { Ask, ColumnMatch, Matching } from '#lib/ingest/matching/types.ts';
import { answerSteps, openAsks } from './answers.ts';

const sex: ColumnMatch = {
	...{ contract: 'sex', columns: ['Group'], confidence: 0.9, reason: '', others: [] },
	...{ values: { F: 'F' }, unmatched: [{ value: 'X', count: 2 }], as: 'codes' }
};
const day: ColumnMatch = { ...sex, contract: 'wave', columns: ['day'], values: {}, unmatched: [] };
const matching: Matching = {
	kind: { guess: 'tracer', confidence: 0.9, unit: 'graduate', reason: '', others: [] },
	matches: [sex, day],
	personal: [],
	wide: { columns: [{ column: 'w', skill: 'weld', holds: 'proficiency_attained' }] },
	design: { value: {}, reason: '', confidence: 1 },
	asks: []
};
const given = {
	matching,
	matchOne: (contract: string, column: string): ColumnMatch => ({
		...{ ...sex, contract, columns: [column], values: { '1': 'M' } }
	}),
	codeOf: (_: string, __: string, text: string) => (text === '5-19' ? 'S' : undefined)
};

function ask(id: string, about: Ask['about'], more: Partial<Ask> = {}): Ask {
	return { id, about, question: '?', options: [], ...more };
}

const steps = (one: Ask, answer: string) => answerSteps([one], { [one.id]: answer }, given);

test('a column that is chosen comes with what its values mean', () => {
	const asked = ask('column:status', 'column', { contract: 'status' });
	expect(steps(asked, 'Now')).toEqual([
		{ do: 'match', contract: 'status', columns: ['Now'], as: 'codes' },
		{ do: 'values', contract: 'status', values: { '1': 'M' } }
	]);
	expect(steps(asked, '')).toEqual([{ do: 'match', contract: 'status', columns: [] }]);
});

test('values without a code get the one that is chosen, or are no answer', () => {
	const asked = ask('values:sex', 'values', { contract: 'sex', column: 'Group' });
	expect(steps(asked, 'M')).toEqual([{ do: 'values', contract: 'sex', values: { X: 'M' } }]);
	expect(steps(asked, '')).toEqual([{ do: 'values', contract: 'sex', values: { X: null } }]);
	const missing = ask('missing:sex:99', 'values', { contract: 'sex' });
	expect(steps(missing, '')).toEqual([{ do: 'values', contract: 'sex', values: { '99': null } }]);
	expect(steps(missing, '99')).toEqual([{ do: 'values', contract: 'sex', values: { '99': '99' } }]);
});

test('the order of day and month is told to every match of the column', () => {
	const asked = ask('date:day', 'date', { column: 'day' });
	expect(steps(asked, '%d/%m/%Y')).toEqual([
		{ do: 'match', contract: 'wave', columns: ['day'], as: 'date', datePattern: '%d/%m/%Y' }
	]);
});

test('skills side by side hold what is chosen; a personal column stays or goes', () => {
	expect(steps(ask('wide', 'column'), 'importance')).toEqual([
		{ do: 'lengthen', columns: [{ column: 'w', skill: 'weld', holds: 'importance' }] }
	]);
	const asked = ask('personal:village', 'personal', { column: 'village' });
	expect(steps(asked, 'keep')).toEqual([{ do: 'keep', column: 'village' }]);
	expect(steps(asked, 'leave-out')).toEqual([
		{ do: 'leave-out', column: 'village', why: 'personal' }
	]);
});

test('asks that were answered are closed; answers to none are left out', () => {
	const asks = [ask('a', 'column', { contract: 'sex' }), ask('b', 'column', { contract: 'sex' })];
	expect(openAsks(asks, { a: 'x' }).map(({ id }) => id)).toEqual(['b']);
	expect(answerSteps(asks, { c: 'x', toString: 'y' }, given)).toEqual([]);
});

test('a range that a spreadsheet turned into a date gets its code back', () => {
	const asked = ask('damage:Group:19-May', 'reading', { column: 'Group' });
	expect(steps(asked, '5-19')).toEqual([
		{ do: 'values', contract: 'sex', values: { '19-May': 'S' } }
	]);
	expect(steps(asked, '19-5')).toEqual([]);
});
