import { expect, test } from 'vitest';
import { Random } from './random.ts';

test('the stream of a seed and name is the same on every machine', () => {
	const random = new Random(20240511, 'test');
	const first = Array.from({ length: 4 }, () => random.next());
	expect(first).toEqual([3516004062, 2099319537, 1172072531, 3014869012]);
});

test('streams of other names and seeds differ', () => {
	const draws = (seed: number, name: string): string => {
		const random = new Random(seed, name);
		return Array.from({ length: 4 }, () => random.next()).join();
	};
	expect(new Set([draws(1, 'a'), draws(1, 'b'), draws(2, 'a')]).size).toBe(3);
});

test('every number below n is as likely', () => {
	const random = new Random(7, 'below');
	const counts = [0, 0, 0, 0, 0, 0];
	for (let i = 0; i < 60_000; i++) {
		const draw = random.below(6);
		counts[draw] = (counts[draw] ?? 0) + 1;
	}
	for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('a draw around 0 stays within its spread and leans to neither side', () => {
	const random = new Random(7, 'around');
	const draws = Array.from({ length: 20_000 }, () => random.around(30));
	expect(Math.max(...draws)).toBeLessThanOrEqual(30);
	expect(Math.min(...draws)).toBeGreaterThanOrEqual(-30);
	expect(Math.abs(draws.reduce((a, b) => a + b, 0) / draws.length)).toBeLessThan(0.4);
});

test('codes are picked in proportion to their shares, in whatever order they stand', () => {
	const random = new Random(7, 'pick');
	const draws = Array.from({ length: 10_000 }, () => random.pick({ a: 1, b: 0, c: 3 }));
	expect(draws.filter((code) => code === 'b')).toEqual([]);
	expect(Math.abs(draws.filter((code) => code === 'c').length - 7_500)).toBeLessThan(200);
	const other = new Random(9, 'pick');
	const same = new Random(9, 'pick');
	expect(other.pick({ a: 1, c: 3 })).toBe(same.pick({ c: 3, a: 1 }));
});

test('shares without a sum are refused', () => {
	expect(() => new Random(1, 'none').pick({})).toThrow(RangeError);
});

test('a sample has the size asked for and keeps the order', () => {
	const items = Array.from({ length: 20 }, (_, i) => i);
	const sample = new Random(3, 'sample').sample(items, 8);
	expect(sample).toHaveLength(8);
	expect([...sample].sort((a, b) => a - b)).toEqual(sample);
});
