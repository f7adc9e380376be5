import { describe, expect, test } from 'vitest';
import {
	curveOf as only,
	fourteen as worked,
	survivalCells as cellsOf
} from '#tests/support/survival-people.ts';
import { quantileInterval } from './survival-interval.ts';
import { survivalInterval } from './survival-limits.ts';
import { survivalCurves } from './survival.ts';

describe('the ends of a curve', () => {
	test('when the last one at risk has the event the curve is 0, without an error', () => {
		const people = [0.1, 0.2, 0.3].map((weight, i) => ({ time: i + 1, weight }));
		const curve = only(people);
		expect(curve.survival[2]).toBe(0);
		expect(curve.scoresAt(3).score).toEqual([0, 0, 0]);
		expect(curve.quantile(1)).toBe(3);
	});

	test('a curve without an event stays at 1 and reaches nothing', () => {
		const curve = only([
			{ time: 5, event: 0 },
			{ time: 9, event: 0 }
		]);
		expect(curve.survival).toEqual([1, 1]);
		expect(curve.scoresAt(9).score).toEqual([0, 0]);
		expect(curve.quantile(0.5)).toBeNull();
		const options = { strata: [{ id: 'all', clusters: 2 }], lonely: 'fail' } as const;
		expect(quantileInterval(curve, { p: 0.5, level: 0.95 }, options)).toBeNull();
	});

	test('there is no interval at 0, at 1, without spread or without degrees of freedom', () => {
		const point = { survival: 0.5, se: 0.1, df: 10, level: 0.95 };
		expect(survivalInterval({ ...point, survival: 0, se: 0 })).toBeNull();
		expect(survivalInterval({ ...point, survival: 1, se: 0 })).toBeNull();
		expect(survivalInterval({ ...point, se: 0 })).toBeNull();
		expect(survivalInterval({ ...point, df: 0 })).toBeNull();
	});

	test('limits stay within 0 to 1, however large the error', () => {
		const limits = survivalInterval({ survival: 0.01, se: 5, df: 1, level: 0.99 });
		expect(limits?.low).toBe(0);
		expect(limits?.high).toBeLessThanOrEqual(1);
	});

	test('a stratum with one cluster leaves the curve without an interval', () => {
		const cells = cellsOf(worked.map((person) => ({ ...person, cluster: 0 })));
		const [curve = only([])] = survivalCurves(cells, [], {});
		const options = { strata: cells.strata, lonely: 'fail' } as const;
		expect(quantileInterval(curve, { p: 0.5, level: 0.95 }, options)).toBeNull();
	});
});
