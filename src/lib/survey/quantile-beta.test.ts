import { describe, expect, test } from 'vitest';
import { betaQuantile } from './quantile-beta.ts';
import { studentQuantile } from './quantile-t.ts';

describe('beta quantiles', () => {
	test.each([0.001, 0.025, 0.5, 0.975])('with one parameter 1 they are powers, at p %d', (p) => {
		for (const a of [0.2, 1, 3, 50]) {
			expect(betaQuantile(p, [a, 1]) / p ** (1 / a)).toBeCloseTo(1, 11);
			expect(betaQuantile(p, [1, a]) / (1 - (1 - p) ** (1 / a))).toBeCloseTo(1, 11);
		}
	});

	test('at B(df/2, ½) they give those of Student’s t', () => {
		for (const df of [1, 4, 30, 1000]) {
			const t = studentQuantile(0.975, df);
			expect(betaQuantile(0.05, [df / 2, 0.5]) / (df / (df + t * t))).toBeCloseTo(1, 10);
		}
	});

	test('of a large sample are near the normal ones', () => {
		const [a, b] = [30_000, 70_000];
		const sd = Math.sqrt((0.3 * 0.7) / (a + b));
		expect((betaQuantile(0.975, [a, b]) - 0.3) / sd).toBeCloseTo(1.96, 2);
	});

	test.each([
		[0, 1, 1],
		[0.5, 0, 1],
		[0.5, 1, Infinity]
	])('there is none at p %d, shape %d, %d', (p, a, b) => {
		expect(() => betaQuantile(p, [a, b])).toThrow(RangeError);
	});
});
