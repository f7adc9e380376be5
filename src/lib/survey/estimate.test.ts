import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsFrom, respondents, type Respondent } from '#tests/support/random-cells.ts';
import type { Cells } from './cells.ts';
import { difference } from './contrast.ts';
import { estimate, type EstimateOptions } from './estimate.ts';
import type { RawEstimate } from './inference.ts';
import { emptyTally, tally } from './tally.ts';

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

function assertSound({ reason, ...estimated }: RawEstimate) {
	const list = Object.entries(estimated).flatMap(([id, value]) => (id === 'key' ? [] : [value]));
	for (const value of list) {
		expect(value === null || Number.isFinite(value)).toBe(true);
		expect(Object.is(value, -0)).toBe(false);
	}
	expect(list.includes(null)).toBe(reason !== undefined);
}

describe('for every survey', () => {
	const kinds = ['mean', 'ratio', 'total'] as const;
	const intervals = ['t', 'xlogit'] as const;
	const rules = ['fail', 'adjust', 'remove', 'certainty', 'average'] as const;

	test('numbers are finite or null, and null has a reason', () => {
		fc.assert(
			fc.property(
				respondents,
				fc.constantFrom(...kinds),
				fc.constantFrom(...intervals),
				fc.constantFrom(...rules),
				fc.constantFrom(1, 4),
				(list, kind, interval, lonely, clusters) => {
					const own = clusters === 1 ? list.map((r) => ({ ...r, cluster: 0 })) : list;
					const cells = cellsFrom(own);
					const strata = cells.strata.map(({ id }) => ({ id, clusters }));
					const options = { kind, interval, level: 0.95, lonely, strata };
					const [a = emptyTally(['F']), b = emptyTally(['M'])] = tally(cells, ['sex'], {});
					for (const one of [whole(cells), a, b]) assertSound(estimate(one, options));
					assertSound(difference(a, b, options));
				}
			)
		);
	});

	test('the order of respondents within a cluster does not matter', () => {
		const shuffled = respondents.chain((list) =>
			fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
		);
		fc.assert(
			fc.property(shuffled, ([list, mixed]) => {
				const cells = cellsFrom(list);
				const a = estimate(whole(cells), optionsFor(cells));
				const b = estimate(whole(cellsFrom(mixed)), optionsFor(cells));
				expect([b.n, b.df, b.clusters, b.reason]).toEqual([a.n, a.df, a.clusters, a.reason]);
				expect(b.value ?? 0).toBeCloseTo(a.value ?? 0, 9);
				expect(b.se ?? 0).toBeCloseTo(a.se ?? 0, 9);
			})
		);
	});

	test('the scale of the weights does not matter for a mean', () => {
		fc.assert(
			fc.property(respondents, fc.constantFrom(1e-6, 0.5, 1e6), (list, scale) => {
				const cells = cellsFrom(list.map((r) => ({ ...r, x: 1 })));
				const scaled = cellsFrom(
					list.map((r) => ({ ...r, x: 1 })),
					scale
				);
				const a = estimate(whole(cells), optionsFor(cells));
				const b = estimate(whole(scaled), optionsFor(cells));
				expect(b.value ?? 0).toBeCloseTo(a.value ?? 0, 9);
				expect(b.se ?? 0).toBeCloseTo(a.se ?? 0, 9);
			})
		);
	});

	test('a contrast with itself is 0 without variance', () => {
		fc.assert(
			fc.property(respondents, (list) => {
				const cells = cellsFrom(list);
				const { value, se } = difference(whole(cells), whole(cells), optionsFor(cells));
				expect(value ?? 0).toBe(0);
				expect(se).toBeNull();
			})
		);
	});
});

describe('mistakes that look right give other numbers', () => {
	const list = [
		person(0, 0, 1, 2),
		person(0, 0, 4),
		person(0, 1, 2),
		person(0, 2, 7, 3),
		person(1, 0, 3),
		person(1, 1, 8, 2),
		person(1, 2, 5)
	];
	const cells = cellsFrom(list);

	test('filtering before the design loses clusters that hold nobody of the domain', () => {
		const lost = cells.strata.map(({ id }) => ({ id, clusters: 3 }));
		const right = estimate(whole(cells), optionsFor(cells));
		const wrong = estimate(whole(cells), { ...optionsFor(cells), strata: lost });
		expect(right.se).not.toBeCloseTo(wrong.se ?? 0, 4);
	});

	test('a ratio of sums is not a mean of ratios', () => {
		// Weight, staff and staff not proficient of four employers; the mean of ratios is 0.2225.
		const sites = [
			[10, 40, 6],
			[25, 8, 0],
			[5, 120, 18],
			[60, 3, 1]
		] as const;
		const cell = cellsFrom(
			sites.map(([weight, x, y], cluster) => ({ stratum: 0, cluster, sex: 0, weight, x, y }))
		);
		expect(estimate(whole(cell), optionsFor(cell)).value).toBeCloseTo(210 / 1380, 14);
	});

	test('two standard errors in quadrature leave out the covariance of a shared cluster', () => {
		const shared = cellsFrom(list.flatMap((r) => [r, { ...r, sex: 1, y: (r.y ?? 0) + r.cluster }]));
		const [a = emptyTally([]), b = emptyTally([])] = tally(shared, ['sex'], {});
		const options = optionsFor(shared);
		const apart = Math.hypot(estimate(a, options).se ?? 0, estimate(b, options).se ?? 0);
		expect(difference(a, b, options).se ?? 0).toBeLessThan(0.7 * apart);
	});
});
