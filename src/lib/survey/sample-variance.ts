import type { Sample } from './sample.ts';
import { lonelyStrata, variance, type Scores } from './variance.ts';

/** Under `fail`: a stratum, or a cluster at stage 2, from which a single unit was drawn. */
export class LonelyStratumError extends Error {
	override name = 'LonelyStratumError';

	constructor(
		readonly id: string,
		readonly stage: 1 | 2
	) {
		super(`Stratum (${id}) has only one PSU at stage ${stage}`);
	}
}

/**
 * Variance of the sum of a score over the rows, by the clusters of the first stage, and of the second where
 * it was drawn without replacement: V = V₁ + Σ_h (n_h/N_h)·Σ_c (1 − m_c/M_c)·m_c/(m_c − 1)·Σ_u (t_u − t̄_c)².
 * Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992), result 4.3.1; R's svyrecvar.
 * @param score row → Taylor score, 0 where the row is not used
 * @param present rows that take part, as zeros at least: their strata are what the rule for strata with one
 *   cluster speaks of. 'all' for contrasts; a calibrated sample always takes part as a whole
 * @returns NaN when every stratum has one cluster and the rule is `average`
 * @throws LonelyStratumError under the rule `fail`
 */
export function sampleVariance(
	sample: Sample,
	score: Float64Array,
	present: Uint8Array | 'all'
): number {
	const { calibration, second, strata, lonely } = sample;
	const scores = calibration ? calibration.residual(score) : score;
	const rows = calibration ? 'all' : present;
	const first = sumByGroup(sample, scores, rows);
	const between = variance(first, { strata, lonely, over: 'used' });
	if (between === null) {
		if (lonely !== 'fail') return NaN;
		throw new LonelyStratumError(firstLonely(first, strata), 1);
	}
	if (!second) return between;
	const scaled = scores.map((value, row) => {
		return value * Math.sqrt(second.sampled[sample.cluster[row] ?? 0] ?? 0);
	});
	const inner = { order: sample.order, stratum: sample.cluster, cluster: second.unit };
	const units = sumByGroup(inner, scaled, rows);
	// One unit in a cluster has no spread of its own: under every rule but `fail` it adds nothing.
	const rule = lonely === 'fail' ? 'fail' : 'remove';
	const within = variance(units, { strata: second.clusters, lonely: rule, over: 'used' });
	if (within === null) throw new LonelyStratumError(firstLonely(units, second.clusters), 2);
	return between + within;
}

/** The first stratum that takes part and has one cluster. */
function firstLonely({ stratum, n }: Scores, strata: Sample['strata']): string {
	const used = new Set(stratum.filter((_, i) => (n[i] ?? 0) > 0));
	const lonely = new Set(lonelyStrata(strata));
	return strata.find((one, h) => used.has(h) && lonely.has(one))?.id ?? '';
}

function sumByGroup(
	groups: Pick<Sample, 'order' | 'stratum' | 'cluster'>,
	value: Float64Array,
	present: Uint8Array | 'all'
): Scores {
	const stratum: number[] = [];
	const cluster: number[] = [];
	const n: number[] = [];
	const score: number[] = [];
	for (const row of groups.order) {
		const id = groups.cluster[row] ?? 0;
		if (cluster[cluster.length - 1] !== id) {
			stratum.push(groups.stratum[row] ?? 0);
			cluster.push(id);
			n.push(0);
			score.push(0);
		}
		const last = cluster.length - 1;
		n[last] = (n[last] ?? 0) + (present === 'all' ? 1 : (present[row] ?? 0));
		score[last] = (score[last] ?? 0) + (value[row] ?? 0);
	}
	return { stratum, cluster, n, score };
}
