import { expect, test } from 'vitest';
import { noCode, type Cells } from './cells.ts';
import { difference } from './contrast.ts';
import { rankRanges, topSet } from './rank.ts';
import { tally } from './tally.ts';

const options = { kind: 'mean', level: 0.95, lonely: 'fail' } as const;

/** `keys` groups of 30 clusters each, one respondent a cluster: group 0 lies `lead` above all others. */
function groups(keys: number, lead: number): Cells {
	const each = 30;
	const length = keys * each;
	const key = Uint16Array.from({ length }, (_, row) => Math.floor(row / each));
	// Values −1 and 1 in turn: every group has the same spread and, but for the lead, the same mean.
	const y = Float64Array.from({ length }, (_, row) => (row % 2 ? 1 : -1) + (key[row] ? 0 : lead));
	const ones = new Float64Array(length).fill(1);
	expect(key.includes(noCode)).toBe(false);
	return {
		length,
		strata: [{ id: 's', clusters: length }],
		stratum: new Uint32Array(length),
		cluster: Uint32Array.from({ length }, (_, row) => row),
		dimensions: { g: { codes: Array.from({ length: keys }, (_, i) => `g${i}`), index: key } },
		...{ n: ones, missing: new Float64Array(length), w: ones },
		...{ wy: y, wx: ones, wyy: y.map((one) => one * one), wxy: y, wxx: ones }
	};
}

/** A lead that a pair shows at 95% and that ten keys together do not: the interval of the pair says so. */
const lead = 0.6;

test('a lead that two keys show clearly is open among ten, since nine pairs are looked at', () => {
	const cells = groups(10, lead);
	const tallies = tally(cells, ['g'], {});
	const [first, second] = tallies;
	if (!first || !second) throw new Error('The groups are gone');
	const pair = { ...options, strata: cells.strata };
	expect(difference(first, second, pair).low).toBeGreaterThan(0);
	expect(difference(first, second, { ...pair, level: 1 - 0.05 / 9 }).low).toBeLessThan(0);
	expect(topSet(tallies, pair)).toHaveLength(10);
	expect(rankRanges(tallies, pair)[0]).toEqual({ key: ['g0'], best: 1, worst: 10 });
});

test('the same lead is clear when there are two keys', () => {
	const cells = groups(2, lead);
	const pair = { ...options, strata: cells.strata };
	const tallies = tally(cells, ['g'], {});
	expect(topSet(tallies, pair).map(({ key }) => key)).toEqual([['g0']]);
	expect(rankRanges(tallies, pair)[0]).toEqual({ key: ['g0'], best: 1, worst: 1 });
});
