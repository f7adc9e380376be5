import type { Stratum } from './cells.ts';
import { infer, noValue, type IntervalRule, type RawEstimate } from './inference.ts';
import { scoresOf, simpleVariance, valueOf, whyNoValue, type Kind } from './linearise.ts';
import type { Tally } from './tally.ts';
import { isCensus, usedClusters, variance, type LonelyRule } from './variance.ts';

export interface EstimateOptions {
	readonly kind: Kind;
	readonly interval: IntervalRule;
	/** Confidence level, 0.95 for example. */
	readonly level: number;
	readonly lonely: LonelyRule;
	/** All strata of the design, as in the Cells that were tallied. */
	readonly strata: readonly Stratum[];
}

/**
 * Mean, ratio or total of a domain with its design-based standard error (Taylor linearisation, ultimate
 * clusters), interval, degrees of freedom (clusters minus strata, over the respondents used) and design
 * effect, as R's survey package computes them. Never NaN: what is undefined is null, with a reason; a share
 * of 0 or 1 has no standard error, but an interval.
 */
export function estimate(tally: Tally, options: EstimateOptions): RawEstimate {
	const { kind, strata, lonely } = options;
	const { key, n, missing, sumWeights } = tally;
	const used = usedClusters(tally.clusters);
	const df = used.clusters - used.strata;
	const counts = { key, n, missing, clusters: used.clusters, sumWeights, df };
	const reason = whyNoValue(tally, kind);
	if (reason) return noValue(counts, reason);
	const value = valueOf(tally, kind);
	const point = {
		counts,
		value,
		variance: variance(scoresOf(tally, kind, value), { strata, lonely, over: 'used' }),
		simple: simpleVariance(tally, kind, value),
		scale: Math.abs(value),
		census: isCensus(tally.clusters, strata)
	};
	return infer(point, options.interval, options.level);
}
