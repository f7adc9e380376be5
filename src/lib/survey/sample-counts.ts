import { replicateDf } from './replicates.ts';
import type { Sample } from './sample.ts';

/** Rows of a sample that are used and have a weight above zero. */
export interface SampleCounts {
	readonly n: number;
	readonly sumWeights: number;
	readonly clusters: number;
	readonly strata: number;
}

/** @param used row → 1 where it is used */
export function countSample(sample: Sample, used: Uint8Array): SampleCounts {
	let n = 0;
	let sumWeights = 0;
	const clusters = new Set<number>();
	const strata = new Set<number>();
	sample.weight.forEach((w, row) => {
		if (used[row] !== 1 || !(w > 0)) return;
		n++;
		sumWeights += w;
		clusters.add(sample.cluster[row] ?? 0);
		strata.add(sample.stratum[row] ?? 0);
	});
	return { n, sumWeights, clusters: clusters.size, strata: strata.size };
}

const replicateDfs = new WeakMap<Sample, number>();

/** Clusters minus strata of the rows used; with replicate weights their rank less one. */
export function sampleDf(sample: Sample, used: Uint8Array): number {
	if (!sample.replicates) {
		const { clusters, strata } = countSample(sample, used);
		return clusters - strata;
	}
	const df = replicateDfs.get(sample) ?? replicateDf(sample.replicates.weights);
	replicateDfs.set(sample, df);
	return df;
}
