import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, type Item } from './knapsack.ts';

describe('the knapsack', () => {
	const item = fc.record({
		credits: fc.integer({ min: 1, max: 150 }).map((tenths) => tenths / 10),
		value: fc.integer({ min: 0, max: 40 })
	});

	test('is as good as trying every choice', () => {
		fc.assert(
			fc.property(
				fc.array(item, { maxLength: 9 }),
				fc.integer({ min: 0, max: 40 }),
				(items, cap) => {
					const { taken, credits, value } = pack(items, cap);
					expect(value).toBe(sum(taken, items, 'value'));
					expect(credits).toBeCloseTo(sum(taken, items, 'credits'), 9);
					expect(credits).toBeLessThanOrEqual(cap + 1e-6);
					let best = 0;
					for (let choice = 0; choice < 2 ** items.length; choice++) {
						const chosen = [...items.keys()].filter((at) => choice & (1 << at));
						if (sum(chosen, items, 'credits') > cap + 1e-6) continue;
						best = Math.max(best, sum(chosen, items, 'value'));
					}
					expect(value).toBe(best);
				}
			)
		);
	});

	function sum(at: readonly number[], items: readonly Item[], of: keyof Item): number {
		return at.reduce((all, i) => all + (items[i]?.[of] ?? 0), 0);
	}

	test('takes 25 items to the cap, and the lighter of two choices that are worth the same', () => {
		const many = Array.from({ length: 25 }, (_, i) => ({ credits: 1.5 + (i % 7), value: 1 + i }));
		expect(pack(many, 40).credits).toBeLessThanOrEqual(40);
		const twins = [
			{ credits: 5, value: 3 },
			{ credits: 4, value: 3 }
		];
		expect(pack(twins, 5)).toEqual({ taken: [1], credits: 4, value: 3 });
		expect(pack([], 5)).toEqual({ taken: [], credits: 0, value: 0 });
	});
});
