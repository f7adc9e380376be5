import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyText, withheldKeys } from './withhold.ts';

const cell = (key: readonly string[], n: number, clusters = n) => ({ key, n, clusters });

/** Keys withheld of a list of one dimension, by their codes. */
const of = (counts: Readonly<Record<string, number>>, n = 10) =>
	[
		...withheldKeys(
			Object.entries(counts).map(([code, count]) => cell([code], count)),
			{ n }
		)
	].sort();

describe('of one dimension', () => {
	test('nothing is withheld where all are many', () => {
		expect(of({ a: 10, b: 25 })).toEqual([]);
	});
	test('of two, both: the other would be told by the total', () => {
		expect(of({ F: 9, M: 60 })).toEqual(['F', 'M']);
	});
	test('the smallest other goes with a single one', () => {
		expect(of({ a: 4, b: 30, c: 20 })).toEqual(['a', 'c']);
	});
	test('those withheld together are no fewer than one alone may be', () => {
		expect(of({ a: 2, b: 3, c: 40, d: 50 })).toEqual(['a', 'b', 'c']);
		expect(of({ a: 6, b: 7, c: 40, d: 50 })).toEqual(['a', 'b']);
	});
	test('a group of nobody hides nobody and is not withheld', () => {
		expect(of({ a: 0, b: 4, c: 20, d: 30 })).toEqual(['b', 'c']);
	});
	test('too few employers fail as too few people do', () => {
		const found = withheldKeys([cell(['a'], 30, 2), cell(['b'], 40, 5), cell(['c'], 50, 9)], {
			...{ n: 10, clusters: 3 }
		});
		expect([...found].sort()).toEqual(['a', 'b']);
	});
});

test('of two dimensions no line has a single hole, and every hole hides enough', () => {
	const table = fc.array(
		fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
		{
			...{ minLength: 2, maxLength: 4 }
		}
	);
	fc.assert(
		fc.property(table, (counts) => {
			const cells = counts.flatMap((row, r) => row.map((n, c) => cell([`r${r}`, `c${c}`], n)));
			const withheld = withheldKeys(cells, { n: 10 });
			for (const { key, n } of cells) {
				if (n > 0 && n < 10) expect(withheld.has(keyText(key))).toBe(true);
			}
			for (const at of [0, 1]) {
				for (const code of new Set(cells.map(({ key }) => key[at]))) {
					const line = cells.filter(({ key }) => key[at] === code);
					const filled = line.filter(({ n }) => n > 0);
					const out = filled.filter(({ key }) => withheld.has(keyText(key)));
					const people = out.reduce((sum, { n }) => sum + n, 0);
					const hides = out.length >= 2 && people >= 10;
					expect(out.length === 0 || hides || out.length === filled.length).toBe(true);
				}
			}
		})
	);
});
