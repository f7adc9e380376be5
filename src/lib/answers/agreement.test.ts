import { expect, test } from 'vitest';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { problem } from '#lib/vocabulary/problem.ts';
import { disagreements } from './agreement.ts';

const estimate = (said: Partial<Estimate> = {}): Estimate => ({
	...{ key: ['F'], n: 30, missing: 2, clusters: 5, sumWeights: 812.5, df: 4, deff: 1.2 },
	...{ value: 0.4, se: 0.05, low: 0.3, high: 0.5, quality: 'ok' },
	...said
});
const answer = (...estimates: readonly Estimate[]): Answer => ({
	question: { source: 'audit', indicator: 'gap', by: ['sex'], where: {} },
	estimates
});
const fields = (a: Answer, b: Answer) => disagreements(a, b).map(({ field }) => field);

test('an answer agrees with itself', () => {
	expect(disagreements(answer(estimate()), answer(estimate()))).toEqual([]);
});

test.each(['sumWeights', 'value', 'se', 'low', 'high'] as const)(
	'a change of one part in a thousand million of %s is found, rounding noise is not',
	(field) => {
		const number = estimate()[field] ?? 0;
		const planted = answer(estimate({ [field]: number * (1 + 1e-9) }));
		const noise = answer(estimate({ [field]: number * (1 + 1e-12) }));
		expect(fields(answer(estimate()), planted)).toEqual([field]);
		expect(fields(planted, answer(estimate()))).toEqual([field]);
		expect(fields(answer(estimate()), noise)).toEqual([]);
	}
);

test('a gap that cancels to 0 agrees with one that leaves rounding noise', () => {
	const cancelled = (value: number) => answer(estimate({ value, low: -0.1, high: 0.1 }));
	expect(fields(cancelled(0), cancelled(-1.2e-16))).toEqual([]);
	expect(fields(cancelled(0), cancelled(1e-9))).toEqual(['value']);
});

test.each([
	['n', { n: 31 }],
	['missing', { missing: 3 }],
	['clusters', { clusters: 6 }],
	['df', { df: 5 }],
	['quality', { quality: 'low-n' }],
	['reason', { reason: 'no-variance' }],
	['value', { value: null }]
] as const)('%s must be the same', (field, said) => {
	expect(fields(answer(estimate()), answer(estimate(said)))).toEqual([field]);
});

test('the figure that differs is named by its question and key', () => {
	const [found] = disagreements(
		answer(estimate(), estimate({ key: ['M'] })),
		answer(estimate(), estimate({ key: ['M'], n: 29 }))
	);
	expect(found).toEqual({
		...{ question: '{"source":"audit","indicator":"gap","by":["sex"],"where":{}}' },
		...{ key: ['M'], field: 'n', a: 30, b: 29 }
	});
});

test('a key too many, too few or in another place is a disagreement', () => {
	const [f, m] = [estimate(), estimate({ key: ['M'] })];
	expect(fields(answer(f, m), answer(f))).toEqual(['key']);
	expect(fields(answer(f), answer(f, m))).toEqual(['key']);
	expect(fields(answer(f, m), answer(m, f))).toEqual(['key']);
});

test('a problem of one maker alone is a disagreement', () => {
	const without = { ...answer(), problem: problem('needs-engine') };
	expect(fields(answer(), without)).toEqual(['problem']);
	expect(fields(without, { ...without, problem: problem('needs-engine', { a: 1 }) })).toEqual([]);
});
