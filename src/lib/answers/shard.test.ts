import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCode } from '#lib/survey/cells.ts';
import { writeColumns } from './columns.ts';
import { decodeShard, encodeShard } from './shard-file.ts';
import { cellsOfShard, type Shard } from './shard.ts';

const row = fc.record({
	stratum: fc.nat({ max: 2 }),
	cluster: fc.nat({ max: 70_000 }),
	unit: fc.nat({ max: 300 }),
	weight: fc.constantFrom(0, 0.1, 1, 4.09, 120.5),
	sex: fc.constantFrom(0, 1, noCode),
	profile: fc.nat({ max: 2 })
});
const profile = fc.record({
	asked: fc.nat({ max: 3 }),
	used: fc.nat({ max: 3 }),
	y: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: true, min: 0.1, max: 1 })),
	x: fc.integer({ min: 0, max: 9 })
});
type Profile = typeof profile extends fc.Arbitrary<infer One> ? One : never;

/** Shards as makeShard makes them, also empty ones and ones in no order at all. */
const shards: fc.Arbitrary<Shard> = fc
	.tuple(
		fc.array(row, { maxLength: 30 }),
		fc.array(profile, { minLength: 6, maxLength: 6 }),
		fc.boolean()
	)
	.map(([rows, profiles, repeated]) => ({
		table: 't',
		indicators: ['one', 'two'],
		strata: [0, 1, 2].map((h) => ({ id: `${h}\u001fñ`, clusters: h + 1, population: 9 })),
		stratum: Uint32Array.from(rows, (one) => one.stratum),
		cluster: Uint32Array.from(rows, (one) => one.cluster),
		...(repeated ? { unit: Uint32Array.from(rows, (one) => one.unit) } : {}),
		weight: Float64Array.from(rows, (one) => one.weight),
		dimensions: {
			sex: { codes: ['F', 'M'], index: Uint16Array.from(rows, (one) => one.sex) }
		},
		profile: Uint32Array.from(rows, (one) => one.profile),
		measures: { one: measure(profiles.slice(0, 3)), two: measure(profiles.slice(3)) }
	}));

function measure(profiles: readonly Profile[]) {
	const column = (name: keyof Profile) => Float64Array.from(profiles, (one) => one[name] + 0);
	return { asked: column('asked'), used: column('used'), y: column('y'), x: column('x') };
}

describe('a shard', () => {
	test('comes back from its bytes as it was', () => {
		fc.assert(
			fc.property(shards, (shard) => {
				expect(decodeShard(encodeShard(shard))).toEqual(shard);
			})
		);
	});

	test('gives cells whose sums are those of the respondents that answered', () => {
		fc.assert(
			fc.property(shards, (shard) => {
				const cells = cellsOfShard(shard, 'two');
				const { asked, used, y } = shard.measures.two ?? measure([]);
				shard.profile.forEach((at, i) => {
					const weight = shard.weight[i] ?? 0;
					const answered = weight > 0 && (used[at] ?? 0) > 0;
					const blank = weight > 0 && !answered && (asked[at] ?? 0) > 0;
					expect(cells.n[i]).toBe(answered ? 1 : 0);
					expect(cells.missing[i]).toBe(blank ? 1 : 0);
					expect(cells.wy[i]).toBe(answered ? weight * (y[at] ?? 0) : 0);
				});
			})
		);
	});

	test('has no cells of an indicator that it does not hold', () => {
		const [shard] = fc.sample(shards, { numRuns: 1, seed: 1 });
		expect(() => shard && cellsOfShard(shard, 'three')).toThrow(RangeError);
		expect(() => shard && encodeShard({ ...shard, measures: {} })).toThrow('measure one');
	});

	test('is not read from another format, nor from an error page', () => {
		expect(() => decodeShard(writeColumns({ format: 'cells-0' }, {}))).toThrow(RangeError);
		expect(() => decodeShard(writeColumns([], {}))).toThrow(RangeError);
		const page = new TextEncoder().encode('<!doctype html><title>404</title>');
		expect(() => decodeShard(page)).toThrow(RangeError);
	});

	test('is not read when a column is left out', () => {
		const head = { format: 'cells-1', table: 't', indicators: [], strata: [], dimensions: [] };
		const bytes = writeColumns({ ...head, repeated: false, keyed: {} }, { weights: [] });
		expect(() => decodeShard(bytes)).toThrow('Shard without the column');
	});
});
