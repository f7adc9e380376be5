import { limits } from './inference.ts';
import { betaQuantile } from './quantile-beta.ts';
import { studentQuantile } from './quantile-t.ts';

/**
 * Intervals of a share, named as in R's svyciprop. xlogit: t interval of the log odds; logit: the same (R
 * fits a logistic regression, equal to about 1e-9); beta: Korn and Graubard's, a Clopper-Pearson interval at
 * the effective sample size (Survey Methodology 24, 1998, 193-201); mean: t interval; asin: t interval of
 * the arcsine of the square root.
 */
export type ProportionMethod = (typeof proportionMethods)[number];

export const proportionMethods = ['xlogit', 'logit', 'beta', 'mean', 'asin'] as const;

export interface Share {
	readonly value: number;
	readonly se: number;
	/** Respondents, and degrees of freedom of the design; Infinity for the normal distribution. */
	readonly n: number;
	readonly df: number;
}

/**
 * The limits of a share. Both are NaN without degrees of freedom, and for a share of 0 or 1 under every
 * method but `mean`, because its standard error is 0 there and says nothing.
 */
export function shareLimits(
	share: Share,
	method: ProportionMethod,
	level: number
): [low: number, high: number] {
	const { value, se, df } = share;
	if (!(df > 0) || Number.isNaN(value) || Number.isNaN(se)) return [NaN, NaN];
	if (method === 'mean') return limits({ value, se, df }, 't', level);
	if (!(value > 0 && value < 1)) return [NaN, NaN];
	if (method === 'beta') return betaLimits(share, level);
	if (method !== 'asin') return limits({ value, se, df }, 'xlogit', level);
	const angle = Math.asin(Math.sqrt(value));
	const half =
		(studentQuantile(1 - (1 - level) / 2, df) * se) / (2 * Math.sqrt(value * (1 - value)));
	const [low, high] = [Math.sin(angle - half) ** 2, Math.sin(angle + half) ** 2];
	// Beyond 0 and a right angle the sine turns back: R's limits may then pass the value, and are none.
	return [low <= value ? low : 0, high >= value ? high : 1];
}

/** n* = p(1−p)/se²·(t(α/2; n−1)/t(α/2; df))²; beta quantiles at n*·p and n*·(1−p). */
function betaLimits({ value, se, n, df }: Share, level: number): [number, number] {
	const tail = (1 - level) / 2;
	const size = (value * (1 - value)) / se ** 2;
	if (!(n > 1 && size < Infinity)) return [NaN, NaN];
	const ratio = studentQuantile(tail, n - 1) / studentQuantile(tail, df);
	const hits = size * ratio ** 2 * value;
	const misses = size * ratio ** 2 * (1 - value);
	return [betaQuantile(tail, [hits, misses + 1]), betaQuantile(1 - tail, [hits + 1, misses])];
}
