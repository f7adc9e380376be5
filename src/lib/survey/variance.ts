import type { LonelyRule } from '#lib/vocabulary/question.ts';
import type { Stratum } from './cells.ts';

export type { LonelyRule };

/** Linearised totals of the clusters that have a row, by stratum, then cluster; all others are 0. */
export interface Scores {
	readonly stratum: readonly number[];
	readonly cluster: readonly number[];
	/** Respondents used: a cluster with none does not count in the degrees of freedom. */
	readonly n: readonly number[];
	readonly score: readonly number[];
}

export interface VarianceOptions {
	readonly strata: readonly Stratum[];
	readonly lonely: LonelyRule;
	/** Strata that `adjust` and `average` refer to: R takes all of them for contrasts. */
	readonly over: 'used' | 'design';
}

/** Below this share of the population not sampled, a stratum is a census and adds nothing (as in R). */
const census = 1e-7;

/**
 * Variance of a total of scores between the clusters of each stratum, with replacement at the first stage:
 * Σ_h f_h·n_h/(n_h−1)·Σ_c (t_hc − t̄_h)², f_h = 1 − n_h/N_h where the population N_h is known.
 * n_h is that of the whole design, whatever the domain. Lumley, Complex Surveys (2010), section 2.
 * @returns null when a stratum with one cluster stands in the way
 * @throws RangeError when a stratum has more clusters than it declares, or than its population
 */
export function variance(scores: Scores, options: VarianceOptions): number | null {
	const { strata, lonely, over } = options;
	const involved = runs(scores, strata).filter((run) => over === 'design' || run.used);
	const centre = lonely === 'adjust' ? grandMean(scores, involved) : 0;
	let sum = 0;
	let left = 0;
	for (const run of involved) {
		const { clusters, population } = run.stratum;
		const factor = population === undefined ? 1 : 1 - clusters / population;
		if (factor < census) continue;
		if (clusters > 1) sum += (factor * clusters * spread(scores, run)) / (clusters - 1);
		else if (lonely === 'fail' && run.used) return null;
		else if (lonely === 'adjust') {
			sum += factor * ((run.from < run.to ? (scores.score[run.from] ?? 0) : 0) - centre) ** 2;
		} else if (lonely === 'average') left++;
	}
	if (left === 0) return sum;
	return left === involved.length ? null : (sum * involved.length) / (involved.length - left);
}

/** Clusters and strata with a respondent used; their difference is the degrees of freedom. */
export function usedClusters({ stratum, n }: Omit<Scores, 'score'>): {
	clusters: number;
	strata: number;
} {
	let clusters = 0;
	let strata = 0;
	let last = -1;
	for (let i = 0; i < n.length; i++) {
		if ((n[i] ?? 0) <= 0) continue;
		clusters++;
		if (stratum[i] !== last) strata++;
		last = stratum[i] ?? -1;
	}
	return { clusters, strata };
}

/** Whether every stratum with a respondent used has all clusters of its population in the sample. */
export function isCensus(
	{ stratum, n }: Omit<Scores, 'score'>,
	strata: readonly Stratum[]
): boolean {
	const isWhole = ({ clusters, population }: Stratum) =>
		population !== undefined && 1 - clusters / population < census;
	return stratum.every((h, i) => {
		const own = strata[h];
		return (n[i] ?? 0) <= 0 || (own !== undefined && isWhole(own));
	});
}

/** The strata that have one cluster and are not a census: under `fail` no estimate that uses them has a standard error. */
export function lonelyStrata(strata: readonly Stratum[]): Stratum[] {
	return strata.filter(({ clusters, population }) => clusters === 1 && population !== 1);
}

interface Run {
	readonly stratum: Stratum;
	readonly from: number;
	readonly to: number;
	readonly used: boolean;
}

/** The stretch of scores that belongs to each stratum; empty for one without rows. */
function runs(scores: Scores, strata: readonly Stratum[]): Run[] {
	let to = 0;
	return strata.map((stratum, h) => {
		const from = to;
		let used = false;
		for (; scores.stratum[to] === h; to++) used ||= (scores.n[to] ?? 0) > 0;
		assertPossible(stratum, to - from);
		return { stratum, from, to, used };
	});
}

function assertPossible({ id, clusters, population }: Stratum, met: number): void {
	if (met > clusters) {
		throw new RangeError(`Stratum ${id} has ${met} clusters with rows but declares ${clusters}`);
	}
	if (population !== undefined && population < clusters) {
		throw new RangeError(`Stratum ${id} samples ${clusters} clusters of ${population}`);
	}
}

/** Σ (t − t̄)² over all clusters of the stratum, those without rows included as zeros. */
function spread({ score }: Scores, { stratum, from, to }: Run): number {
	let total = 0;
	for (let i = from; i < to; i++) total += score[i] ?? 0;
	const mean = total / stratum.clusters;
	let sum = (stratum.clusters - (to - from)) * mean * mean;
	for (let i = from; i < to; i++) sum += ((score[i] ?? 0) - mean) ** 2;
	return sum;
}

function grandMean({ score }: Scores, involved: readonly Run[]): number {
	const clusters = involved.reduce((sum, { stratum }) => sum + stratum.clusters, 0);
	return clusters === 0 ? 0 : score.reduce((sum, value) => sum + value, 0) / clusters;
}
