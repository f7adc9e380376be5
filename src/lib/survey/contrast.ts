import type { NullReason } from '#lib/vocabulary/estimate.ts';
import type { EstimateOptions } from './estimate.ts';
import { infer, noValue, type RawEstimate } from './inference.ts';
import { scoresOf, simpleVariance, valueOf, whyNoValue, type Kind } from './linearise.ts';
import type { Tally } from './tally.ts';
import { addScores } from './scores.ts';
import { usedClusters, variance, type Scores } from './variance.ts';

/** One summand of a contrast: coefficient × mean, ratio or total of the tally. */
export interface Term {
	readonly coefficient: number;
	readonly tally: Tally;
}

/** The interval of a contrast is always the t interval. */
export type ContrastOptions = Omit<EstimateOptions, 'interval'>;

/**
 * Σ c_k·θ_k with its standard error. The scores of all terms are added up by cluster before the variance is
 * taken, so that the covariance of domains that share clusters is in it; standard errors are never added in
 * quadrature. df are those of the union of the clusters used. n, missing and sumWeights add up the terms and
 * deff compares with independent simple random samples: all four suppose domains without a common respondent.
 * @returns an estimate with the key []; no value when a term has none, with the reason of that term
 */
export function contrast(terms: readonly Term[], options: ContrastOptions): RawEstimate {
	const { kind, strata, lonely, level } = options;
	const counts = countsOf(terms);
	for (const { tally } of terms) {
		const reason = whyNoValue(tally, kind);
		if (reason) return noValue({ ...counts, clusters: 0, df: 0 }, reason);
	}
	const { value, scores, scale } = combine(terms, kind);
	const used = usedClusters(scores);
	const point = {
		counts: { ...counts, clusters: used.clusters, df: used.clusters - used.strata },
		value,
		variance: variance(scores, { strata, lonely, over: 'design' }),
		simple: simpleVarianceOf(terms, kind),
		scale
	};
	return infer(point, 't', level);
}

/** a − b, two domains of one survey. */
export function difference(a: Tally, b: Tally, options: ContrastOptions): RawEstimate {
	const terms = [
		{ coefficient: 1, tally: a },
		{ coefficient: -1, tally: b }
	];
	return contrast(terms, options);
}

/** The value of Σ c_k·θ_k, its scores by cluster, and Σ |c_k·θ_k|. Every term must have a value. */
export function combine(
	terms: readonly Term[],
	kind: Kind
): { value: number; scores: Scores; scale: number } {
	let value = 0;
	let scale = 0;
	let scores: Scores | undefined;
	for (const { coefficient, tally } of terms) {
		const theta = valueOf(tally, kind);
		value += coefficient * theta;
		scale += Math.abs(coefficient * theta);
		const own = times(coefficient, scoresOf(tally, kind, theta));
		scores = scores ? addScores(scores, own) : own;
	}
	return { value, scale, scores: scores ?? { stratum: [], cluster: [], n: [], score: [] } };
}

function times(coefficient: number, scores: Scores): Scores {
	return { ...scores, score: scores.score.map((score) => coefficient * score) };
}

function countsOf(terms: readonly Term[]) {
	const sum = (of: (tally: Tally) => number) => terms.reduce((all, t) => all + of(t.tally), 0);
	return {
		key: [],
		n: sum((tally) => tally.n),
		missing: sum((tally) => tally.missing),
		sumWeights: sum((tally) => tally.sumWeights)
	};
}

function simpleVarianceOf(terms: readonly Term[], kind: Kind): number | NullReason {
	let sum = 0;
	for (const { coefficient, tally } of terms) {
		const own = simpleVariance(tally, kind, valueOf(tally, kind));
		if (own === 'normalised-weights') return own;
		if (typeof own === 'number') sum += coefficient * coefficient * own;
	}
	return sum > 0 ? sum : 'no-variance';
}
