import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marginOf, sampleSize, type SampleAim } from './sample-size.ts';

const aim: SampleAim = {
	...{ population: 800, margin: 0.05, share: 0.5, level: 0.95 },
	...{ designEffect: 1, responseRate: 0.35 }
};

test('260 of 800 graduates for five points, 743 invited where 35% answer', () => {
	expect(sampleSize(aim)).toEqual({ answers: 260, invitations: 743, outOfReach: false });
});

test('120 answers of 800 give 8.25 points', () => {
	expect(marginOf(120, aim)).toBeCloseTo(0.08248, 4);
});

test('without an end to the population it is z² p (1 − p) / e²', () => {
	expect(sampleSize({ ...aim, population: 1e12 }).answers).toBe(385);
});

test('more than there are cannot be invited, and that is said', () => {
	const small = sampleSize({ ...aim, population: 100 });
	expect(small).toEqual({ answers: 80, invitations: 100, outOfReach: true });
});

describe('properties', () => {
	const aims = fc.record({
		population: fc.integer({ min: 1, max: 1_000_000 }),
		margin: fc.double({ min: 0.005, max: 0.5, noNaN: true }),
		share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
		level: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
		designEffect: fc.double({ min: 1, max: 6, noNaN: true }),
		responseRate: fc.double({ min: 0.01, max: 1, noNaN: true })
	});

	test('so many answers give the margin, one fewer does not or is the last', () => {
		fc.assert(
			fc.property(aims, (one) => {
				const { answers, invitations } = sampleSize(one);
				expect(answers).toBeLessThanOrEqual(one.population);
				expect(invitations).toBeGreaterThanOrEqual(answers);
				// Cochran's correction divides by N where Taylor's has N - 1: they part by one answer at most.
				expect(marginOf(Math.min(one.population, answers + 1), one)).toBeLessThanOrEqual(
					one.margin * 1.0001
				);
			})
		);
	});

	test('a larger design effect never asks for fewer', () => {
		fc.assert(
			fc.property(aims, fc.double({ min: 1, max: 3, noNaN: true }), (one, times) => {
				const more = sampleSize({ ...one, designEffect: one.designEffect * times });
				expect(more.answers).toBeGreaterThanOrEqual(sampleSize(one).answers);
			})
		);
	});
});

test.each([
	['nobody', { population: 0 }],
	['no margin', { margin: 0 }],
	['everything', { share: 1 }],
	['nobody answers', { responseRate: 0 }],
	['no number', { population: NaN }]
])('%s is refused', (_, part) => {
	expect(() => sampleSize({ ...aim, ...part })).toThrow(RangeError);
});
