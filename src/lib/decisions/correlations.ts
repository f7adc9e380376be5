import { spearman } from '#lib/survey/rank-correlation.ts';

/** Pearson's r of the values, or Spearman's ρ of their ranks. */
export type Correlation = 'pearson' | 'spearman';

/**
 * Criterion × criterion: what counts twice in an index shows as a correlation near 1.
 * @param values candidate × criterion
 * @returns null where one of the two is the same for all candidates
 */
export function correlations(
	values: readonly (readonly number[])[],
	method: Correlation
): (number | null)[][] {
	const columns = (values[0] ?? []).map((_, j) => values.map((row) => row[j] ?? 0));
	const of = method === 'pearson' ? pearson : spearman;
	return columns.map((one, i) =>
		columns.map((other, j) => {
			const found = of(one, other);
			if (Number.isNaN(found)) return null;
			return i === j ? 1 : Math.min(1, Math.max(-1, found)) + 0;
		})
	);
}

/** Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²·Σ(y − ȳ)²); NaN when all values of a variable are equal. */
function pearson(x: readonly number[], y: readonly number[]): number {
	const [a, b] = [centred(x), centred(y)];
	const product = (one: readonly number[], other: readonly number[]) =>
		one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
	return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** Distances from the mean, over the largest: all 0 when every value is the same. */
function centred(values: readonly number[]): number[] {
	const mean = values.reduce((sum, value) => sum + value / values.length, 0);
	if (values.every((value) => value === values[0])) return values.map(() => 0);
	const from = values.map((value) => value - mean);
	const most = Math.max(...from.map(Math.abs));
	return from.map((value) => value / most);
}
