import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, poststratify, rake } from './calibrate.ts';
import { dot } from './matrix.ts';

const base = Float64Array.of(10, 20, 30, 40, 50, 60);
const sex = { category: Uint32Array.of(0, 1, 0, 1, 0, 1), population: [110, 105] };
const region = { category: Uint32Array.of(0, 0, 0, 1, 1, 1), population: [75, 140] };

function sums(weight: Float64Array, { category, population }: typeof sex): number[] {
	return population.map((_, k) =>
		weight.reduce((sum, w, i) => sum + (category[i] === k ? w : 0), 0)
	);
}

const columns = [
	new Float64Array(6).fill(1),
	Float64Array.of(0, 1, 0, 1, 0, 1),
	Float64Array.of(1, 2, 4, 7, 9, 12)
];
const totals = [220, 125, 1600];

describe('calibrated weights reproduce what is known', () => {
	test('post-stratification the population of each category', () => {
		expect(sums(poststratify(base, sex).weight, sex)).toEqual([
			expect.closeTo(110, 10),
			expect.closeTo(105, 10)
		]);
	});

	test('raking the population of every margin', () => {
		const { weight } = rake(base, [sex, region]);
		for (const margin of [sex, region]) {
			sums(weight, margin).forEach((sum, k) => {
				expect(sum).toBeCloseTo(margin.population[k] ?? NaN, 9);
			});
		}
	});

	test.each(['linear', 'raking'] as const)('%s the total of every column', (distance) => {
		const { weight } = calibrate(base, { columns, totals }, distance);
		columns.forEach((column, j) => expect(dot(weight, column)).toBeCloseTo(totals[j] ?? NaN, 8));
	});

	test('weights that raking finds are above zero whatever the totals', () => {
		const { weight } = calibrate(base, { columns, totals }, 'raking');
		expect(Math.min(...weight)).toBeGreaterThan(0);
	});
});

test('a column that is a combination of others is refused, and totals out of reach', () => {
	const twice = [...columns, new Float64Array(6).fill(2)];
	const known = { columns: twice, totals: [...totals, 440] };
	expect(() => calibrate(base, known, 'linear')).toThrow('redundant');
	const beyond = { columns, totals: [220, 900, 1600] };
	expect(() => calibrate(base, beyond, 'raking')).toThrow(RangeError);
});

test('what the calibration variables explain has no variance left', () => {
	const methods = [
		poststratify(base, sex),
		rake(base, [sex, region]),
		calibrate(base, { columns, totals }, 'linear'),
		calibrate(base, { columns, totals }, 'raking')
	];
	fc.assert(
		fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.integer(), (a, b) => {
			for (const { weight, residual } of methods) {
				const score = weight.map((w, i) => w * (a + (b % 100) * (sex.category[i] ?? 0)));
				const left = residual(score).map(Math.abs);
				const size = Math.max(1, ...score.map(Math.abs));
				expect(Math.max(...left) / size).toBeLessThan(1e-4);
			}
		})
	);
});
