import { shareLimits } from '#lib/survey/proportion-interval.ts';
import { sampleDf } from '#lib/survey/sample-counts.ts';
import { statisticOf, varianceOf } from '#lib/survey/statistic.ts';
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
	return (spec.methods ?? ['xlogit']).map((method) => {
		const limitsAt = (degrees: number) =>
			shareLimits({ value, se, n: counts.n, df: degrees }, method, level);
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
