import { expect, test } from 'vitest';
import { noCode, type Cells } from './cells.ts';
import { emptyTally, tally } from './tally.ts';

/** Two strata; respondents 1 and 2 have two rows each (one for each skill), respondent 3 one, 4 is missing. */
const grouped: Cells = {
	length: 7,
	strata: [
		{ id: 'a', clusters: 2 },
		{ id: 'b', clusters: 2 }
	],
	stratum: Uint32Array.of(0, 0, 0, 0, 1, 1, 1),
	cluster: Uint32Array.of(0, 0, 0, 0, 2, 3, 3),
	dimensions: {
		skill: { codes: ['S1', 'S2', 'S3'], index: Uint16Array.of(0, 1, 0, 1, 1, 0, 1) },
		sex: { codes: ['F', 'M'], index: Uint16Array.of(0, 0, 1, 1, noCode, 0, 0) }
	},
	n: Float64Array.of(1, 1, 1, 0, 1, 0, 0),
	missing: Float64Array.of(0, 0, 0, 1, 0, 1, 1),
	w: Float64Array.of(2, 2, 3, 0, 4, 0, 0),
	wy: Float64Array.of(4, 2, 3, 0, 0, 0, 0),
	wx: Float64Array.of(8, 6, 9, 0, 12, 0, 0),
	wyy: new Float64Array(7),
	wxy: new Float64Array(7),
	wxx: new Float64Array(7)
};
const skills: Cells = { ...grouped, unit: Uint32Array.of(1, 1, 2, 2, 3, 4, 4) };

test('a respondent with several rows counts once, with one weight', () => {
	const [all] = tally(skills, [], {});
	expect(all).toMatchObject({ n: 3, missing: 1, sumWeights: 9, y: 9, x: 35 });
	expect(all?.clusters.n).toEqual([2, 1, 0]);
	expect(all?.clusters.w).toEqual([5, 4, 0]);
	expect(all?.clusters.missing).toEqual([0, 0, 1]);
});

test('rows of a respondent are added up before squaring', () => {
	const [all] = tally(skills, [], {});
	// Weights 2, 3, 4; y 3, 1, 0; x 7, 3, 3.
	expect(all).toMatchObject({ yy: 2 * 9 + 3, xy: 2 * 21 + 3 * 3, xx: 2 * 49 + 3 * 9 + 4 * 9 });
});

test('a respondent whose answer is missing in one row and used in another is used', () => {
	const [first, second] = tally(skills, ['sex'], {});
	expect(first).toMatchObject({ key: ['F'], n: 1, missing: 1 });
	expect(second).toMatchObject({ key: ['M'], n: 1, missing: 0, sumWeights: 3 });
});

test('keys come in the order of the codes, without those that no row has', () => {
	const keys = tally(skills, ['skill', 'sex'], {}).map(({ key }) => key.join(' '));
	expect(keys).toEqual(['S1 F', 'S1 M', 'S2 F', 'S2 M']);
});

test('a missing code belongs to no key and passes no restriction', () => {
	expect(tally(skills, ['sex'], {}).reduce((n, t) => n + t.n, 0)).toBe(2);
	expect(tally(skills, [], { sex: ['F', 'M'] })[0]?.n).toBe(2);
});

test('an empty restriction restricts nothing', () => {
	expect(tally(skills, [], { sex: [] })[0]?.n).toBe(3);
});

test('without dimensions there is one key even where no row is left', () => {
	expect(tally(skills, [], { skill: ['S3'] })).toEqual([emptyTally([])]);
	expect(tally(skills, ['sex'], { skill: ['S3'] })).toEqual([]);
});

test('a space of keys too large for a table still gives the keys in order', () => {
	const codes = Array.from({ length: 2000 }, (_, i) => `c${i}`);
	const index = Uint16Array.of(1999, 5, 1999, 5, 0, 0, 0);
	const wide = { ...skills, dimensions: { a: { codes, index }, b: { codes, index } } };
	expect(tally(wide, ['a', 'b'], {}).map(({ key }) => key)).toEqual([
		['c0', 'c0'],
		['c5', 'c5'],
		['c1999', 'c1999']
	]);
});

test('cells without respondent numbers bring their own counts and squares', () => {
	const squared = {
		...grouped,
		n: Float64Array.of(5, 0, 0, 0, 0, 0, 0),
		wyy: new Float64Array(7).fill(2)
	};
	expect(tally(squared, [], {})[0]).toMatchObject({ n: 5, yy: 14 });
});

test('rows out of order are refused, not counted as further clusters', () => {
	const mixed = { ...skills, cluster: Uint32Array.of(1, 0, 1, 0, 2, 3, 3) };
	expect(() => tally(mixed, [], {})).toThrow('not in order');
});

test('an unknown dimension is refused', () => {
	expect(() => tally(skills, ['age'], {})).toThrow('no dimension age');
});
