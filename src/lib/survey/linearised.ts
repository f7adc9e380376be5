import type { NullReason } from '#lib/vocabulary/estimate.ts';
import type { Stratum } from './cells.ts';
import { infer, noValue, type IntervalRule, type RawEstimate } from './inference.ts';
import { scoresOf, simpleVariance, valueOf, whyNoValue, type Kind } from './linearise.ts';
import { addScores } from './scores.ts';
import type { Tally } from './tally.ts';
import { isCensus, usedClusters, variance, type LonelyRule, type Scores } from './variance.ts';

/** A statistic of one domain in the one form that all variances are taken from: a value and scores by cluster. */
export interface Linearised {
	readonly key: readonly string[];
	/** Which piece of the key: a month, a category. */
	readonly part?: string;
	readonly n: number;
	readonly missing: number;
	readonly sumWeights: number;
	/** Null when there is none; `reason` says why. */
	readonly value: number | null;
	readonly reason?: NullReason;
	readonly scores: Scores;
	/** Variance in a simple random sample, or why there is none. */
	readonly simple: number | NullReason;
	/** Size of the numbers that the value is made of: noise is judged beside it. */
	readonly scale: number;
}

export const noScores: Scores = { stratum: [], cluster: [], n: [], score: [] };

/** A mean, ratio or total of a tally. */
export function linearisedTally(tally: Tally, kind: Kind): Linearised {
	const { key, n, missing, sumWeights } = tally;
	const counts = { key, n, missing, sumWeights };
	const reason = whyNoValue(tally, kind);
	if (reason) {
		const { stratum, cluster, n: each } = tally.clusters;
		const scores = { stratum, cluster, n: each, score: each.map(() => 0) };
		return { ...counts, value: null, reason, scores, simple: reason, scale: 0 };
	}
	const value = valueOf(tally, kind);
	return {
		...counts,
		value,
		scores: scoresOf(tally, kind, value),
		simple: simpleVariance(tally, kind, value),
		scale: Math.abs(value)
	};
}

/** Standard error, interval, degrees of freedom and design effect of a linearised statistic. */
export function inferLinearised(
	one: Linearised,
	options: InferenceOptions,
	over: 'used' | 'design' = 'used'
): RawEstimate {
	const { key, part, n, missing, sumWeights, value, scores, simple, scale } = one;
	const used = usedClusters(scores);
	const df = used.clusters - used.strata;
	const counts = {
		...{ key, ...(part === undefined ? {} : { part }) },
		...{ n, missing, clusters: used.clusters, sumWeights, df }
	};
	if (value === null) return noValue(counts, one.reason ?? 'empty');
	const { strata, lonely, interval, level } = options;
	const point = {
		counts,
		value,
		variance: variance(scores, { strata, lonely, over }),
		simple,
		scale,
		census: isCensus(scores, strata)
	};
	return infer(point, interval, level);
}

/** How a standard error and an interval are made. */
export interface InferenceOptions {
	readonly interval: IntervalRule;
	/** Confidence level, 0.95 for example. */
	readonly level: number;
	readonly lonely: LonelyRule;
	/** All strata of the design, as in the Cells that were tallied. */
	readonly strata: readonly Stratum[];
}

/**
 * Σ c_k·θ_k with the scores of all terms added up by cluster, so that the covariance of domains that share
 * clusters is kept. n, missing and sumWeights add up the terms, which suppose no common respondent.
 * @returns under the key and part of the first term; no value when a term has none
 */
export function combineLinearised(
	terms: readonly { readonly coefficient: number; readonly of: Linearised }[]
): Linearised {
	const [first] = terms;
	if (!first) throw new RangeError('Nothing to combine');
	const sum = (of: (one: Linearised) => number) =>
		terms.reduce((all, term) => all + of(term.of), 0);
	const scores = terms
		.map(({ coefficient, of }) => ({
			...of.scores,
			score: of.scores.score.map((score) => coefficient * score)
		}))
		.reduce<Scores | undefined>((all, own) => (all ? addScores(all, own) : own), undefined);
	const { key, part } = first.of;
	const whole = {
		...{ key, ...(part === undefined ? {} : { part }), scores: scores ?? noScores },
		...{ n: sum(({ n }) => n), missing: sum((one) => one.missing) },
		sumWeights: sum((one) => one.sumWeights)
	};
	const absent = terms.find(({ of }) => of.value === null);
	if (absent) {
		return {
			...whole,
			scores: noScores,
			value: null,
			reason: absent.of.reason ?? 'empty',
			simple: 'empty',
			scale: 0
		};
	}
	const value = terms.reduce((all, { coefficient, of }) => all + coefficient * (of.value ?? 0), 0);
	const scale = terms.reduce(
		(all, { coefficient, of }) => all + Math.abs(coefficient * (of.value ?? 0)),
		0
	);
	return { ...whole, value: value + 0, scale, simple: simpleOf(terms) };
}

function simpleOf(terms: Parameters<typeof combineLinearised>[0]): number | NullReason {
	let sum = 0;
	for (const { coefficient, of } of terms) {
		if (of.simple === 'normalised-weights' || of.simple === 'no-yardstick') return of.simple;
		if (typeof of.simple === 'number') sum += coefficient * coefficient * of.simple;
	}
	return sum > 0 ? sum : 'no-variance';
}
