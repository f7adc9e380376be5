import { expect, test } from 'vitest';
import { incomeQuantile, incomesOf } from './inequality.ts';

const incomes = incomesOf([5, 1, 4, 2, 3], [0.1, 0.1, 0.1, 0.1, 0.1]);

test('where the share of the weights is p exactly, the income quantile is the next value', () => {
	// laeken::weightedQuantile(1:5, rep(1, 5), c(.2, .4, .5, .8))
	const found = [0.2, 0.4, 0.5, 0.8].map((p) => incomeQuantile(incomes, p));
	expect(found).toEqual([2, 3, 3, 5]);
});

test('without any weight there is no income quantile', () => {
	expect(incomeQuantile(incomesOf([1, 2], [0, 0]), 0.5)).toBeNaN();
});
