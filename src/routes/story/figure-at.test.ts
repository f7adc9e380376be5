import { expect, test } from 'vitest';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { figureAt } from './story.ts';

const estimate = (...key: readonly string[]): Estimate => ({
	...{ key, n: 30, missing: 0, clusters: 5, sumWeights: 30, df: 4, deff: 1 },
	...{ value: 0.5, se: 0.1, low: 0.3, high: 0.7, quality: 'ok' }
});

const answer = (...estimates: readonly Estimate[]): Answer => ({
	question: { source: 's', indicator: 'i', by: [], where: {} },
	estimates
});

test('the estimate of a key is found by all of its codes', () => {
	const both = answer(estimate('F', 'rural'), estimate('F', 'urban'));
	expect(figureAt(both, 'F', 'urban')).toBe(both.estimates[1]);
	expect(figureAt(both, 'M', 'urban').quality).toBe('not-applicable');
	expect(figureAt(both, 'F').value).toBeNull();
});

test('the figure of everybody is not that of a group', () => {
	const all = answer(estimate());
	expect(figureAt(all)).toBe(all.estimates[0]);
	expect(figureAt(all, 'F')).toMatchObject({ n: 0, value: null, reason: 'empty' });
	expect(figureAt(answer(estimate('F')), 'F', 'rural').value).toBeNull();
});
