/** Worked answers of the priority index, bundles and credits, to the last digit that they were given with. */
import { describe, expect, test } from 'vitest';
import {
	composite,
	scenarios,
	standings,
	type CompositeOptions
} from '#lib/decisions/composite.ts';
import { pack, type Item } from '#lib/decisions/knapsack.ts';
import { creditsOf, creditsOfStudy, mostCredits, volumeOf } from '#lib/decisions/volume.ts';

const values = [
	[32, 18, 900, 20],
	[25, 30, 400, 45],
	[40, 10, 1500, 15],
	[15, 22, 300, 60],
	[28, 25, 1200, 30]
];
const options: CompositeOptions = {
	criteria: ['need', 'scarcity', 'reach', 'equity'].map((id) => ({ id })),
	weights: [0.35, 0.25, 0.25, 0.15],
	...{ normalisation: 'min-max', aggregation: 'linear' }
};

function indexOf(said: Partial<CompositeOptions>) {
	const made = composite(values, { ...options, ...said });
	if ('code' in made) throw new Error(made.code);
	return made;
}

function close(got: readonly number[], expected: readonly number[], digits: number) {
	expect(got).toHaveLength(expected.length);
	got.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, digits));
}

describe('composite', () => {
	test('min–max', () => {
		const expected = [
			[0.68, 0.4, 0.5, 0.111111],
			[0.4, 1.0, 0.083333, 0.666667],
			[1.0, 0.0, 1.0, 0.0],
			[0.0, 0.6, 0.0, 1.0],
			[0.52, 0.75, 0.75, 0.333333]
		];
		indexOf({}).shares.forEach((row, i) => close(row, expected[i] ?? [], 6));
	});

	test('linear', () => {
		const { scores, ranks } = indexOf({});
		close(scores, [47.96666666666666, 51.08333333333333, 60.0, 30.0, 60.7], 10);
		expect(ranks).toEqual([4, 3, 2, 5, 1]);
	});

	test('geometric', () => {
		const { scores, ranks } = indexOf({ aggregation: 'geometric' });
		const expected = [
			...[42.024179415264925, 36.68698284125821, 15.848931924611136],
			...[5.553129642930106, 58.420277256723466]
		];
		close(scores, expected, 10);
		expect(ranks).toEqual([2, 3, 4, 5, 1]);
	});

	test('z-scores', () => {
		const { scores, ranks } = indexOf({ normalisation: 'z-score' });
		const expected = [
			...[-0.04585352877563767, 0.05445710798046244, 0.28023139428012744],
			...[-0.5859836734086172, 0.2971486999236651]
		];
		close(scores, expected, 12);
		expect(ranks).toEqual([4, 3, 2, 5, 1]);
	});
});

test('robust: equal weights and each criterion left out', () => {
	const found = scenarios(values, options);
	const orders = 'code' in found ? [] : found;
	expect(Object.fromEntries(orders.map(({ id, ranks }) => [id, ranks]))).toEqual({
		base: [4, 3, 2, 5, 1],
		equal: [4, 2, 3, 5, 1],
		'without-need': [5, 2, 4, 3, 1],
		'without-scarcity': [3, 4, 1, 5, 2],
		'without-reach': [3, 1, 4, 5, 2],
		'without-equity': [3, 4, 1, 5, 2]
	});
	close(
		orders.map(({ shift }) => shift),
		[0, 0.4, 1.2, 0.8, 1.2, 0.8],
		12
	);
	const range = standings(orders, 2);
	expect(range.map(({ best, worst }) => [best, worst])).toEqual([
		...[
			[3, 5],
			[1, 4],
			[1, 4],
			[3, 5],
			[1, 2]
		]
	]);
	expect(range.map(({ inTop }) => inTop)).toEqual([0, 0.5, 0.5, 0, 1]);
});

/** Names and totals of the best bundle of [credits, value]. */
function bestOf(items: Readonly<Record<string, readonly [number, number]>>, cap: number) {
	const list = Object.values(items).map(([credits, value]): Item => ({ credits, value }));
	const { taken, credits, value } = pack(list, cap);
	return { names: taken.map((at) => Object.keys(items)[at]), credits, value };
}

test('bundle: safety, blasting and separation plant within 30 credits', () => {
	const items: Readonly<Record<string, readonly [number, number]>> = {
		...{ safety: [6, 30], blast: [12, 42], sepplant: [10, 38], cmms: [5, 14] },
		...{ gemgrade: [15, 40], spread: [4, 13] }
	};
	const names = ['safety', 'blast', 'sepplant'];
	expect(bestOf(items, 30)).toEqual({ names, credits: 28, value: 110 });
	// Without one of the three the second best is left.
	const { sepplant, ...others } = items;
	expect(sepplant).toEqual([10, 38]);
	expect(bestOf(others, 30)).toEqual({
		...{ names: ['safety', 'blast', 'cmms', 'spread'], credits: 27, value: 99 }
	});
});

test('bundle2: the best by value for each credit is not the best bundle', () => {
	const items = { A: [16, 60], B: [15, 54], C: [15, 54] } as const;
	expect(bestOf(items, 30)).toEqual({ names: ['B', 'C'], credits: 30, value: 108 });
});

test('credits', () => {
	expect(creditsOf(400)).toBe(40);
	expect(creditsOf(60)).toBe(6);
	expect(mostCredits).toBe(40);
	expect(volumeOf(400).fullTimeWeeks).toBe(10);
	close(volumeOf(60).ects, [2, 2.4], 12);
	// 50 to 60 hours make 2 ECTS credits.
	close([volumeOf(50).ects[1], volumeOf(60).ects[0]], [2, 2], 12);
	expect(creditsOfStudy(104, 6)).toBeCloseTo(62.4, 12);
});
