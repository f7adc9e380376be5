import type { RawEstimate } from './inference.ts';
import type { Kind } from './linearise.ts';
import { inferLinearised, linearisedTally, type InferenceOptions } from './linearised.ts';
import type { Tally } from './tally.ts';

export interface EstimateOptions extends InferenceOptions {
	readonly kind: Kind;
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
