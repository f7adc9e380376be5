import type { ProportionMethod } from '#lib/survey/proportion-interval.ts';
import { quantileOf, quantileRules, tieAt } from '#lib/survey/quantile.ts';
import { sampleDf } from '#lib/survey/sample-counts.ts';
import {
	replicateBounds,
	sampleDistribution,
	woodruffBounds
} from '#lib/survey/sample-quantile.ts';
import { evaluate } from './evaluate.ts';
import type { Row } from './spec.ts';
import { countsOf, type Context, type Group } from './survey-context.ts';

/** Quantiles of a column with an interval: R's svyquantile. */
export function quantiles(context: Context, { inside: used }: Group): Row[] {
	const { spec, table, sample, designDf, level } = context;
	const y = evaluate(table, spec.variable ?? { const: NaN });
	const rule = spec.qrule ?? 'math';
	if (!quantileRules.includes(rule)) throw new RangeError(`Unknown quantile rule ${rule}`);
	const distribution = sampleDistribution({ y, used }, sample.weight);
	const df = sampleDf(sample, used);
	return (spec.probs ?? [0.5]).map((prob) => {
		const measure = { y, used, p: prob, rule };
		const method = (spec.interval_type ?? 'mean') as ProportionMethod;
		const bounds =
			spec.interval_type === 'quantile'
				? replicateBounds(sample, measure, level)
				: woodruffBounds(sample, measure, { method, level });
		const [own, design, normal] = [bounds(df), bounds(designDf), bounds(Infinity)];
		const tie = tieAt(distribution, prob);
		return {
			...{ prob, estimate: quantileOf(distribution, prob, rule) },
			...{ se: own.se, ci_low: own.low, ci_high: own.high, df },
			...{ ci_low_dfdesign: design.low, ci_high_dfdesign: design.high, se_dfdesign: design.se },
			...{ df_design: designDf, ci_low_z: normal.low, ci_high_z: normal.high, se_z: normal.se },
			...(tie ? { accept_tie: tie } : {}),
			...countsOf(sample, used)
		};
	});
}
