import { noValue, type RawEstimate } from '#lib/survey/inference.ts';
import { whyNoValue } from '#lib/survey/linearise.ts';
import type { ProportionMethod } from '#lib/survey/proportion-interval.ts';
import type { QuantileRule } from '#lib/survey/quantile.ts';
import { replicateVariance } from '#lib/survey/replicates.ts';
import { countSample, sampleDf } from '#lib/survey/sample-counts.ts';
import {
	quantileFor,
	quantileStatistic,
	quantileValue,
	replicateBounds,
	woodruffBounds,
	type Bounds
} from '#lib/survey/sample-quantile.ts';
import type { Statistic } from '#lib/survey/statistic.ts';
import { emptyTally, tally, type Tally } from '#lib/survey/tally.ts';
import type { NullReason } from '#lib/vocabulary/estimate.ts';
import { bothOf, type Contrast, type Where } from './asked.ts';
import { orLonely } from './infer-rows.ts';
import { rowCells, type RowTable } from './row-table.ts';

/** Which quantile, and how its interval is made: Woodruff's by a method for shares, or by replicates. */
export interface QuantileAsked {
	readonly by: readonly string[];
	readonly where: Where;
	readonly contrast?: Contrast;
	readonly p: number;
	readonly rule: QuantileRule;
	readonly method: ProportionMethod | 'quantile';
	readonly level: number;
	readonly onLonely?: (stratum: string) => void;
}

/** An estimate with those it is made of, if it is a contrast. */
export interface Estimated {
	readonly raw: RawEstimate;
	readonly terms?: readonly RawEstimate[];
}

/** Quantiles of each key, or a combination of those of several domains. */
export function quantileEstimates(table: RowTable, asked: QuantileAsked): Estimated[] {
	const cells = rowCells(table, table.sample.weight);
	const { by, where, contrast } = asked;
	const keys = tally(cells, by, where);
	if (!contrast) return keys.map((one) => ({ raw: quantileOf(one, table, asked) }));
	const keyOf = ({ key }: Tally) => key.join('\u001f');
	const domains = contrast.terms.map(
		(term) => new Map(tally(cells, by, bothOf(where, term)).map((one) => [keyOf(one), one]))
	);
	return keys
		.filter((one) => domains.some((domain) => domain.has(keyOf(one))))
		.map((one) => {
			const terms = domains.map((domain) => domain.get(keyOf(one)) ?? emptyTally(one.key));
			return contrastOfQuantiles(terms, contrast, { table, asked });
		});
}

function quantileOf(one: Tally, table: RowTable, asked: QuantileAsked): RawEstimate {
	const { sample } = table;
	const { key, n, missing, sumWeights } = one;
	const measure = measureOf([one], table, asked);
	const { clusters } = countSample(sample, measure.used);
	const df = n === 0 ? 0 : sampleDf(sample, measure.used);
	const counts = { key, n, missing, clusters, sumWeights, df };
	const reason = whyNoValue(one, 'mean');
	if (reason) return noValue(counts, reason);
	const value = quantileValue(sample, measure);
	const known = { ...counts, value: value + 0 };
	const without = (why: NullReason): RawEstimate => ({
		...{ ...known, se: null, low: null, high: null, deff: null, reason: why }
	});
	if (df < 1) return without('one-cluster');
	const found: { bounds?: Bounds } = {};
	const squared = orLonely(() => {
		found.bounds = boundsOf(table, measure, asked)(df);
		return 0;
	}, asked);
	const { bounds } = found;
	if (squared === null || !bounds) return without('lonely-stratum');
	const { se, low, high } = bounds;
	if (![se, low, high].every(Number.isFinite)) return without('not-reached');
	if (!(se > 0)) return without('no-variance');
	return { ...known, se, low: low + 0, high: high + 0, deff: null, reason: 'no-yardstick' };
}

function boundsOf(
	{ sample }: RowTable,
	measure: ReturnType<typeof measureOf>,
	{ method, level }: QuantileAsked
): (df: number) => Bounds {
	if (method === 'quantile') return replicateBounds(sample, measure, level);
	return woodruffBounds(sample, measure, { method, level });
}

/** The respondents used in any of the domains, with their values. */
function measureOf(domains: readonly Tally[], table: RowTable, { p, rule }: QuantileAsked) {
	const { sample, respondent } = table;
	const y = new Float64Array(sample.length).fill(NaN);
	respondent.forEach((row, record) => (y[row] = table.y[record] ?? NaN));
	const used = new Uint8Array(sample.length);
	for (const { clusters } of domains) {
		clusters.cluster.forEach((position, i) => {
			if ((clusters.n[i] ?? 0) > 0) used[sample.order[position] ?? 0] = 1;
		});
	}
	return { y, used, p, rule };
}

/** Its error comes from replicates: Woodruff's interval knows no covariance. */
function contrastOfQuantiles(
	domains: readonly Tally[],
	{ combination }: Contrast,
	{ table, asked }: { table: RowTable; asked: QuantileAsked }
): Estimated {
	const { sample } = table;
	const terms = domains.map((one) => quantileOf(one, table, asked));
	const { used } = measureOf(domains, table, asked);
	const sum = (of: (one: Tally) => number) => domains.reduce((all, one) => all + of(one), 0);
	const counts = {
		key: domains[0]?.key ?? [],
		n: sum(({ n }) => n),
		missing: sum(({ missing }) => missing),
		sumWeights: sum(({ sumWeights }) => sumWeights),
		clusters: countSample(sample, used).clusters,
		df: sampleDf(sample, used)
	};
	const absent = terms.find(({ value }) => value === null);
	if (absent) return { raw: noValue(counts, absent.reason ?? 'empty'), terms };
	const statistics = domains.map((one) =>
		quantileStatistic(sample, measureOf([one], table, asked))
	);
	const value = combination.value(statistics.map((one) => one.value));
	if (!Number.isFinite(value)) return { raw: noValue(counts, 'zero-denominator'), terms };
	const se = errorOf(statistics, { table, value, combination });
	const known = { ...counts, value: value + 0, deff: null };
	const none = { se: null, low: null, high: null };
	if (se === undefined) return { raw: { ...known, ...none, reason: 'needs-replicates' }, terms };
	if (!(se > 0) || counts.df < 1) {
		return { raw: { ...known, ...none, reason: 'no-variance' }, terms };
	}
	const half = quantileFor(counts.df, asked.level) * se;
	const limits = { se, low: value - half, high: value + half };
	return { raw: { ...known, ...limits, reason: 'no-yardstick' }, terms };
}

function errorOf(
	statistics: readonly Statistic[],
	{ table, value, combination }: { table: RowTable; value: number } & Pick<Contrast, 'combination'>
): number | undefined {
	const { replicates } = table.sample;
	if (!replicates) return undefined;
	const thetas = replicates.weights.map((_, r) =>
		combination.value(statistics.map(({ parts }) => parts[r] ?? NaN))
	);
	return Math.sqrt(replicateVariance(replicates, thetas, value));
}
