import { comparison, linearCombination, type Combination } from '#lib/survey/combination.ts';
import { sampleDf } from '#lib/survey/sample-counts.ts';
import {
	combineStatistics,
	statisticOf,
	varianceOf,
	type Statistic
} from '#lib/survey/statistic.ts';
import { domainOf, evaluate } from './evaluate.ts';
import type { CaseSpec, Row } from './spec.ts';
import { countsOf, intervalFields, type Context } from './survey-context.ts';

/** A combination of the statistics of several domains, covariance included: R's svycontrast. */
export function contrast(context: Context): Row {
	const { spec, table, sample } = context;
	const cells = spec.cells ?? [];
	const domains = cells.map(({ domain }) => presentIn(context, domainOf(table, domain)));
	const statistics = domains.map((used) => statisticOf(sample, measureOf(context, used)));
	const squares = (one: Statistic) => varianceOf(sample, one, 'all');
	const combined = combineStatistics(sample, statistics, combinationOf(spec));
	const union = sample.stratum.map((_, row) => Number(domains.some((used) => used[row] === 1)));
	const df = sampleDf(sample, Uint8Array.from(union));
	const covariance = covarianceOf(context, statistics, squares);
	const wrong = covariance.reduce(
		(sum, row, k) => sum + (spec.coefs?.[k] ?? 0) ** 2 * (row[k] ?? 0),
		0
	);
	return {
		...intervalFields({ value: combined.value, variance: squares(combined) }, df, context),
		...(spec.scale === 'difference' ? { se_if_covariance_ignored: Math.sqrt(wrong) } : {}),
		cells: cells.map(({ label }, k) => ({
			...{ label, estimate: statistics[k]?.value ?? NaN, se: Math.sqrt(covariance[k]?.[k] ?? NaN) },
			...countsOf(sample, domains[k] ?? new Uint8Array())
		})),
		covariance,
		domains_overlap: sample.stratum.some(
			(_, row) => domains.filter((used) => used[row] === 1).length > 1
		)
	};
}

function presentIn({ spec, table, inside }: Context, domain: Uint8Array): Uint8Array {
	const isRatio = spec.measure === 'ratio';
	const columns = (isRatio ? [spec.numerator, spec.denominator] : [spec.variable]).map((part) =>
		evaluate(table, part ?? { const: NaN })
	);
	return inside.map((flag, row) => {
		const isMissing = columns.some((column) => Number.isNaN(column[row]));
		return isMissing || domain[row] !== 1 ? 0 : flag;
	});
}

function measureOf({ spec, table }: Context, used: Uint8Array) {
	const kind = spec.measure ?? 'mean';
	const [above, below] =
		kind === 'ratio' ? [spec.numerator, spec.denominator] : [spec.variable, { const: 1 }];
	return {
		...{ kind, used },
		y: evaluate(table, above ?? { const: NaN }),
		x: evaluate(table, below ?? { const: NaN })
	};
}

/** Cov(a, b) = (V(a + b) − V(a − b))/4. */
function covarianceOf(
	{ sample }: Context,
	statistics: readonly Statistic[],
	squares: (one: Statistic) => number
): number[][] {
	const along = (a: Statistic, b: Statistic, sign: number) =>
		squares(
			combineStatistics(sample, [a, b], {
				value: ([one = NaN, other = NaN]) => one + sign * other,
				gradient: () => [1, sign]
			})
		);
	return statistics.map((a) =>
		statistics.map((b) => (a === b ? squares(a) : (along(a, b, 1) - along(a, b, -1)) / 4))
	);
}

/** The scale on which a contrast is stated. */
function combinationOf({ scale, coefs = [1, -1] }: CaseSpec): Combination {
	if (scale === 'relative' || scale === 'ratio') return comparison(scale);
	return scale === 'log_ratio' ? comparison('log-ratio') : linearCombination(coefs);
}
