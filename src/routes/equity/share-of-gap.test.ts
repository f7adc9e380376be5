import { describe, expect, test } from 'vitest';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { shareOfGap } from './share-of-gap.ts';

const effect = (value: number, margin: number): Estimate => ({
	...{ key: [], n: 400, missing: 0, clusters: 40, sumWeights: 400, df: 30, quality: 'ok' },
	...{ value, se: margin / 2, low: value - margin, high: value + margin, deff: null }
});

/** A gap of −15 points, of which composition makes −3 and rates −12. */
const gap = effect(-0.15, 0.035);
const part = effect(-0.03, 0.02);
const rest = effect(-0.12, 0.03);

describe('a part as a share of the gap', () => {
	test('is the part over the gap, and with the other part it makes the whole', () => {
		const composition = shareOfGap({ gap, part, rest });
		const rates = shareOfGap({ gap, part: rest, rest: part });
		expect(composition?.value).toBeCloseTo(0.2, 12);
		expect((composition?.value ?? 0) + (rates?.value ?? 0)).toBeCloseTo(1, 12);
		expect((composition?.low ?? 0) + (rates?.high ?? 0)).toBeCloseTo(1, 12);
	});

	test('has an interval of the ratios that the data do not rule out', () => {
		const { low, high } = shareOfGap({ gap, part, rest }) ?? {};
		const covariance = (0.02 ** 2 + 0.035 ** 2 - 0.03 ** 2) / 2;
		for (const end of [low ?? NaN, high ?? NaN]) {
			const distance = (-0.03 - end * -0.15) ** 2;
			const variance = 0.02 ** 2 - 2 * end * covariance + end ** 2 * 0.035 ** 2;
			expect(distance).toBeCloseTo(variance, 12);
		}
		expect(low).toBeLessThan(0.2);
		expect(high).toBeGreaterThan(0.2);
	});

	test.each([
		[0.0299, false],
		[0.0301, true]
	])(
		'with a margin of %d leaves out 0 as the part does, or has it in as the part does',
		(m, has) => {
			const { low, high } = shareOfGap({ gap, part: effect(-0.03, m), rest }) ?? {};
			expect((low ?? NaN) <= 0 && (high ?? NaN) >= 0).toBe(has);
		}
	);

	test('is not given where the gap itself may be 0, nor without an interval', () => {
		expect(shareOfGap({ gap: effect(-0.15, 0.151), part, rest })).toBeUndefined();
		expect(shareOfGap({ gap: { ...gap, low: null, high: null }, part, rest })).toBeUndefined();
		expect(shareOfGap({ gap: effect(0, 0), part, rest })).toBeUndefined();
	});
});
