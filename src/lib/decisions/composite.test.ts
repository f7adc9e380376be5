import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composite, scenarios, standings, type CompositeOptions } from './composite.ts';
import { correlations } from './correlations.ts';
import { normalise, ranksOf, rankShift } from './normalise.ts';

const criteria = [{ id: 'need' }, { id: 'reach' }];
const options: CompositeOptions = {
	...{ criteria, weights: [1, 3], normalisation: 'min-max', aggregation: 'linear' }
};

function made(values: readonly (readonly number[])[], said: Partial<CompositeOptions> = {}) {
	const result = composite(values, { ...options, ...said });
	if ('code' in result) throw new Error(result.code);
	return result;
}

describe('normalising', () => {
	test('less is more turns the scale round, in every way of normalising', () => {
		for (const method of ['min-max', 'rank'] as const) {
			expect(normalise([1, 3, 2], method).scores).toEqual([0, 1, 0.5]);
			expect(normalise([1, 3, 2], method, { lessIsMore: true }).scores).toEqual([1, 0, 0.5]);
		}
		const up = normalise([1, 3, 5], 'z-score').scores;
		expect(normalise([1, 3, 5], 'z-score', { lessIsMore: true }).scores).toEqual(up.toReversed());
	});

	test('a criterion under which all are equal gives 0 and says so', () => {
		expect(normalise([4, 4], 'min-max')).toEqual({ scores: [0, 0], constant: true });
		const result = made([
			[1, 7],
			[2, 7]
		]);
		expect(result.constant).toEqual(['reach']);
		expect(result.scores).toEqual([0, 25]);
	});

	test('ties share the better rank, rounding noise included', () => {
		expect(ranksOf([5, 7, 5, 1])).toEqual([2, 1, 2, 4]);
		expect(ranksOf([0.1 + 0.2, 0.3])).toEqual([1, 1]);
		expect(
			made([
				[1, 1],
				[1, 1],
				[0, 0]
			]).tied
		).toEqual([1]);
	});

	test('the shift of no candidates is 0', () => {
		expect(rankShift([], [])).toBe(0);
	});
});

describe('an index', () => {
	const rows = fc.array(
		fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })),
		{
			...{ minLength: 1, maxLength: 12 }
		}
	);

	test('runs from 0 to 100, and only the proportions of weights count', () => {
		fc.assert(
			fc.property(rows, fc.integer({ min: 1, max: 1000 }), (values, factor) => {
				for (const aggregation of ['linear', 'geometric'] as const) {
					const one = made(values, { aggregation });
					for (const score of one.scores) {
						expect(score).toBeGreaterThanOrEqual(0);
						expect(score).toBeLessThanOrEqual(100 + 1e-9);
					}
					const scaled = made(values, { aggregation, weights: [factor, 3 * factor] });
					expect(scaled.ranks).toEqual(one.ranks);
				}
			})
		);
	});

	test('weight on one criterion alone orders by that criterion', () => {
		fc.assert(
			fc.property(rows, (values) => {
				const { ranks } = made(values, { weights: [0, 5] });
				expect(ranks).toEqual(ranksOf(values.map(([, reach]) => reach)));
			})
		);
	});

	test.each([
		['no-weight', { weights: [0, 0] }],
		['bad-weight', { weights: [1, -1] }],
		['bad-weight', { weights: [NaN, 1] }],
		['geometric-needs-shares', { normalisation: 'z-score', aggregation: 'geometric' }]
	] as const)('%s is a value, not an exception', (code, said) => {
		expect(composite([[1, 2]], { ...options, ...said })).toMatchObject({ code });
	});

	test('without candidates, or with one that has no number, there is none', () => {
		expect(composite([], options)).toMatchObject({ code: 'no-candidates' });
		expect(composite([[1, 2], [1]], options)).toEqual({
			code: 'bad-value',
			details: { candidate: 2, criterion: 'reach' }
		});
		expect(scenarios([], options)).toMatchObject({ code: 'no-candidates' });
	});

	test('weights near the largest number still add up to 1', () => {
		const { weights } = made([[1, 2]], { weights: [1e308, 1e308] });
		expect(weights).toEqual([0.5, 0.5]);
	});

	test('a scenario that would leave no weight is left out', () => {
		const found = scenarios(
			[
				[1, 2],
				[2, 1]
			],
			{ ...options, weights: [1, 0] }
		);
		expect('code' in found ? [] : found.map(({ id }) => id)).toEqual([
			...['base', 'equal', 'without-reach']
		]);
		expect(standings([], 3)).toEqual([]);
	});
});

describe('correlation', () => {
	const values = [
		[1, 2, 5, 3],
		[2, 4, 5, 2],
		[3, 9, 5, 1]
	];

	test('of a criterion with itself is 1, with its opposite −1, with a constant unknown', () => {
		const found = correlations(values, 'spearman');
		expect(found[0]).toEqual([1, 1, null, -1]);
		expect(found[2]).toEqual([null, null, null, null]);
	});

	test('by Pearson is that of the values', () => {
		const found = correlations(values, 'pearson');
		expect(found[0]?.[1]).toBeCloseTo(7 / Math.sqrt(2 * 26), 12);
		expect(found[1]?.[0]).toBe(found[0]?.[1]);
		expect(correlations([], 'pearson')).toEqual([]);
	});
});
