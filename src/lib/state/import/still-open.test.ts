import { describe, expect, test } from 'vitest';
import type { Ask, Matching } from '#lib/ingest/matching/types.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import { stillOpen } from './still-open.ts';

const matching: Matching = {
	kind: { guess: 'tracer', confidence: 1, unit: 'graduate', reason: '', others: [] },
	matches: [
		{
			...{ contract: 'sex', columns: ['Q7'], confidence: 0.9, reason: '', others: [] },
			...{ values: {}, unmatched: [{ value: '1', count: 5 }] }
		}
	],
	...{ personal: [], design: { value: {}, reason: '', confidence: 0 }, asks: [] }
};
const isOpen = (ask: Ask, steps: readonly Step[]) => stillOpen(ask, settle(steps), matching);

describe('which column is meant', () => {
	const ask: Ask = {
		...{ id: 'column:field_match', about: 'column', contract: 'field_match', question: '?' },
		options: [{ value: 'Q19', label: 'Q19' }]
	};

	test.each<[string, Step[], boolean]>([
		['is open at first', [], true],
		[
			'is settled once a column stands for it',
			[{ do: 'match', contract: 'field_match', columns: ['Q3'] }],
			false
		],
		[
			'is settled once its column stands for another',
			[{ do: 'match', contract: 'sex', columns: ['Q19'] }],
			false
		],
		[
			'is settled once its column is left out',
			[{ do: 'leave-out', column: 'Q19', why: 'chosen' }],
			false
		]
	])('%s', (_, steps, open) => {
		expect(isOpen(ask, steps)).toBe(open);
	});
});

describe('what values mean', () => {
	const ask: Ask = {
		id: 'values:sex',
		about: 'values',
		contract: 'sex',
		question: '?',
		options: []
	};

	test('is open until each has a code or counts as missing', () => {
		expect(isOpen(ask, [])).toBe(true);
		expect(isOpen(ask, [{ do: 'values', contract: 'sex', values: { 2: 'F' } }])).toBe(true);
		expect(isOpen(ask, [{ do: 'values', contract: 'sex', values: { 1: null } }])).toBe(false);
	});

	test('with options it is open until it is answered', () => {
		const asked: Ask = { ...ask, options: [{ value: 'F', label: 'Women' }] };
		expect(isOpen(asked, [{ do: 'values', contract: 'sex', values: { 1: 'F' } }])).toBe(true);
	});
});
