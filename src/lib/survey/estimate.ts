import type { Stratum } from './cells.ts';
import type { IntervalRule, RawEstimate } from './inference.ts';
import type { Kind } from './linearise.ts';
import { inferLinearised, linearisedTally } from './linearised.ts';
import type { Tally } from './tally.ts';
import type { LonelyRule } from './variance.ts';

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
	return inferLinearised(linearisedTally(tally, options.kind), options);
}
