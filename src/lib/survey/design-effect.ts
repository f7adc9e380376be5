import type { RowMeasure } from './statistic.ts';

/** Variances of an estimator in a simple random sample of n rows: the yardsticks of the design effect. */
export interface Yardsticks {
	/**
	 * Without replacement from Σ w. With normalised weights (Σ w not larger than n) it means nothing: NaN for a
	 * mean; for a total or ratio NaN where Σ w is n, and below 0 where it is less, as R has it.
	 */
	readonly without: number;
	/** With replacement. */
	readonly replacing: number;
}

/**
 * s²·(W − n)/(W·n) and s²/n of a mean, times W² of a total; a ratio is the total of (y − R·x)/X.
 * R's svymean(deff = TRUE) and deff = "replace". NaN where the rows do not differ.
 */
export function yardsticks(
	weight: Float64Array,
	{ kind, y, x, used }: RowMeasure,
	value: number
): Yardsticks {
	const whole = kind === 'ratio' ? sumOf(weight, used, x) : 1;
	const taken = kind === 'ratio' ? y.map((one, i) => (one - value * (x[i] ?? 0)) / whole) : y;
	const { spread, n, total } = populationVariance(weight, used, taken);
	// Beside y, of which the residuals of a ratio that never varies are rounding.
	const largest =
		y.reduce((max, one, i) => (used[i] ? Math.max(max, Math.abs(one)) : max), 0) / Math.abs(whole);
	if (!(spread > 1e-20 * largest * largest)) return { without: NaN, replacing: NaN };
	const replacing = (spread / n) * (kind === 'mean' ? 1 : total * total);
	const isSample = kind === 'mean' ? total - n > 1e-6 * n : Math.abs(total - n) > 1e-6 * n;
	return { without: isSample ? (replacing * (total - n)) / total : NaN, replacing };
}

/** n/(n − 1)·Σ w·(y − m)²/W over the rows used with a weight above zero (R's svyvar), with m, n and W. */
export function populationVariance(
	weight: ArrayLike<number>,
	used: Uint8Array,
	y: Float64Array
): { spread: number; mean: number; n: number; total: number } {
	let n = 0;
	let total = 0;
	let sum = 0;
	used.forEach((use, row) => {
		const w = weight[row] ?? 0;
		if (use === 0 || !(w > 0)) return;
		n++;
		total += w;
		sum += w * (y[row] ?? 0);
	});
	const mean = sum / total;
	let squares = 0;
	used.forEach((use, row) => {
		const w = weight[row] ?? 0;
		if (use === 1 && w > 0) squares += w * ((y[row] ?? 0) - mean) ** 2;
	});
	return { spread: n > 1 ? ((n / (n - 1)) * squares) / total : NaN, mean, n, total };
}

function sumOf(weight: Float64Array, used: Uint8Array, x: Float64Array): number {
	return x.reduce((sum, one, row) => sum + (used[row] ? (weight[row] ?? 0) * one : 0), 0);
}
