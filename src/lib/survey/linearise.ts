import type { NullReason } from '#lib/vocabulary/estimate.ts';
import type { Tally } from './tally.ts';
import type { Scores } from './variance.ts';

/**
 * mean and ratio: Σ w·y / Σ w·x, where x is 1 for each respondent of a mean; total: Σ w·y.
 * A ratio is of sums, never a mean of ratios.
 */
export type Kind = 'mean' | 'ratio' | 'total';

/** Why the tally has no value, if it has none. */
export function whyNoValue(tally: Tally, kind: Kind): NullReason | undefined {
	if (tally.n === 0) return tally.missing > 0 ? 'all-missing' : 'empty';
	return kind !== 'total' && tally.x === 0 ? 'zero-denominator' : undefined;
}

/** The value; call it only where `whyNoValue` has nothing to say. */
export function valueOf(tally: Tally, kind: Kind): number {
	// + 0 turns −0 into 0.
	return (kind === 'total' ? tally.y : tally.y / tally.x) + 0;
}

/** Taylor scores added up by cluster: w·(y − R·x)/X for means and ratios, w·y for totals. */
export function scoresOf({ clusters, x }: Tally, kind: Kind, value: number): Scores {
	const { stratum, cluster, n, wy, wx } = clusters;
	const score =
		kind === 'total' ? wy : wy.map((sum, i) => (n[i] === 0 ? 0 : (sum - value * (wx[i] ?? 0)) / x));
	return { stratum, cluster, n, score };
}

/**
 * Variance of the same estimator in a simple random sample without replacement of n respondents from a
 * population of Σ w: the yardstick of the design effect (R's default `deff`).
 */
export function simpleVariance(tally: Tally, kind: Kind, value: number): number | NullReason {
	const { n, sumWeights: total, y, x, yy, xy, xx } = tally;
	if (total - n <= 1e-6 * n) return 'normalised-weights';
	const mean = y / total;
	const squares =
		kind === 'total' ? yy - y * mean : (yy - 2 * value * xy + value * value * xx) / (x * x);
	const whole = kind === 'total' ? yy : yy / (x * x);
	// The sums of squares cancel to rounding noise when all respondents agree.
	if (n < 2 || squares <= 1e-12 * whole) return 'no-variance';
	return ((n / (n - 1)) * (squares / total) * total * (total - n)) / n;
}
