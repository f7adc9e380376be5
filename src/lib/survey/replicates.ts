import { orthonormal, type Columns } from './matrix.ts';

/** Replicate weights as a public file states them. */
export interface Replicates {
	/** One column of full weights for each replicate. */
	readonly weights: Columns;
	readonly scale: number;
	/** One factor for each replicate. */
	readonly rscales: readonly number[];
	/** Whether deviations are from the estimate (true) or from the mean of the replicates. */
	readonly mse: boolean;
}

/**
 * scale·Σ_r rscales_r·(θ_r − c)², c the estimate or the mean of the θ_r with a factor above zero. A replicate
 * in which the statistic is undefined, as when it gives the whole domain a weight of 0, is left out.
 * R's svrVar; Lumley, Complex Surveys (2010), section 2.3.
 * @returns NaN when no replicate has a value
 */
export function replicateVariance(
	{ scale, rscales, mse }: Replicates,
	thetas: ArrayLike<number>,
	full: number
): number {
	const known = Array.from(thetas, (theta, r) => ({ theta, factor: rscales[r] ?? 0 })).filter(
		({ theta }) => !Number.isNaN(theta)
	);
	if (known.length === 0) return NaN;
	let centre = full;
	if (!mse) {
		const kept = known.filter(({ factor }) => factor > 0);
		centre = kept.reduce((sum, { theta }) => sum + theta, 0) / kept.length;
	}
	return scale * known.reduce((sum, { theta, factor }) => sum + factor * (theta - centre) ** 2, 0);
}

/** Degrees of freedom: the rank of the matrix of replicate weights, less one (R's degf). */
export function replicateDf(weights: Columns): number {
	return orthonormal(weights, 1e-5).length - 1;
}
