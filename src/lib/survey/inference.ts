import type { Estimate, NullReason } from '#lib/vocabulary/estimate.ts';
import { studentQuantile } from './quantile-t.ts';

/** An estimate before it is graded. */
export type RawEstimate = Omit<Estimate, 'quality'>;

/** xlogit: a t interval of the log odds, for shares; t: symmetric. */
export type IntervalRule = 'xlogit' | 't';

export interface Point {
	readonly counts: Pick<RawEstimate, 'key' | 'n' | 'missing' | 'clusters' | 'sumWeights' | 'df'>;
	readonly value: number;
	/** null where a lonely stratum stands in the way. */
	readonly variance: number | null;
	/** Variance in a simple random sample, or why there is none. */
	readonly simple: number | NullReason;
	/** Size of the numbers that the value is made of: noise is judged beside it. */
	readonly scale: number;
	/** All clusters of the population are in the sample: there is no sampling error to speak of. */
	readonly census?: boolean;
}

/**
 * Standard error, interval and design effect of a value. `reason` says why numbers are null: for want of a
 * standard error se and deff, and low and high but for a share of 0 or 1; else deff alone.
 */
export function infer(point: Point, interval: IntervalRule, level: number): RawEstimate {
	const { counts, value, simple } = point;
	const se = Math.sqrt(point.variance ?? 0);
	const reason = whyNoError(point, se);
	if (reason) {
		const isShare = reason === 'no-variance' && interval !== 't' && !point.census;
		const [low, high] = isShare ? unanimousLimits(value, counts, level) : [null, null];
		return { ...counts, value, se: null, low, high, deff: null, reason };
	}
	const [low, high] = limits({ value, se, df: counts.df }, interval, level);
	const known = { ...counts, value, se, low: low + 0, high: high + 0 };
	if (typeof simple === 'string') return { ...known, deff: null, reason: simple };
	return { ...known, deff: (se * se) / simple };
}

/** The answer where there is no value at all. */
export function noValue(counts: Point['counts'], reason: NullReason): RawEstimate {
	return { ...counts, value: null, se: null, low: null, high: null, deff: null, reason };
}

function whyNoError({ counts, variance, scale }: Point, se: number): NullReason | undefined {
	if (variance === null) return 'lonely-stratum';
	// The scores of a domain in one cluster a stratum add up to 0 there: a standard error of 0 is not precision.
	if (counts.df === 0) return 'one-cluster';
	return se <= 1e-10 * scale ? 'no-variance' : undefined;
}

/**
 * Confidence limits with t on df. xlogit (R's svyciprop(method = "xlogit")) is the t interval of ln(p/(1−p))
 * with s = se/(p(1−p)), taken back; a ratio outside 0 to 1 has no log odds and gets the t interval.
 */
export function limits(
	{ value, se, df }: { value: number; se: number; df: number },
	interval: IntervalRule,
	level: number
): [low: number, high: number] {
	const t = studentQuantile(1 - (1 - level) / 2, df);
	if (interval === 't' || value <= 0 || value >= 1) return [value - t * se, value + t * se];
	const odds = Math.log(value / (1 - value));
	const half = (t * se) / (value * (1 - value));
	return [expit(odds - half), expit(odds + half)];
}

/**
 * Confidence limits of a share of 0 or 1, whose standard error is 0 and says nothing: Clopper and Pearson's at
 * n* = n·(t(α/2; n−1)/t(α/2; df))², closed since the beta distribution has a parameter of 1 there. It is
 * R's svyciprop(method = "beta") (Korn and Graubard, Survey Methodology 24, 1998, 193-201) with n for the
 * effective size p(1−p)/se², which is 0/0 here, so that R gives NaN. Clustering counts by df alone.
 */
function unanimousLimits(
	value: number,
	{ n, df }: Pick<RawEstimate, 'n' | 'df'>,
	level: number
): [low: number, high: number] | [null, null] {
	const tail = (1 - level) / 2;
	if (value !== 0 && value !== 1) return [null, null];
	const size = n * (studentQuantile(tail, n - 1) / studentQuantile(tail, df)) ** 2;
	const width = -Math.expm1(Math.log(tail) / size);
	return value === 0 ? [0, width] : [1 - width, 1];
}

function expit(odds: number): number {
	return 1 / (1 + Math.exp(-odds));
}
