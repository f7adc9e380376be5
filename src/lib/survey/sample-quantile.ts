import { shareLimits, type ProportionMethod } from './proportion-interval.ts';
import { distributionOf, quantileOf, type Distribution, type QuantileRule } from './quantile.ts';
import { normalQuantile } from './quantile-normal.ts';
import { studentQuantile } from './quantile-t.ts';
import { replicateVariance } from './replicates.ts';
import type { Sample } from './sample.ts';
import { sampleDf } from './sample-counts.ts';
import { statisticOf, varianceOf, type Statistic } from './statistic.ts';

/** Which rows of a sample a quantile is of, and which quantile. */
export interface QuantileMeasure {
	readonly y: Float64Array;
	readonly used: Uint8Array;
	readonly p: number;
	readonly rule: QuantileRule;
}

export interface Bounds {
	readonly se: number;
	readonly low: number;
	readonly high: number;
}

/** The distribution of y over the rows used, under the weights of the sample or others. */
export function sampleDistribution(
	{ y, used }: Pick<QuantileMeasure, 'y' | 'used'>,
	weight: ArrayLike<number>
): Distribution {
	const rows = [...used.keys()].filter((row) => used[row] === 1);
	return distributionOf(
		rows.map((row) => y[row] ?? NaN),
		rows.map((row) => weight[row] ?? 0)
	);
}

/** t, or the normal quantile for Infinity; NaN without degrees of freedom. */
export function quantileFor(df: number, level: number): number {
	const p = 1 - (1 - level) / 2;
	if (df === Infinity) return normalQuantile(p);
	return df > 0 ? studentQuantile(p, df) : NaN;
}

/** The share at or below a value, whose interval is Woodruff's once it is taken back. */
function shareBelow(
	sample: Sample,
	{ y, used }: Pick<QuantileMeasure, 'y' | 'used'>,
	value: number
): Statistic {
	const below = y.map((one) => Number(one <= value));
	const x = new Float64Array(sample.length).fill(1);
	return statisticOf(sample, { kind: 'mean', y: below, x, used });
}

/**
 * Woodruff's interval (JASA 47, 1952, 635-646): the interval of the share at or below the estimate, taken
 * back through the quantile rule; se is its length over twice t.
 * @returns the bounds by degrees of freedom
 * @throws LonelyStratumError under the rule `fail`
 */
export function woodruffBounds(
	sample: Sample,
	measure: QuantileMeasure,
	{ method, level }: { readonly method: ProportionMethod; readonly level: number }
): (df: number) => Bounds {
	const { used, p, rule } = measure;
	const distribution = sampleDistribution(measure, sample.weight);
	const statistic = shareBelow(sample, measure, quantileOf(distribution, p, rule));
	const se = Math.sqrt(varianceOf(sample, statistic, used));
	const n = used.reduce((sum, flag) => sum + flag, 0);
	const ownDf = sampleDf(sample, used);
	return (df) => {
		// R's beta interval takes the degrees of freedom of the design whatever is asked for.
		const degrees = method === 'beta' ? ownDf : df;
		const [pLow, pHigh] = shareLimits(
			{ value: statistic.value, se, n, df: degrees },
			method,
			level
		);
		const [low, high] = [pLow, pHigh].map((share) => quantileOf(distribution, share, rule));
		if (low === undefined || high === undefined) throw new RangeError('An interval has two ends');
		return { low, high, se: (high - low) / (2 * quantileFor(df, level)) };
	};
}

/** The quantile of the rows used. */
export function quantileValue({ weight }: Sample, measure: QuantileMeasure): number {
	return quantileOf(sampleDistribution(measure, weight), measure.p, measure.rule);
}

/** The quantile with its values in the replicates, if there are any. */
export function quantileStatistic(sample: Sample, measure: QuantileMeasure): Statistic {
	const { p, rule } = measure;
	const by = (weight: ArrayLike<number>) =>
		quantileOf(sampleDistribution(measure, weight), p, rule);
	const thetas = sample.replicates?.weights.map(by) ?? [];
	return { value: by(sample.weight), parts: Float64Array.from(thetas) };
}

/**
 * The t interval with the standard error from the quantiles of the replicates.
 * @throws RangeError without replicate weights
 */
export function replicateBounds(
	sample: Sample,
	measure: QuantileMeasure,
	level: number
): (df: number) => Bounds {
	const { replicates } = sample;
	if (!replicates) throw new RangeError('The interval "quantile" needs replicate weights');
	const { value, parts } = quantileStatistic(sample, measure);
	const se = Math.sqrt(replicateVariance(replicates, parts, value));
	return (df) => {
		const half = quantileFor(df, level) * se;
		return { se, low: value - half, high: value + half };
	};
}
