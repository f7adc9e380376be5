import { randomStream, type RandomStream } from '#lib/survey/random.ts';

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

export interface DrawSettings {
	readonly draws: number;
	readonly concentration: number;
	readonly seed: number;
	readonly level: number;
	readonly top: number;
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
