import { describe, expect, test } from 'vitest';
import { cellsFrom, type Respondent } from '#tests/support/random-cells.ts';
import type { Cells } from './cells.ts';
import { contrast } from './contrast.ts';
import { estimate, type EstimateOptions } from './estimate.ts';
import { emptyTally, tally } from './tally.ts';
import { lonelyStrata } from './variance.ts';

const optionsFor = (cells: Cells): EstimateOptions => ({
	kind: 'ratio',
	interval: 't',
	level: 0.95,
	lonely: 'fail',
	strata: cells.strata
});

const whole = (cells: Cells) => tally(cells, [], {})[0] ?? emptyTally([]);

const person = (stratum: number, cluster: number, y: number | null, weight = 1): Respondent => ({
	...{ stratum, cluster, y, weight },
	sex: 0,
	x: 1
});

describe('what has no number says why', () => {
	const reasonOf = (list: Respondent[], options: Partial<EstimateOptions> = {}) => {
		const cells = cellsFrom(list);
		return estimate(whole(cells), { ...optionsFor(cells), ...options });
	};

	test('nobody, nobody who answered, nothing to divide by', () => {
		expect(reasonOf([])).toMatchObject({ value: null, reason: 'empty' });
		expect(reasonOf([person(0, 0, null)])).toMatchObject({ value: null, reason: 'all-missing' });
		expect(reasonOf([{ ...person(0, 0, 1), x: 0 }]).reason).toBe('zero-denominator');
	});

	test('one cluster in each stratum has a value and no error', () => {
		const one = reasonOf([person(0, 0, 1), person(0, 0, 2), person(1, 0, 5)]);
		expect(one).toMatchObject({ value: 8 / 3, se: null, low: null, df: 0, reason: 'one-cluster' });
	});

	test('a share of 0 or 1 has no error, but an interval that the clusters narrow and not the answers alone', () => {
		const all = (clusters: number, y: number) =>
			Array.from({ length: 60 }, (_, i) => person(0, i % clusters, y, 9));
		const strata = [{ id: '0', clusters: 60 }];
		const shareOf = (list: Respondent[]) => reasonOf(list, { interval: 'xlogit', strata });
		const none = shareOf(all(60, 0));
		expect(none).toMatchObject({ value: 0, se: null, low: 0, deff: null, reason: 'no-variance' });
		// Clopper and Pearson: binom.test(0, 60) in R.
		expect(none.high).toBeCloseTo(0.0596294922861669, 12);
		// R: n <- 60 * (qt(.025, 59) / qt(.025, 9))^2; qbeta(.975, 1, n)
		expect(shareOf(all(10, 0)).high).toBeCloseTo(0.0755693157601488, 12);
		const every = shareOf(all(10, 1));
		expect(every).toMatchObject({ value: 1, se: null, high: 1, reason: 'no-variance' });
		expect(every.low).toBeCloseTo(0.924430684239851, 12);
	});

	test('a mean of 0, a share of one cluster, and a share of 0 in a census have no interval', () => {
		const none = [person(0, 0, 0), person(0, 1, 0)];
		const no = { value: 0, se: null, low: null, high: null };
		expect(reasonOf(none)).toMatchObject({ ...no, reason: 'no-variance' });
		const one = reasonOf([person(0, 0, 0), person(0, 0, 0)], { interval: 'xlogit' });
		expect(one).toMatchObject({ ...no, reason: 'one-cluster' });
		const strata = [{ id: 'taken whole', clusters: 2, population: 2 }];
		const census = reasonOf(none, { interval: 'xlogit', strata });
		expect(census).toMatchObject({ ...no, reason: 'no-variance' });
	});

	test('a census has no variance', () => {
		const strata = [0, 1, 2].map((id) => ({ id: `${id}`, clusters: 4, population: 4 }));
		expect(reasonOf([person(0, 0, 1), person(0, 1, 4)], { strata }).reason).toBe('no-variance');
		expect(lonelyStrata([{ id: 'mine', clusters: 1, population: 1 }])).toEqual([]);
	});

	test('weights that add up to the respondents have no design effect', () => {
		const normal = reasonOf([person(0, 0, 1), person(0, 1, 4), person(0, 1, 2)]);
		expect(normal).toMatchObject({ deff: null, reason: 'normalised-weights' });
		expect(normal.se).toBeGreaterThan(0);
	});

	test('a term without a value takes it from the contrast', () => {
		const cells = cellsFrom([person(0, 0, 1, 9), person(0, 1, 4, 9)]);
		const terms = [
			{ coefficient: 1, tally: whole(cells) },
			{ coefficient: -1, tally: emptyTally(['M']) }
		];
		expect(contrast(terms, optionsFor(cells))).toMatchObject({
			value: null,
			reason: 'empty',
			n: 2
		});
	});

	test('more clusters than the design declares is an error, not a variance', () => {
		const strata = [{ id: 'a', clusters: 1 }];
		expect(() => reasonOf([person(0, 0, 1), person(0, 1, 4)], { strata })).toThrow('declares 1');
	});
});

test('a ratio above 1 gets the t interval where a share would get that of the log odds', () => {
	const cells = cellsFrom([person(0, 0, 1, 9), person(0, 1, 4, 9), person(0, 2, 3, 9)]);
	const share = estimate(whole(cells), { ...optionsFor(cells), interval: 'xlogit' });
	expect(share).toEqual(estimate(whole(cells), optionsFor(cells)));
});
