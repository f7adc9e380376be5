import { leastShare, shareWeights, type Aggregation } from './composite.ts';
import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import { drawSettings, drawWeights, type DrawSettings } from './draw-weights.ts';
import { normalise, type Criterion } from './normalise.ts';

/** Scores that differ by rounding noise only are equal. */
const near = 1 + 1e-12;

export interface RankDraws {
	/** Ranks that hold 95 of 100 draws. */
	readonly low: number;
	readonly high: number;
	/** Share of the draws in which it is among the first three, and first. */
	readonly inTop: number;
	readonly first: number;
}

/** What is drawn from, apart from the weights. */
export interface SampleInput {
	readonly criteria: readonly Criterion[];
	readonly aggregation: Aggregation;
	/** Candidate × criterion. */
	readonly values: readonly (readonly number[])[];
	/**
	 * Candidate × criterion → by replicate, the same replicate for all of them. Empty, or NaN in a replicate without
	 * a value: the value itself stands in.
	 */
	readonly replicates: readonly (readonly ArrayLike<number>[])[];
}

/** The candidates in every replicate, brought to one scale: all of the draws that no weight changes. */
export interface Samples extends Pick<SampleInput, 'criteria' | 'aggregation'> {
	readonly candidates: number;
	/** By replicate, candidate × criterion: shares, or their logarithms for a geometric index. */
	readonly shares: readonly Float64Array[];
}

/** Normalises all values of each replicate by min–max in that replicate. */
export function normaliseSamples({
	criteria,
	values,
	replicates,
	aggregation
}: SampleInput): Samples {
	const lengths = replicates.flat().map(({ length }) => length);
	const shares = Array.from({ length: Math.max(1, ...lengths) }, (_, r) => {
		const sample = new Float64Array(values.length * criteria.length);
		criteria.forEach((criterion, j) => {
			const own = values.map((row, i) => {
				const drawn = replicates[i]?.[j]?.[r] ?? NaN;
				return Number.isFinite(drawn) ? drawn : (row[j] ?? 0);
			});
			normalise(own, 'min-max', criterion).scores.forEach((share, i) => {
				sample[i * criteria.length + j] =
					aggregation === 'geometric' ? Math.log(Math.max(share, leastShare)) : share;
			});
		});
		return sample;
	});
	return { criteria, aggregation, candidates: values.length, shares };
}

/**
 * How far the order of candidates depends on the sample and on the weights together: draw d takes Dirichlet weights
 * centred on those given, and all values of replicate d mod B. Ties share the better rank, as in the index.
 * @param given one weight for each criterion, 0 or more
 */
export function drawRanks(
	{ criteria, aggregation, candidates, shares }: Samples,
	given: readonly number[],
	settings: DrawSettings = drawSettings
): readonly RankDraws[] | DecisionProblem {
	const weights = shareWeights(given, criteria);
	if ('code' in weights) return weights;
	if (candidates === 0) return decisionProblem('no-candidates');
	const counts = new Uint32Array(candidates * candidates);
	const scores = new Float64Array(candidates);
	const order = Uint32Array.from(scores.keys());
	const geometric = aggregation === 'geometric';
	for (const [d, drawn] of drawWeights(weights, settings).entries()) {
		score(scores, shares[d % shares.length] ?? new Float64Array(), drawn);
		if (geometric) scores.forEach((sum, i) => (scores[i] = Math.exp(sum)));
		countRanks(counts, scores, order);
	}
	return Array.from({ length: candidates }, (_, i) =>
		summary(counts.subarray(i * candidates, (i + 1) * candidates), settings)
	);
}

function score(scores: Float64Array, shares: Float64Array, weights: Float64Array): void {
	const { length } = weights;
	for (let i = 0; i < scores.length; i++) {
		let sum = 0;
		for (let j = 0; j < length; j++) sum += (weights[j] ?? 0) * (shares[i * length + j] ?? 0);
		scores[i] = sum;
	}
}

/**
 * Adds one draw to candidate × rank (from 0).
 * @param order the candidates in the order of the draw before, which is near that of this one
 */
function countRanks(counts: Uint32Array, scores: Float64Array, order: Uint32Array): void {
	const { length } = scores;
	sortDown(order, scores);
	for (let place = 0; place < length; place++) {
		const own = order[place] ?? 0;
		const above = (scores[own] ?? 0) * near;
		let better = place;
		while (better > 0 && !((scores[order[better - 1] ?? 0] ?? 0) > above)) better--;
		const at = own * length + better;
		counts[at] = (counts[at] ?? 0) + 1;
	}
}

/** By insertion, which is quick for what is nearly in order; the highest score first. */
function sortDown(order: Uint32Array, scores: Float64Array): void {
	for (let i = 1; i < order.length; i++) {
		const own = order[i] ?? 0;
		const score = scores[own] ?? 0;
		let place = i;
		for (; place > 0; place--) {
			const before = order[place - 1] ?? 0;
			if ((scores[before] ?? 0) >= score) break;
			order[place] = before;
		}
		order[place] = own;
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
