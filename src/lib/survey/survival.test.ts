import { describe, expect, test } from 'vitest';
import {
	curveOf as only,
	fourteen as worked,
	survivalCells as cellsOf
} from '#tests/support/survival-people.ts';
import { noCode, type Cells } from './cells.ts';
import { quantileInterval } from './survival-interval.ts';
import { survivalCurves, type SurvivalCurve } from './survival.ts';
import { variance } from './variance.ts';

function errorOf(curve: SurvivalCurve, cells: Cells, time: number) {
	const options = { strata: cells.strata, lonely: 'fail', over: 'used' } as const;
	return Math.sqrt(variance(curve.scoresAt(time), options) ?? NaN);
}

const round = (values: readonly number[]) => values.map((value) => Math.round(value * 1e4) / 1e4);

describe('fourteen graduates, of whom nine found a job', () => {
	const curve = only(worked);

	test('the share still without one, by month', () => {
		expect(curve.times).toEqual([0, 1, 2, 3, 4, 6, 9, 12, 18, 24]);
		expect(round(curve.survival)).toEqual([
			...[0.9286, 0.8571, 0.7143, 0.6429, 0.5714, 0.5, 0.4167, 0.3333, 0.3333, 0.3333]
		]);
		expect(curve.survivalAt(-1)).toBe(1);
		expect(curve.survivalAt(7)).toBeCloseTo(0.5, 12);
		expect(curve.survivalAt(100)).toBeCloseTo(1 / 3, 12);
	});

	test('those censored in a month are at risk in it', () => {
		expect(curve.atRisk).toEqual([14, 13, 12, 10, 9, 8, 6, 5, 2, 1]);
		expect(curve.weightAtRisk).toEqual(curve.atRisk);
		expect([6, 7, 24, 25].map((time) => curve.atRiskAt(time))).toEqual([8, 6, 1, 0]);
	});

	test('the median is the middle of the step at one half', () => {
		expect(curve.quantile(0.5)).toBe(7.5);
		expect(curve.quantile(0.25)).toBe(2);
	});

	test('a last step at the value ends at the last time, and what is not reached is null', () => {
		expect(curve.quantile(2 / 3)).toBe(18);
		expect(curve.quantile(0.75)).toBeNull();
	});

	test("with equal weights the error is Greenwood's but for n/(n − 1)", () => {
		const greenwood = { 0: 0.0688, 1: 0.0935, 3: 0.1281, 6: 0.1336, 9: 0.1349, 24: 0.1311 };
		for (const [time, expected] of Object.entries(greenwood)) {
			const got = errorOf(curve, cellsOf(worked), Number(time));
			expect(got / Math.sqrt(14 / 13)).toBeCloseTo(expected, 4);
		}
	});

	test('scores add up to nothing', () => {
		const sum = curve.scoresAt(9).score.reduce((all, score) => all + score, 0);
		expect(sum).toBeCloseTo(0, 14);
	});

	test('the interval of the median is open above', () => {
		const options = { strata: cellsOf(worked).strata, lonely: 'fail' } as const;
		const limits = (level: number) => quantileInterval(curve, { p: 0.5, level }, options);
		expect(limits(0.9)).toEqual({ low: 2, high: null });
		// R, with the normal quantile, has 2 at 95% too; t on 13 degrees of freedom is wider.
		expect(limits(0.95)).toEqual({ low: 0, high: null });
	});
});

describe('weights', () => {
	test('times that weights blur in the last digit are one time', () => {
		const people = [4.252, 3.962, 1.1, 0.3, 7.7].map((weight) => ({ time: 7, weight }));
		expect(only(people).times).toEqual([7]);
		const third = [4.252, 3.962, 1.1].map((weight) => ({ time: 1 / 3, weight }));
		expect(only(third).times).toHaveLength(1);
	});

	test('a weight of two is two people in value', () => {
		const twice = only(worked.flatMap((person) => [person, person]));
		const heavy = only(worked.map((person) => ({ ...person, weight: 2 })));
		expect(heavy.survival).toEqual(twice.survival);
		expect(heavy).toMatchObject({ n: 14, sumWeights: 28 });
	});

	test('a whole cluster counts as one in the error', () => {
		const twice = worked.flatMap((person, cluster) => [
			{ ...person, cluster },
			{ ...person, cluster }
		]);
		const error = errorOf(only(twice), cellsOf(twice), 6);
		expect(error).toBeCloseTo(errorOf(only(worked), cellsOf(worked), 6), 12);
	});

	test('a blank time is missing and a weight of zero is not used', () => {
		const curve = only([...worked, { time: null }, { time: 3, weight: 0 }]);
		expect(curve).toMatchObject({ n: 14, missing: 1, sumWeights: 14 });
		expect(curve.survival).toEqual(only(worked).survival);
		expect(curve.scoresAt(6).n.slice(-2)).toEqual([0, 0]);
		expect(curve.scoresAt(6).score.slice(-2)).toEqual([0, 0]);
	});
});

describe('domains', () => {
	const people = worked.map((person, i) => ({ ...person, sex: [1, 0, noCode][i % 3] ?? 0 }));

	test('keys come in the order of the codes, and a missing code is in none', () => {
		const curves = survivalCurves(cellsOf(people), ['sex'], {});
		expect(curves.map(({ key, n }) => [...key, n])).toEqual([
			['F', 5],
			['M', 5]
		]);
	});

	test('a restriction gives the curve of its key', () => {
		const [women] = survivalCurves(cellsOf(people), ['sex'], {});
		const [restricted] = survivalCurves(cellsOf(people), [], { sex: ['F'] });
		expect(restricted?.survival).toEqual(women?.survival);
		expect(restricted?.scoresAt(6)).toEqual(women?.scoresAt(6));
	});

	test('without anybody there is an empty curve, or no key', () => {
		const [curve] = survivalCurves(cellsOf([]), [], {});
		expect(curve).toMatchObject({ key: [], n: 0, sumWeights: 0, times: [], survival: [] });
		expect(curve?.survivalAt(3)).toBe(1);
		expect(curve?.atRiskAt(3)).toBe(0);
		expect(curve?.quantile(0.5)).toBeNull();
		expect(survivalCurves(cellsOf([]), ['sex'], {})).toEqual([]);
	});

	test('rows of several respondents and rows out of order are refused', () => {
		const cells = cellsOf(worked);
		const several = { ...cells, n: cells.n.map(() => 2) };
		expect(() => survivalCurves(several, [], {})).toThrow('Row 0 holds several respondents');
		const turned = { ...cells, cluster: cells.cluster.map((cluster) => 20 - cluster) };
		expect(() => survivalCurves(turned, [], {})).toThrow('Row 1 is not in order');
	});
});
