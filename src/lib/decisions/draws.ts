import { randomStream, type RandomStream } from '#lib/survey/random.ts';
import { leastShare, shareWeights, type Aggregation } from './composite.ts';
import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import { normalise, type Criterion } from './normalise.ts';

/** How the weights are shaken; the methods page prints these. */
export const drawSettings = {
	draws: 1000,
	/**
	 * Sum of the Dirichlet parameters: a weight of ω varies with standard deviation √(ω(1 − ω)/(concentration + 1)),
	 * so 0.25 by about 0.09.
	 */
	concentration: 20,
	seed: 2008,
	/** The rank interval holds at least this share of the draws, with at most half of the rest beyond either end. */
	level: 0.95,
	top: 3
} as const;

export interface RankDraws {
	/** Ranks that hold 95 of 100 draws. */
	readonly low: number;
	readonly high: number;
	/** Share of the draws in which it is among the first three, and first. */
	readonly inTop: number;
	readonly first: number;
}

export interface DrawInput {
	readonly criteria: readonly Criterion[];
	readonly weights: readonly number[];
	readonly aggregation: Aggregation;
	/** Candidate × criterion. */
	readonly values: readonly (readonly number[])[];
	/**
	 * Candidate × criterion → by replicate, the same replicate for all of them. Empty, or NaN in a replicate without
	 * a value: the value itself stands in.
	 */
	readonly replicates: readonly (readonly ArrayLike<number>[])[];
}

/**
 * How far the order of candidates depends on the sample and on the weights together: draw d takes Dirichlet weights
 * centred on those given, and all values of replicate d mod B, normalised by min–max in that replicate. Ties share
 * the better rank, as in the index.
 */
export function drawRanks(
	input: DrawInput,
	settings: DrawSettings = drawSettings
): readonly RankDraws[] | DecisionProblem {
	const { criteria, values, aggregation } = input;
	const weights = shareWeights(input.weights, criteria);
	if ('code' in weights) return weights;
	if (values.length === 0) return decisionProblem('no-candidates');
	const samples = normalisedSamples(input);
	const counts = new Uint32Array(values.length * values.length);
	const scores = new Float64Array(values.length);
	const geometric = aggregation === 'geometric';
	for (const [d, drawn] of drawWeights(weights, settings).entries()) {
		const shares = samples[d % samples.length] ?? new Float64Array();
		score(scores, shares, drawn);
		if (geometric) scores.forEach((sum, i) => (scores[i] = Math.exp(sum)));
		countRanks(counts, scores);
	}
	return values.map((_, i) =>
		summary(counts.subarray(i * values.length, (i + 1) * values.length), settings)
	);
}

/**
 * The weights of every draw, in its order.
 * @param weights shares that add up to 1
 */
export function drawWeights(
	weights: readonly number[],
	{ draws, concentration, seed }: DrawSettings = drawSettings
): Float64Array[] {
	const random = randomStream(seed, 'weights');
	return Array.from({ length: draws }, () => dirichlet(weights, concentration, random));
}

export interface DrawSettings {
	readonly draws: number;
	readonly concentration: number;
	readonly seed: number;
	readonly level: number;
	readonly top: number;
}

/** By replicate, candidate × criterion: shares, or their logarithms for a geometric index. */
function normalisedSamples({
	criteria,
	values,
	replicates,
	aggregation
}: DrawInput): Float64Array[] {
	const lengths = replicates.flat().map(({ length }) => length);
	const samples = Math.max(1, ...lengths);
	return Array.from({ length: samples }, (_, r) => {
		const shares = new Float64Array(values.length * criteria.length);
		criteria.forEach((criterion, j) => {
			const own = values.map((row, i) => {
				const drawn = replicates[i]?.[j]?.[r] ?? NaN;
				return Number.isFinite(drawn) ? drawn : (row[j] ?? 0);
			});
			normalise(own, 'min-max', criterion).scores.forEach((share, i) => {
				shares[i * criteria.length + j] =
					aggregation === 'geometric' ? Math.log(Math.max(share, leastShare)) : share;
			});
		});
		return shares;
	});
}

function score(scores: Float64Array, shares: Float64Array, weights: Float64Array): void {
	const { length } = weights;
	for (let i = 0; i < scores.length; i++) {
		let sum = 0;
		for (let j = 0; j < length; j++) sum += (weights[j] ?? 0) * (shares[i * length + j] ?? 0);
		scores[i] = sum;
	}
}

/** Adds one draw to candidate × rank (from 0). */
function countRanks(counts: Uint32Array, scores: Float64Array): void {
	const { length } = scores;
	for (let i = 0; i < length; i++) {
		const own = (scores[i] ?? 0) * (1 + 1e-12);
		let better = 0;
		for (let k = 0; k < length; k++) if ((scores[k] ?? 0) > own) better++;
		const at = i * length + better;
		counts[at] = (counts[at] ?? 0) + 1;
	}
}

function summary(counts: Uint32Array, { draws, level, top }: DrawSettings): RankDraws {
	const beyond = Math.floor((draws * (1 - level)) / 2 + 1e-9);
	let before = 0;
	let low = 0;
	while (low < counts.length && before + (counts[low] ?? 0) <= beyond) before += counts[low++] ?? 0;
	let after = 0;
	let high = counts.length - 1;
	while (high > low && after + (counts[high] ?? 0) <= beyond) after += counts[high--] ?? 0;
	const among = counts.subarray(0, top).reduce((sum, count) => sum + count, 0);
	return {
		...{ low: low + 1, high: high + 1 },
		...{ inTop: among / draws, first: (counts[0] ?? 0) / draws }
	};
}

/** Weights with these means that add up to 1; a weight of 0 stays 0. */
function dirichlet(
	means: readonly number[],
	concentration: number,
	random: RandomStream
): Float64Array {
	// In logarithms: a gamma of a small shape may be too small for a number.
	const logs = means.map((mean) => (mean > 0 ? logGamma(mean * concentration, random) : -Infinity));
	const most = Math.max(...logs);
	const parts = Float64Array.from(logs, (log) => Math.exp(log - most));
	const sum = parts.reduce((all, part) => all + part, 0);
	return parts.map((part) => part / sum);
}

/**
 * The logarithm of a gamma variable of this shape: Marsaglia and Tsang (2000), ACM TOMS 26(3), with their boost
 * U^(1/shape) for shapes below 1.
 */
function logGamma(shape: number, random: RandomStream): number {
	if (shape < 1) return logGamma(shape + 1, random) + Math.log(random.uniform()) / shape;
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const v = (1 + c * x) ** 3;
		if (v <= 0) continue;
		const u = random.uniform();
		if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
	}
}

/** A standard normal variable, by Box and Muller (1958). */
function normal(random: RandomStream): number {
	return Math.sqrt(-2 * Math.log(random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}
