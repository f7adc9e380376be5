import { describe, expect, test } from 'vitest';
import { randomStream } from '#lib/survey/random.ts';
import { composite } from './composite.ts';
import { drawSettings } from './draw-weights.ts';
import { drawRanks, normaliseSamples, type SampleInput } from './draws.ts';

const criteria = ['need', 'scarcity', 'reach', 'equity'].map((id) => ({ id }));
const weights = [0.35, 0.25, 0.25, 0.15];

interface DrawInput extends SampleInput {
	readonly weights: readonly number[];
}

/** Candidates whose values move by `noise` between replicates. */
function input(candidates: number, noise: number): DrawInput {
	const random = randomStream(1, 'candidates');
	const values = Array.from({ length: candidates }, () => criteria.map(() => random.uniform()));
	const replicates = values.map((row) =>
		row.map((value) =>
			Float64Array.from({ length: 200 }, () => value + noise * (random.uniform() - 0.5))
		)
	);
	return { criteria, weights, aggregation: 'linear', values, replicates };
}

function drawn(of: DrawInput, settings = {}) {
	const result = drawRanks(normaliseSamples(of), of.weights, { ...drawSettings, ...settings });
	if ('code' in result) throw new Error(result.code);
	return result;
}

describe('draws of weights and replicates', () => {
	test('give intervals that hold the rank of most draws, and shares that add up', () => {
		const result = drawn(input(20, 0.3));
		const sum = (of: (one: (typeof result)[number]) => number) =>
			result.reduce((all, one) => all + of(one), 0);
		expect(sum(({ first }) => first)).toBeCloseTo(1, 10);
		expect(sum(({ inTop }) => inTop)).toBeCloseTo(3, 10);
		for (const { low, high, first, inTop } of result) {
			expect(low).toBeGreaterThanOrEqual(1);
			expect(high).toBeGreaterThanOrEqual(low);
			expect(high).toBeLessThanOrEqual(20);
			expect(inTop).toBeGreaterThanOrEqual(first);
		}
	});

	test('without noise and with certain weights give the order of the index', () => {
		for (const aggregation of ['linear', 'geometric'] as const) {
			const of = { ...input(12, 0), aggregation };
			const order = composite(of.values, { ...of, normalisation: 'min-max' });
			const ranks = 'code' in order ? [] : order.ranks;
			const result = drawn(of, { concentration: 1e12 });
			expect(result.map(({ low }) => low)).toEqual(ranks);
			expect(result.map(({ high }) => high)).toEqual(ranks);
		}
	});

	test('are the same each time, and others with another seed', () => {
		const of = input(10, 0.5);
		expect(drawn(of)).toEqual(drawn(of));
		expect(drawn(of, { seed: 1 })).not.toEqual(drawn(of));
	});

	test('widen with the noise of the sample', () => {
		const width = (noise: number) =>
			drawn(input(20, noise)).reduce((sum, { low, high }) => sum + high - low, 0);
		expect(width(0.8)).toBeGreaterThan(width(0.05));
	});

	test('keep what moves together in order: a shift common to all candidates changes nothing', () => {
		const values = [[1], [2], [3]];
		const shift = Float64Array.from({ length: 50 }, (_, b) => b);
		const replicates = values.map(([value = 0]) => [shift.map((by) => value + by)]);
		const of = { criteria: criteria.slice(0, 1), weights: [1], aggregation: 'linear' as const };
		expect(drawn({ ...of, values, replicates }).map(({ low, high }) => [low, high])).toEqual([
			[3, 3],
			[2, 2],
			[1, 1]
		]);
	});

	test('a replicate without a value takes the value itself; no replicates at all work too', () => {
		const values = [[1], [2]];
		const of = { criteria: criteria.slice(0, 1), weights: [1], aggregation: 'linear' as const };
		const holes = values.map(() => [Float64Array.of(NaN)]);
		expect(drawn({ ...of, values, replicates: holes })).toEqual(
			drawn({ ...of, values, replicates: [] })
		);
	});

	test('ties share the better rank', () => {
		const of = { criteria: criteria.slice(0, 1), weights: [1], aggregation: 'linear' as const };
		const result = drawn({ ...of, values: [[1], [1], [0]], replicates: [] });
		expect(result.map(({ low }) => low)).toEqual([1, 1, 3]);
	});

	test('draw weights around those given: a weight of 0 stays 0', () => {
		const values = [
			[0, 1],
			[1, 0]
		];
		const result = drawn({
			...{ criteria: criteria.slice(0, 2), weights: [1, 0], aggregation: 'linear' },
			...{ values, replicates: [] }
		});
		expect(result[1]).toEqual({ low: 1, high: 1, inTop: 1, first: 1 });
	});

	test('weights that are near 0 are drawn without a number getting lost', () => {
		const values = [
			[0, 1],
			[1, 0]
		];
		const result = drawn({
			...{ criteria: criteria.slice(0, 2), weights: [1, 1e-9], aggregation: 'linear' },
			...{ values, replicates: [] }
		});
		expect(result[1]?.first).toBe(1);
	});

	test('even weights put two mirrored candidates first in half of the draws each', () => {
		const values = [
			[0, 1],
			[1, 0]
		];
		const [one] = drawn({
			...{ criteria: criteria.slice(0, 2), weights: [1, 1], aggregation: 'linear' },
			...{ values, replicates: [] }
		});
		expect(one?.first).toBeGreaterThan(0.45);
		expect(one?.first).toBeLessThan(0.55);
	});

	test('say what stands in the way', () => {
		const samples = (candidates: number) => normaliseSamples(input(candidates, 0));
		expect(drawRanks(samples(2), [0, 0, 0, 0])).toMatchObject({ code: 'no-weight' });
		expect(drawRanks(samples(0), weights)).toMatchObject({ code: 'no-candidates' });
	});
});
