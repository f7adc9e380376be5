import type { Cells } from './cells.ts';
import { scoresOf, valueOf, whyNoValue, type Kind } from './linearise.ts';
import { replicateVariance } from './replicates.ts';
import type { Sample } from './sample.ts';
import { sampleVariance } from './sample-variance.ts';
import { tally } from './tally.ts';

/** What is estimated, row by row: y and x count where `used` is 1, whatever else they hold. */
export interface RowMeasure {
	readonly kind: Kind;
	readonly y: Float64Array;
	/** 1 for each row of a mean. */
	readonly x: Float64Array;
	readonly used: Uint8Array;
}

/** A value with what its variance is made of: a score for each row, or a value for each replicate. */
export interface Statistic {
	readonly value: number;
	readonly parts: Float64Array;
}

/** Mean, ratio or total of the rows used; NaN for a mean or ratio without a row or with a denominator of 0. */
export function statisticOf(sample: Sample, measure: RowMeasure): Statistic {
	const sums = tally(rowCells(sample, measure, sample.weight), [], {})[0];
	if (!sums) throw new RangeError('The sample has no rows');
	const isDefined = measure.kind === 'total' || whyNoValue(sums, measure.kind) === undefined;
	const value = isDefined ? valueOf(sums, measure.kind) : NaN;
	const { replicates } = sample;
	if (replicates) {
		return { value, parts: Float64Array.from(replicates.weights, (w) => weighted(w, measure)) };
	}
	const { score } = scoresOf(sums, measure.kind, value);
	const parts = new Float64Array(sample.length);
	sample.order.forEach((row, i) => (parts[row] = score[i] ?? 0));
	return { value, parts };
}

/**
 * A function of statistics: by its gradient where parts are scores (the delta method), by computing it in
 * each replicate where they are values.
 */
export function combineStatistics(
	sample: Sample,
	statistics: readonly Statistic[],
	combination: {
		readonly value: (values: readonly number[]) => number;
		readonly gradient: (values: readonly number[]) => readonly number[];
	}
): Statistic {
	const values = statistics.map(({ value }) => value);
	const gradient = combination.gradient(values);
	const length = statistics[0]?.parts.length ?? 0;
	const parts = Float64Array.from({ length }, (_, i) => {
		if (sample.replicates) return combination.value(statistics.map((one) => one.parts[i] ?? NaN));
		return statistics.reduce((sum, one, k) => sum + (gradient[k] ?? 0) * (one.parts[i] ?? 0), 0);
	});
	return { value: combination.value(values), parts };
}

/** Variance of a statistic; see `sampleVariance` and `replicateVariance`. */
export function varianceOf(
	sample: Sample,
	{ value, parts }: Statistic,
	present: Uint8Array | 'all'
): number {
	if (Number.isNaN(value)) return NaN;
	if (sample.replicates) return replicateVariance(sample.replicates, parts, value);
	return sampleVariance(sample, parts, present);
}

/** The estimator with other weights. */
function weighted(weight: ArrayLike<number>, { kind, y, x, used }: RowMeasure): number {
	let above = 0;
	let below = 0;
	used.forEach((use, row) => {
		if (use === 0) return;
		above += (weight[row] ?? 0) * (y[row] ?? 0);
		below += (weight[row] ?? 0) * (x[row] ?? 0);
	});
	return kind === 'total' ? above : above / below;
}

/** One cell for each row, as a cluster of its own, so that scores come out row by row. */
function rowCells(sample: Sample, { y, x, used }: RowMeasure, weight: Float64Array): Cells {
	const { order, strata } = sample;
	const column = (of: (row: number, w: number) => number) =>
		Float64Array.from(order, (row) => (used[row] === 1 ? of(row, weight[row] ?? 0) : 0));
	const none = new Float64Array(order.length);
	return {
		length: order.length,
		strata,
		stratum: Uint32Array.from(order, (row) => sample.stratum[row] ?? 0),
		cluster: Uint32Array.from(order.keys()),
		dimensions: {},
		n: column((_, w) => (w === 0 ? 0 : 1)),
		missing: none,
		w: column((_, w) => w),
		wy: column((row, w) => w * (y[row] ?? 0)),
		wx: column((row, w) => w * (x[row] ?? 0)),
		...{ wyy: none, wxy: none, wxx: none }
	};
}
