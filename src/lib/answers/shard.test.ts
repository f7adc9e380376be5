import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCode } from '#lib/survey/cells.ts';
import { readColumns } from './columns.ts';
import { writeColumns } from './write-columns.ts';
import { encodeShard } from './encode-shard.ts';
import { decodeShard, type ShardHead } from './shard-file.ts';
import { cellsOfShard, type Shard } from './shard.ts';
import { entropy } from './shard-parts/kinds.ts';

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

/** Workers who are rated on the skills of their occupation: what follows from what, as in the survey. */
const workforces: fc.Arbitrary<Shard> = fc
	.record({
		skills: fc.array(fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1 }), {
			minLength: 1,
			maxLength: 4
		}),
		workers: fc.array(
			fc.record({
				occupation: fc.nat({ max: 3 }),
				sex: fc.constantFrom(0, 1, noCode),
				levels: fc.array(fc.nat({ max: 4 }), { minLength: 10, maxLength: 10 })
			}),
			{ minLength: 60, maxLength: 90 }
		)
	})
	.map(({ skills, workers }) => {
		const rows = workers.flatMap(({ occupation, sex, levels }, unit) =>
			(skills[occupation % skills.length] ?? []).map((skill) => ({
				...{ unit, cluster: Math.floor(unit / 5), occupation, sex, skill },
				level: levels[skill] ?? 0
			}))
		);
		// A profile is a level and, of those who fall short, whether they are women.
		const isWoman = (one: (typeof rows)[number]) => (one.level < 2 && one.sex === 0 ? 1 : 0);
		const column = (of: (one: (typeof rows)[number]) => number) => Uint16Array.from(rows, of);
		return {
			...{ table: 't', indicators: ['short', 'women'], strata: [{ id: 'S', clusters: 20 }] },
			stratum: Uint32Array.from(rows, () => 0),
			cluster: Uint32Array.from(rows, ({ cluster }) => cluster),
			unit: Uint32Array.from(rows, ({ unit }) => unit),
			weight: Float64Array.from(rows, ({ cluster }) => 1 + cluster / 8),
			dimensions: {
				skill: { codes: [...'abcdefghij'], index: column(({ skill }) => skill) },
				sex: { codes: ['F', 'M'], index: column(({ sex }) => sex) },
				occupation: { codes: [...'wxyz'], index: column(({ occupation }) => occupation) }
			},
			profile: Uint32Array.from(rows, (one) => one.level * 2 + isWoman(one)),
			measures: {
				short: ofProfiles((at) => 2 - Math.floor(at / 2)),
				women: ofProfiles((at) => at % 2)
			}
		};
	});

/** Of ten profiles: everybody was asked and answered, out of 1. */
function ofProfiles(y: (at: number) => number) {
	const column = (of: (at: number) => number) =>
		Float64Array.from({ length: 10 }, (_, at) => of(at));
	return { asked: column(() => 1), used: column(() => 1), y: column(y), x: column(() => 1) };
}

/** The same, each row with a profile of its own and two columns that follow from one. */
const single = workforces.map(({ unit, ...shard }): Shard => {
	const rows = Float64Array.from(unit ?? [], (_, row) => shard.profile[row] ?? 0);
	const ones = rows.map(() => 1);
	const work = { asked: ones, used: ones, y: rows.map((at) => at % 2), x: ones };
	const pay = { asked: rows.map((at) => at % 2), used: rows.map((at) => at % 2), y: rows, x: ones };
	return {
		...shard,
		profile: Uint32Array.from(rows.keys()),
		measures: { short: work, women: pay }
	};
});

const headOf = (shard: Shard) => readColumns(encodeShard(shard, entropy)).head as ShardHead;

describe('a shard', () => {
	test.each([
		['of a workforce', workforces],
		['of rows that stand alone', single]
	])('%s comes back from its bytes as it was', (_, some) => {
		fc.assert(
			fc.property(some, (shard) => {
				expect(decodeShard(encodeShard(shard))).toEqual(shard);
				expect(decodeShard(encodeShard(shard, entropy))).toEqual(shard);
			})
		);
	});

	test('tells what follows from something else once', () => {
		const heads = fc.sample(workforces, { numRuns: 40, seed: 3 }).map(headOf);
		expect(heads.filter(({ units }) => units === 'patterns').length).toBeGreaterThan(20);
		expect(heads.filter(({ profiles }) => profiles === 'parts').length).toBeGreaterThan(20);
		const alone = fc.sample(single, { numRuns: 40, seed: 3 }).map(headOf);
		expect(alone.every(({ profiles }) => profiles === 'own')).toBe(true);
		expect(alone.filter(({ joints }) => Object.keys(joints).length > 0).length).toBeGreaterThan(20);
	});

	test('comes back from its bytes as it was', () => {
		fc.assert(
			fc.property(shards, (shard) => {
				expect(decodeShard(encodeShard(shard))).toEqual(shard);
				expect(decodeShard(encodeShard(shard, entropy))).toEqual(shard);
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
		const head = { format: 'cells-2', table: 't', indicators: [], strata: [], dimensions: [] };
		const bytes = writeColumns(
			{ ...head, profiles: 'own', keyed: {}, joints: {} },
			{ weights: [] }
		);
		expect(() => decodeShard(bytes)).toThrow('Shard without the column');
	});
});
