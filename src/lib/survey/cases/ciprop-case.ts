import { shareLimits } from '#lib/survey/proportion-interval.ts';
import { replicateVariance } from '#lib/survey/replicates.ts';
import type { Sample } from '#lib/survey/sample.ts';
import { sampleDf } from '#lib/survey/sample-counts.ts';
import { statisticOf, varianceOf, type Statistic } from '#lib/survey/statistic.ts';
import { evaluate } from './evaluate.ts';
import type { Row } from './spec.ts';
import { countsOf, type Context, type Group } from './survey-context.ts';

/** A share with an interval by each method: R's svyciprop. */
export function ciprop(context: Context, { inside: used }: Group): Row[] {
	const { spec, table, sample, level, designDf } = context;
	const y = evaluate(table, spec.variable ?? { const: NaN });
	const weighted = used.map((flag, row) => ((sample.weight[row] ?? 0) > 0 ? flag : 0));
	const x = new Float64Array(table.length).fill(1);
	const statistic = statisticOf(sample, { kind: 'mean', y, x, used: weighted });
	const { value } = statistic;
	const se = Math.sqrt(varianceOf(sample, statistic, weighted));
	const df = sampleDf(sample, weighted);
	const counts = countsOf(sample, weighted);
	const oddsError = replicateOddsError(sample, statistic);
	return (spec.methods ?? ['xlogit']).map((method) => {
		// Replicates of the log odds give them an error of their own, taken here to the share and back.
		const own = method === 'logit' ? (oddsError ?? se) : se;
		const limitsAt = (degrees: number) =>
			shareLimits({ value, se: own, n: counts.n, df: degrees }, method, level);
		const [low, high] = limitsAt(df);
		const [designLow, designHigh] = limitsAt(designDf);
		return {
			...{ method, estimate: value, se, ci_low: low, ci_high: high, df },
			// R's beta interval takes no degrees of freedom but its own.
			...(method === 'beta' ? {} : { ci_low_dfdesign: designLow, ci_high_dfdesign: designHigh }),
			...{ df_design: designDf },
			...counts
		};
	});
}

/**
 * What R's svyciprop(method = "logit") takes for the standard error of a share where there are replicate
 * weights: that of the log odds over the replicates, times p·(1 − p).
 */
function replicateOddsError({ replicates }: Sample, { value, parts }: Statistic) {
	if (!replicates || !(value > 0 && value < 1)) return undefined;
	const odds = (share: number) => Math.log(share / (1 - share));
	const squared = replicateVariance(replicates, parts.map(odds), odds(value));
	return Math.sqrt(squared) * value * (1 - value);
}
