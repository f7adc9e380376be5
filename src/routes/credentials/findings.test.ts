import { expect, test } from 'vitest';
import { findingOf } from './findings.ts';
import type { Ranked } from './order.ts';

/** Courses A, B, … with these ranges of ranks. */
const courses = (...ranges: readonly (readonly [low: number, high: number])[]) =>
	ranges.map(
		([low, high], i) =>
			({ name: 'ABCDEF'[i] ?? '', draws: { low, high, inTop: 1, first: 1 } }) as Ranked
	);

test.each([
	['All 3 courses share the first place', courses([1, 1], [1, 1], [1, 1])],
	['Two of 3 courses share the first place', courses([1, 1], [1, 1], [3, 3])],
	['“A” comes first; each of the others could hold several ranks', courses([1, 1], [2, 3], [2, 3])],
	['“A” comes first', courses([1, 1], [2, 3], [3, 3])],
	['One course stays in the first 2 of 4', courses([1, 2], [3, 3], [4, 4], [4, 4])],
	[
		'The order is open: none of 3 courses is sure of a place in the first half',
		courses([1, 3], [1, 3], [2, 3])
	],
	['One candidate is left: “A”', courses([1, 1])]
] as const)('%s', (title, ranked) => {
	expect(findingOf(ranked).title).toBe(title);
});
