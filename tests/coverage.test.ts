import { beforeAll, describe, expect, test } from 'vitest';
import { distributionOf, quantileOf } from '#lib/survey/quantile.ts';
import {
	allocations,
	coverageOf,
	fixedPopulation,
	isKept,
	type Coverage
} from '../src/cli/coverage/coverage.ts';
import { drawSample } from '../src/cli/coverage/draw-sample.ts';
import { Random } from '../src/cli/demonstration/random.ts';

let fixed: ReturnType<typeof fixedPopulation>;

beforeAll(() => {
	fixed = fixedPopulation((name) => new Random(1, name));
});

describe('the population', () => {
	test('its truths are those of a plain count', () => {
		const { population, truths } = fixed;
		const { strata, pay, hours, half, tenth, sex, status } = population;
		const inDomain = strata
			.slice(0, 3)
			.flatMap(({ clusters }) =>
				clusters.flatMap(({ from, size }) =>
					Array.from({ length: size }, (_, i) => from + i).filter((i) => status[i] === 0)
				)
			);
		const mean = (of: ArrayLike<number>, people = inDomain) =>
			people.reduce((sum, i) => sum + (of[i] ?? NaN), 0) / people.length;
		const paid = (code: number) =>
			mean(
				pay,
				inDomain.filter((i) => sex[i] === code)
			);
		const distribution = distributionOf(
			inDomain.map((i) => pay[i] ?? NaN),
			inDomain.map(() => 1)
		);
		const counted = {
			'mean pay': mean(pay),
			'share of .5': mean(half),
			'share of .1': mean(tenth),
			'pay an hour': mean(pay) / mean(hours),
			'median pay': quantileOf(distribution, 0.5, 'school'),
			'women − men, pay': paid(0) - paid(1)
		};
		expect([...truths.keys()]).toEqual(Object.keys(counted));
		for (const [name, value] of Object.entries(counted)) {
			expect(truths.get(name), name).toBeCloseTo(value, 8);
		}
		expect(truths.get('share of .5')).toBeCloseTo(0.5, 3);
		expect(truths.get('share of .1')).toBeCloseTo(0.1, 3);
	});

	test('pay is skewed and neighbours are alike', () => {
		const { pay, strata } = fixed.population;
		const mean = (of: ArrayLike<number>) => Array.from(of).reduce((a, b) => a + b, 0) / of.length;
		const centre = mean(pay);
		const moment = (k: number) => mean(pay.map((one) => (one - centre) ** k));
		expect(moment(3) / moment(2) ** 1.5).toBeGreaterThan(2);
		const [city] = strata;
		const means = (city?.clusters ?? []).map(({ from, size }) =>
			mean(pay.slice(from, from + size))
		);
		const all = mean(means);
		const between = mean(means.map((one) => (one - all) ** 2));
		expect(between / moment(2)).toBeGreaterThan(0.05);
	});
});

describe('a sample', () => {
	test('has the clusters it should, unequal weights, and the size of the population in its weights', () => {
		const { population } = fixed;
		const draws = new Random(3, 'samples');
		const totals = Array.from({ length: 60 }, () => {
			const sample = drawSample(population, [9, 6, 5, 4], draws);
			expect(new Set(sample.cluster).size).toBe(24);
			expect(new Set(sample.w).size).toBeGreaterThan(20);
			return sample.w.reduce((sum, w) => sum + w, 0);
		});
		const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
		expect(Math.abs(mean / population.pay.length - 1)).toBeLessThan(0.03);
	});

	test('is the same from the same seed', () => {
		const draw = (seed: number) => {
			const { person } = drawSample(fixed.population, [4, 2, 2, 2], new Random(seed, 'one'));
			return person.join();
		};
		expect(draw(5)).toBe(draw(5));
		expect(draw(5)).not.toBe(draw(6));
	});
});

test.each(allocations)('60 samples of %i, %i and %i clusters come out near the truth', (...of) => {
	const results = coverageOf(fixed, { allocation: of, samples: 60 }, new Random(1, 'test'));
	const clusters = (of[0] ?? 0) + (of[1] ?? 0) + (of[2] ?? 0);
	expect(results.map(({ estimator }) => estimator)).toEqual([...fixed.truths.keys()]);
	for (const one of results) {
		expect(one).toMatchObject({ clusters, touched: clusters, df: clusters - 3, without: 0 });
		// The mean of 60 estimates is off by less than four of its standard errors, the interval being four wide.
		expect(Math.abs(one.mean - one.truth)).toBeLessThan(one.width / Math.sqrt(60));
		expect(one.covered).toBeGreaterThan(0.8);
		expect(one.error).toBeCloseTo(Math.sqrt((one.covered * (1 - one.covered)) / 60), 12);
	}
});

test.each([
	[8, 0.9, true],
	[8, 0.899, false],
	[20, 0.93, true],
	[20, 0.929, false],
	[75, 0.97, true],
	[75, 0.971, false]
])('with %i clusters a coverage of %d is kept: %s', (clusters, covered, expected) => {
	expect(isKept({ clusters, covered } as Coverage)).toBe(expected);
});
