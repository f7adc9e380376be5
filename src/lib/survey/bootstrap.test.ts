import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cells, Stratum } from './cells.ts';
import { replicateError, replicateFactors, replicateValues } from './bootstrap.ts';
import { packReplicates, unpackReplicates } from './packed-replicates.ts';

const settings = { replicates: 200, seed: 7 };

/** One respondent a cluster, all of weight 1, with the sizes of the strata and a value each. */
function cellsOf(strata: readonly Stratum[], values: readonly (readonly number[])[]): Cells {
	const rows = values.flatMap((own, stratum) => own.map((value) => ({ stratum, value })));
	const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
	const one = column(() => 1);
	const y = column(({ value }) => value);
	return {
		length: rows.length,
		strata,
		stratum: Uint32Array.from(rows, ({ stratum }) => stratum),
		cluster: Uint32Array.from(rows.keys()),
		dimensions: {},
		...{ n: one, missing: column(() => 0), w: one, wy: y, wx: one },
		...{ wyy: y.map((value) => value * value), wxy: y, wxx: one }
	};
}

const noFilter = { by: [], where: {} };

describe('the factors of a stratum', () => {
	const two = [
		{ id: 'a', clusters: 5 },
		{ id: 'b', clusters: 3 }
	];
	const cells = cellsOf(two, [
		[1, 2, 3, 4, 5],
		[6, 7, 8]
	]);

	test('come from n − 1 draws in every replicate', () => {
		const { times, replicates } = replicateFactors(cells, settings);
		for (let r = 0; r < replicates; r++) {
			const drawn = Array.from({ length: 8 }, (_, row) => times[row * replicates + r] ?? 0);
			const sum = (list: readonly number[]) => list.reduce((all, m) => all + m, 0);
			expect([sum(drawn.slice(0, 5)), sum(drawn.slice(5))]).toEqual([4, 2]);
		}
	});

	test('keep the sum of equal clusters in every replicate', () => {
		const factors = replicateFactors(cells, settings);
		const equal = cellsOf(two, [
			[2, 2, 2, 2, 2],
			[2, 2, 2]
		]);
		const [one] = replicateValues(equal, { kind: 'total', ...noFilter }, factors);
		for (const value of one?.values ?? []) expect(value).toBeCloseTo(16, 10);
	});

	test('do not depend on the strata beside it, so that a part and the whole share replicates', () => {
		const whole = replicateFactors(cells, settings);
		const alone = replicateFactors(cellsOf(two.slice(1), [[6, 7, 8]]), settings);
		expect(whole.times.subarray(5 * 200)).toEqual(alone.times);
		expect(replicateFactors(cells, settings)).toEqual(whole);
		expect(replicateFactors(cells, { ...settings, seed: 8 }).times).not.toEqual(whole.times);
	});

	test('are 1 where there is one cluster, so that it adds no error', () => {
		const lonely = cellsOf([{ id: 'x', clusters: 1 }], [[4]]);
		const factors = replicateFactors(lonely, settings);
		const [one] = replicateValues(lonely, { kind: 'total', ...noFilter }, factors);
		expect(new Set(one?.values)).toEqual(new Set([4]));
		expect(replicateError(one?.values ?? new Float64Array())).toBe(0);
	});

	test('shrink with the share of the population that was sampled, to nothing in a census', () => {
		const error = (population: number | undefined) => {
			const strata = [
				{ id: 'a', clusters: 5, ...(population === undefined ? {} : { population }) }
			];
			const some = cellsOf(strata, [[1, 2, 3, 4, 9]]);
			const factors = replicateFactors(some, settings);
			const [one] = replicateValues(some, { kind: 'mean', ...noFilter }, factors);
			return replicateError(one?.values ?? new Float64Array()) ?? NaN;
		};
		expect(error(20)).toBeCloseTo(error(undefined) * Math.sqrt(0.75), 10);
		expect(error(5)).toBeCloseTo(0, 12);
	});
});

