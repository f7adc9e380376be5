import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '#lib/exports/csv-text.ts';
import { allocated, rounded, thousandths } from './whole-numbers.ts';

test('halves round up, also below zero', () => {
	expect([rounded(5, 2), rounded(-5, 2), rounded(7, 3), rounded(0, 9)]).toEqual([3, -2, 2, 0]);
});

test('parts add up to the total and lie within one of their exact share', () => {
	fc.assert(
		fc.property(
			fc.nat(100_000),
			fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }),
			(total, shares) => {
				const sum = shares.reduce((a, b) => a + b, 0);
				const parts = allocated(total, shares);
				expect(parts.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : total);
				shares.forEach((share, i) => {
					if (sum > 0) expect(Math.abs((parts[i] ?? 0) - (total * share) / sum)).toBeLessThan(1);
				});
			}
		)
	);
});

test('thousandths are written with three places', () => {
	expect([thousandths(1234), thousandths(5), thousandths(42_000)]).toEqual([
		'1.234',
		'0.005',
		'42.000'
	]);
});

test('a cell is quoted only where it must be, and null is empty', () => {
	expect(csvText(['a', 'b'], [['x, "y"', null]])).toBe('a,b\n"x, ""y""",\n');
});
