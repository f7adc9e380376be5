import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributionOf, quantileOf, quantileRules, tieAt } from './quantile.ts';

const four = distributionOf([4, 1, 3, 2], [1, 1, 1, 1]);

test('the rules differ where the distribution function hits p exactly', () => {
	const at = (p: number) => quantileRules.map((rule) => quantileOf(four, p, rule));
	expect(at(0.5)).toEqual([2, 2.5, 2.5, 2.5, 2.5]);
	expect(at(0.25)).toEqual([1, 1.5, 1.5, 1.25, 1.75]);
	expect(at(0.6)).toEqual([3, 3, 3, 3, expect.closeTo(2.8, 12)]);
});

test('a step is hit although rounding says otherwise', () => {
	const tenths = distributionOf([1, 2, 3, 4, 5], [0.1, 0.1, 0.1, 0.1, 0.1]);
	expect(0.1 + 0.1 + 0.1).not.toBe(0.3);
	expect(quantileOf(tenths, 0.6, 'math')).toBe(3);
	expect(quantileOf(tenths, 0.6, 'school')).toBe(3.5);
	expect(tieAt(tenths, 0.6)).toEqual([3, 4]);
	expect(tieAt(tenths, 0.5)).toBeUndefined();
});

test('below the first step it is the smallest value, not the second as R has it', () => {
	expect(quantileOf(distributionOf([1, 2, 3, 4], [5, 1, 1, 1]), 0.1, 'math')).toBe(1);
});

test('there is none of nothing, nor outside 0 to 1; weights of 0 do not count', () => {
	expect(quantileOf(distributionOf([], []), 0.5, 'math')).toBeNaN();
	expect(quantileOf(four, 1.01, 'math')).toBeNaN();
	expect(quantileOf(distributionOf([9, 1], [0, 2]), 0.9, 'hf7')).toBe(1);
});

test('a quantile grows with p and stays within the values', () => {
	const values = fc.array(
		fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 })),
		{
			minLength: 1
		}
	);
	const p = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(values, p, p, (rows, a, b) => {
			const distribution = distributionOf(
				rows.map(([value]) => value),
				rows.map(([, weight]) => weight)
			);
			for (const rule of quantileRules) {
				const low = quantileOf(distribution, Math.min(a, b), rule);
				const high = quantileOf(distribution, Math.max(a, b), rule);
				expect(low).toBeLessThanOrEqual(high + 1e-9);
				expect(low).toBeGreaterThanOrEqual(Math.min(...distribution.value));
				expect(high).toBeLessThanOrEqual(Math.max(...distribution.value));
			}
		})
	);
});

test.each(['hf6', 'hf7'] as const)(
	'under %s a quantile that falls on a value is that value, however small the weights',
	(rule) => {
		const values = [11, 13, 17, 19, 23, 29, 31];
		const median = (weight: number) =>
			quantileOf(distributionOf(values, new Array<number>(values.length).fill(weight)), 0.5, rule);
		for (const weight of [1, 30.97, 3.097e-8, 0.1, 1e12 / 3]) expect(median(weight)).toBe(19);
	}
);
