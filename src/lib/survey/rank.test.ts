import { expect, test } from 'vitest';
import { difference } from './contrast.ts';
import { rankRanges, topSet } from './rank.ts';
import { emptyTally, tally } from './tally.ts';
import type { Cells } from './cells.ts';

const codes = ['low', 'middle', 'twin', 'high', 'none'];
/** Eight clusters; value of each key in each cluster, the noise different by key. */
const levels = [1, 5, 5.05, 9];
const rows = Array.from({ length: 8 }, (_, cluster) =>
	levels.map((level, key) => ({ cluster, key, y: level + 0.2 * Math.sin(7 * cluster + 3 * key) }))
).flat();
const cells: Cells = {
	length: rows.length,
	strata: [{ id: 'all', clusters: 8 }],
	stratum: new Uint32Array(rows.length),
	cluster: Uint32Array.from(rows, ({ cluster }) => cluster),
	dimensions: { skill: { codes, index: Uint16Array.from(rows, ({ key }) => key) } },
	n: new Float64Array(rows.length).fill(30),
	missing: new Float64Array(rows.length),
	w: new Float64Array(rows.length).fill(300),
	wy: Float64Array.from(rows, ({ y }) => 300 * y),
	wx: new Float64Array(rows.length).fill(300),
	wyy: Float64Array.from(rows, ({ y }) => 310 * y * y),
	wxy: Float64Array.from(rows, ({ y }) => 300 * y),
	wxx: new Float64Array(rows.length).fill(300)
};
const tallies = [...tally(cells, ['skill'], {}), emptyTally(['none'])];
const options = { kind: 'mean', level: 0.95, lonely: 'fail', strata: cells.strata } as const;

test('keys that cannot be told apart share a range of ranks', () => {
	expect(rankRanges(tallies, options)).toEqual([
		{ key: ['low'], best: 4, worst: 4 },
		{ key: ['middle'], best: 2, worst: 3 },
		{ key: ['twin'], best: 2, worst: 3 },
		{ key: ['high'], best: 1, worst: 1 }
	]);
});

test('the top holds all that cannot be told apart from the highest', () => {
	const keys = (list: typeof tallies) => topSet(list, options).map(({ key }) => key[0]);
	expect(keys(tallies)).toEqual(['high']);
	expect(keys(tallies.filter(({ key }) => key[0] !== 'high'))).toEqual(['twin', 'middle']);
	expect(keys([])).toEqual([]);
	expect(keys(tallies.slice(0, 1))).toEqual(['low']);
});

test('pairs are compared as differences are', () => {
	for (const a of tallies.slice(0, 4)) {
		for (const b of tallies.slice(0, 4)) {
			const { low } = difference(a, b, options);
			const [first] = rankRanges([a, b], options);
			expect(first?.worst === 1).toBe(low !== null && low > 0);
		}
	}
});

test('more keys make the comparison of each pair more careful', () => {
	const [, a = emptyTally([]), b = emptyTally([])] = tallies;
	const wide = difference(a, b, { ...options, level: 1 - 0.05 / 9 });
	const narrow = difference(a, b, options);
	expect((wide.high ?? 0) - (wide.low ?? 0)).toBeGreaterThan(
		(narrow.high ?? 0) - (narrow.low ?? 0)
	);
});
