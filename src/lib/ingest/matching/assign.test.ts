import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBest } from './assign.ts';

test('the best sum counts, not the best single pair', () => {
	const scores = [
		[0.9, 0.8],
		[0.85, 0]
	];
	expect(assignBest(scores)).toEqual([1, 0]);
});

test('a row without a score stays alone', () => {
	expect(
		assignBest([
			[0, 0],
			[0.2, 0]
		])
	).toEqual([-1, 0]);
	expect(assignBest([])).toEqual([]);
	expect(assignBest([[], []])).toEqual([-1, -1]);
});

test('no other pairing has a greater sum', () => {
	const score = fc.integer({ min: 0, max: 20 });
	const table = fc
		.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
		.chain(([rows, columns]) =>
			fc.array(fc.array(score, { minLength: columns, maxLength: columns }), {
				minLength: rows,
				maxLength: rows
			})
		);
	fc.assert(
		fc.property(table, (scores) => {
			const pairs = assignBest(scores);
			const taken = pairs.filter((column) => column >= 0);
			expect(new Set(taken).size).toBe(taken.length);
			const sum = pairs.reduce((total, column, row) => total + (scores[row]?.[column] ?? 0), 0);
			expect(sum).toBe(bestSum(scores, 0, new Set()));
		})
	);
});

function bestSum(scores: readonly (readonly number[])[], row: number, taken: Set<number>): number {
	const own = scores[row];
	if (!own) return 0;
	const alone = bestSum(scores, row + 1, taken);
	const paired = own.map((score, column) =>
		taken.has(column) ? 0 : score + bestSum(scores, row + 1, new Set([...taken, column]))
	);
	return Math.max(alone, ...paired);
}
