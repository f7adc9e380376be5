import { infer, noValue, type RawEstimate } from '#lib/survey/inference.ts';
import type { Linearised } from '#lib/survey/linearised.ts';
import { replicateVariance } from '#lib/survey/replicates.ts';
import type { Sample } from '#lib/survey/sample.ts';
import { countSample, sampleDf } from '#lib/survey/sample-counts.ts';
import { LonelyStratumError, sampleVariance } from '#lib/survey/sample-variance.ts';

/** How an error is taken. */
export interface RowInference {
	readonly level: number;
	readonly interval: 't' | 'xlogit';
	/** Contrasts speak of every stratum of the design, others of those they use. */
	readonly over: 'used' | 'design';
	/** The same value in each replicate, where the sample has replicate weights. */
	readonly thetas?: readonly number[];
	/** Called with the stratum that stands in the way under the rule `fail`. */
	readonly onLonely?: (stratum: string) => void;
}

/** Standard error, interval, degrees of freedom and design effect of a value with scores by respondent. */
export function inferRows(one: Linearised, sample: Sample, how: RowInference): RawEstimate {
	const { key, part, n, missing, sumWeights, value, scores, simple, scale } = one;
	const parts = new Float64Array(sample.length);
	const used = new Uint8Array(sample.length);
	scores.cluster.forEach((position, i) => {
		const row = sample.order[position] ?? 0;
		parts[row] = scores.score[i] ?? 0;
		used[row] = (scores.n[i] ?? 0) > 0 ? 1 : 0;
	});
	const { clusters } = countSample(sample, used);
	const df = clusters === 0 ? 0 : sampleDf(sample, used);
	const counts = {
		...{ key, ...(part === undefined ? {} : { part }) },
		...{ n, missing, clusters, sumWeights, df }
	};
	if (value === null) return noValue(counts, one.reason ?? 'empty');
	const present = how.over === 'design' ? 'all' : used;
	const squared = () =>
		sample.replicates
			? replicateVariance(sample.replicates, how.thetas ?? [], value)
			: sampleVariance(sample, parts, present);
	const point = { counts, value, variance: orLonely(squared, how), simple, scale };
	const found = infer(point, how.interval, how.level);
	// A replicate in which the value is not defined leaves it without an error, lonely strata or not.
	const isUndefined = sample.replicates && found.reason === 'lonely-stratum';
	return isUndefined ? { ...found, reason: 'no-variance' } : found;
}

/** null in place of an error or NaN for a lonely stratum. */
export function orLonely(
	squared: () => number,
	{ onLonely }: Pick<RowInference, 'onLonely'>
): number | null {
	try {
		const found = squared();
		return Number.isFinite(found) ? found : null;
	} catch (error) {
		if (!(error instanceof LonelyStratumError)) throw error;
		onLonely?.(error.id);
		return null;
	}
}