test('clusters of the design without a row are drawn too', () => {
	const some = cellsOf([{ id: 'a', clusters: 4 }], [[1, 1]]);
	const { times, replicates } = replicateFactors(some, settings);
	const drawn = Array.from({ length: replicates }, (_, r) => {
		return (times[r] ?? 0) + (times[replicates + r] ?? 0);
	});
	expect(Math.min(...drawn)).toBe(0);
	expect(Math.max(...drawn)).toBe(3);
});

test('a replicate with nobody of the key has no value, and does not count in the error', () => {
	const cells = cellsOf([{ id: 'a', clusters: 2 }], [[3]]);
	const factors = replicateFactors(cells, settings);
	const [one] = replicateValues(cells, { kind: 'mean', ...noFilter }, factors);
	expect(one?.values.some(Number.isNaN)).toBe(true);
	expect(replicateError(one?.values ?? new Float64Array())).toBe(0);
	expect(replicateError(new Float64Array([NaN, 1]))).toBeNull();
});

test('a key without a value has none in any replicate', () => {
	const cells = cellsOf([{ id: 'a', clusters: 2 }], [[3, 4]]);
	const factors = replicateFactors(cells, settings);
	const nothing = { ...cells, n: new Float64Array(2) };
	const [one] = replicateValues(nothing, { kind: 'mean', ...noFilter }, factors);
	expect(one?.value).toBeNull();
	expect(one?.values.every(Number.isNaN)).toBe(true);
});

test('cells of other clusters are refused, and so are more clusters than declared', () => {
	const few = cellsOf([{ id: 'a', clusters: 2 }], [[3, 4]]);
	const more = cellsOf([{ id: 'a', clusters: 3 }], [[3, 4, 5]]);
	const factors = replicateFactors(few, settings);
	expect(() => replicateValues(more, { kind: 'total', ...noFilter }, factors)).toThrow(RangeError);
	const wrong = { ...more, strata: few.strata };
	expect(() => replicateFactors(wrong, settings)).toThrow('Stratum a has 3 clusters');
});

describe('16 bits', () => {
	const value = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer());

	test('lose less than 1/65535 of the range of a key, and neither of its ends', () => {
		const keys = fc
			.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }))
			.chain(([k, r]) =>
				fc.array(fc.array(value, { minLength: r, maxLength: r }), { minLength: k, maxLength: k })
			)
			.map((lists) => lists.map((list) => Float64Array.from(list)));
		fc.assert(
			fc.property(keys, (lists) => {
				const back = unpackReplicates(packReplicates(lists));
				expect(back).toHaveLength(lists.length);
				lists.forEach((list, k) => {
					const known = list.filter((one) => !Number.isNaN(one));
					const range = Math.max(...known) / 65535 - Math.min(...known) / 65535;
					list.forEach((one, r) => {
						const got = back[k]?.[r] ?? NaN;
						if (Number.isNaN(one)) return expect(got).toBeNaN();
						// Half of the smallest number is not exact.
						const slack = range / 2 + Number.MIN_VALUE;
						expect(Math.abs(got / 2 - one / 2)).toBeLessThanOrEqual(slack);
					});
					if (known.length === 0) return;
					const gotKnown = (back[k] ?? list).filter((one) => !Number.isNaN(one));
					expect(Math.min(...gotKnown) + 0).toBe(Math.min(...known) + 0);
					expect(Math.max(...gotKnown) + 0).toBe(Math.max(...known) + 0);
				});
			})
		);
	});

	test('refuse what is infinite or of another length', () => {
		expect(() => packReplicates([Float64Array.of(Infinity)])).toThrow(RangeError);
		expect(() => packReplicates([Float64Array.of(1), Float64Array.of(1, 2)])).toThrow(RangeError);
		expect(unpackReplicates(packReplicates([]))).toEqual([]);
	});
});
