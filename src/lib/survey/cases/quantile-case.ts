import { shareLimits, type ProportionMethod } from '#lib/survey/proportion-interval.ts';
import { distributionOf, quantileOf, quantileRules, tieAt } from '#lib/survey/quantile.ts';
import { replicateVariance } from '#lib/survey/replicates.ts';
import { statisticOf, varianceOf } from '#lib/survey/statistic.ts';
import { evaluate } from './evaluate.ts';
import type { Row } from './spec.ts';
import { countsOf, dfOf, quantileFor, type Context, type Group } from './survey-context.ts';

interface Bounds {
	readonly se: number;
	readonly low: number;
	readonly high: number;
}

/** Quantiles of a column with an interval: R's svyquantile. */
export function quantiles(context: Context, { inside: used }: Group): Row[] {
	const { spec, table, sample, designDf } = context;
	const y = evaluate(table, spec.variable ?? { const: NaN });
	const rule = spec.qrule ?? 'math';
	if (!quantileRules.includes(rule)) throw new RangeError(`Unknown quantile rule ${rule}`);
	const rows = [...used.keys()].filter((row) => used[row] === 1);
	const values = rows.map((row) => y[row] ?? NaN);
	const distributionBy = (weights: ArrayLike<number>) =>
		distributionOf(
			values,
			rows.map((row) => weights[row] ?? 0)
		);
	const distribution = distributionBy(sample.weight);
	const df = dfOf(sample, used);
	return (spec.probs ?? [0.5]).map((prob) => {
		const estimate = quantileOf(distribution, prob, rule);
		const bounds =
			spec.interval_type === 'quantile'
				? replicateBounds(context, estimate, (weights) =>
						quantileOf(distributionBy(weights), prob, rule)
					)
				: woodruffBounds(context, { y, used, estimate }, (p) => quantileOf(distribution, p, rule));
		const [own, design, normal] = [bounds(df), bounds(designDf), bounds(Infinity)];
		const tie = tieAt(distribution, prob);
		return {
			...{ prob, estimate, se: own.se, ci_low: own.low, ci_high: own.high, df },
			...{ ci_low_dfdesign: design.low, ci_high_dfdesign: design.high, se_dfdesign: design.se },
			...{ df_design: designDf, ci_low_z: normal.low, ci_high_z: normal.high, se_z: normal.se },
			...(tie ? { accept_tie: tie } : {}),
			...countsOf(sample, used)
		};
	});
}

/**
 * Woodruff's interval (JASA 47, 1952, 635-646): the interval of the share at or below the estimate, taken
 * back through the quantile rule; se is its length over twice t.
 */
function woodruffBounds(
	{ spec, table, sample, level }: Context,
	{ y, used, estimate }: { y: Float64Array; used: Uint8Array; estimate: number },
	quantileAt: (p: number) => number
): (df: number) => Bounds {
	const below = y.map((value) => Number(value <= estimate));
	const x = new Float64Array(table.length).fill(1);
	const statistic = statisticOf(sample, { kind: 'mean', y: below, x, used });
	const se = Math.sqrt(varianceOf(sample, statistic, used));
	const method = spec.interval_type ?? 'mean';
	const n = used.reduce((sum, flag) => sum + flag, 0);
	const ownDf = dfOf(sample, used);
	return (df) => {
		// R's beta interval takes the degrees of freedom of the design whatever is asked for.
		const degrees = method === 'beta' ? ownDf : df;
		const share = { value: statistic.value, se, n, df: degrees };
		const [pLow, pHigh] = shareLimits(share, method as ProportionMethod, level);
		const [low, high] = [quantileAt(pLow), quantileAt(pHigh)];
		return { low, high, se: (high - low) / (2 * quantileFor(df, level)) };
	};
}

/** The standard error from the quantiles of the replicates. */
function replicateBounds(
	{ sample, level }: Context,
	estimate: number,
	quantileBy: (weights: Float64Array) => number
): (df: number) => Bounds {
	const { replicates } = sample;
	if (!replicates) throw new RangeError('The interval "quantile" needs replicate weights');
	const thetas = replicates.weights.map(quantileBy);
	const se = Math.sqrt(replicateVariance(replicates, thetas, estimate));
	return (df) => {
		const half = quantileFor(df, level) * se;
		return { se, low: estimate - half, high: estimate + half };
	};
}
