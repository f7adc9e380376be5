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
 * scale·Σ_r rscales_r·(θ_r − c)², c the estimate or the mean of the θ_r with a factor above zero.
 * R's svrVar; Lumley, Complex Surveys (2010), section 2.3.
 */
export function replicateVariance(
	{ scale, rscales, mse }: Replicates,
	thetas: ArrayLike<number>,
	full: number
): number {
	let centre = full;
	if (!mse) {
		const kept = Array.from(thetas).filter((_, r) => (rscales[r] ?? 0) > 0);
		centre = kept.reduce((sum, theta) => sum + theta, 0) / kept.length;
	}
	let sum = 0;
	for (let r = 0; r < thetas.length; r++) {
		sum += (rscales[r] ?? 0) * ((thetas[r] ?? NaN) - centre) ** 2;
	}
	return scale * sum;
}

/** Degrees of freedom: the rank of the matrix of replicate weights, less one (R's degf). */
export function replicateDf(weights: Columns): number {
	return orthonormal(weights, 1e-5).length - 1;
}
