import { expect, test } from 'vitest';
import { randomStream } from '#lib/survey/random.ts';
import { errorsIn, sizeOfGap } from './measure.ts';

test('a gap within its sampling error counts as none, whichever way it points', () => {
	expect(sizeOfGap(0.05, 0.05, errorsIn.estimate)).toBe(0);
	expect(sizeOfGap(-0.05, 0.03, errorsIn.estimate)).toBeCloseTo(0.04, 12);
	expect(sizeOfGap(0.05, 0.03, errorsIn.estimate)).toBeCloseTo(0.04, 12);
	expect(sizeOfGap(0.05, 0, errorsIn.replicate)).toBe(0.05);
});

test('replicates of a gap scatter around its size: a small group is not more unequal for being small', () => {
	const random = randomStream(11, 'gaps');
	const [value, se] = [0.3, 0.06];
	const size = sizeOfGap(value, se, errorsIn.estimate) ** 2;
	const squares = Array.from({ length: 20_000 }, () => {
		// A sum of twelve uniform numbers is near enough to a normal one, with variance 1.
		const z = Array.from({ length: 12 }, () => random.uniform()).reduce((a, b) => a + b, -6);
		return sizeOfGap(value + se * z, se, errorsIn.replicate) ** 2;
	});
	const mean = squares.reduce((a, b) => a + b, 0) / squares.length;
	expect(Math.abs(mean - size) / size).toBeLessThan(0.01);
});
