import type { Calibration } from './calibrate.ts';
import type { Stratum } from './cells.ts';
import type { Replicates } from './replicates.ts';
import type { LonelyRule } from './variance.ts';

/**
 * A survey row by row with its whole design: for estimates that sums by cluster cannot carry (quantiles,
 * calibrated weights, sampling in two stages without replacement, replicate weights).
 */
export interface Sample {
	readonly length: number;
	/** Row → weight of estimates, after calibration if there is any. */
	readonly weight: Float64Array;
	/** Every stratum, in byte order of its id. */
	readonly strata: readonly Stratum[];
	/** Row → index into `strata`. */
	readonly stratum: Uint32Array;
	/** Row → cluster number, ascending over the strata. */
	readonly cluster: Uint32Array;
	/** The rows by stratum, cluster and unit. */
	readonly order: Uint32Array;
	readonly lonely: LonelyRule;
	readonly second?: SecondStage;
	readonly calibration?: Calibration;
	readonly replicates?: Replicates;
}

/** Units drawn without replacement within the clusters. */
export interface SecondStage {
	/** Row → unit number, ascending over the clusters. */
	readonly unit: Uint32Array;
	/** Cluster number → its units in the sample and in the population. */
	readonly clusters: readonly Stratum[];
	/** Cluster number → clusters sampled over clusters in the population, of its stratum. */
	readonly sampled: readonly number[];
}

export interface SampleColumns {
	readonly weight: Float64Array;
	/** Row → id of the stratum, of the cluster within it and of the unit within that. */
	readonly stratum: readonly string[];
	readonly cluster: readonly string[];
	readonly unit?: readonly string[];
	/** Row → clusters of its stratum in the population, or the share of them sampled if below 1. */
	readonly clustersInPopulation?: Float64Array;
	/** Row → units of its cluster in the population. */
	readonly unitsInPopulation?: Float64Array;
	readonly lonely: LonelyRule;
}

/** Numbers strata, clusters and units, and counts each on all rows, whatever their weight. */
export function makeSample(columns: SampleColumns): Sample {
	const { weight, lonely, unit, clustersInPopulation, unitsInPopulation } = columns;
	const order = Uint32Array.from(weight.keys());
	const keys = [columns.stratum, columns.cluster, ...(unit ? [unit] : [])];
	order.sort((a, b) => compare(keys, a, b));
	const level = (depth: number) => number(order, keys.slice(0, depth));
	const stratum = level(1);
	const cluster = level(2);
	const strata = sizes(order, { outer: stratum, inner: cluster }, (row) => ({
		id: columns.stratum[row] ?? '',
		population: clustersInPopulation?.[row]
	}));
	const sample = { length: weight.length, weight, strata, stratum, cluster, order, lonely };
	if (!unit || !unitsInPopulation) return sample;
	const units = level(3);
	const clusters = sizes(order, { outer: cluster, inner: units }, (row) => ({
		id: columns.cluster[row] ?? '',
		population: unitsInPopulation[row]
	}));
	const sampled: number[] = [];
	for (const row of order) sampled[cluster[row] ?? 0] = sampledShare(strata[stratum[row] ?? 0]);
	return { ...sample, second: { unit: units, clusters, sampled } };
}

function sampledShare(stratum: Stratum | undefined): number {
	if (stratum?.population === undefined) return 0;
	return stratum.clusters / stratum.population;
}

/** By code units, which for the ids of strata is byte order. */
function compare(keys: readonly (readonly string[])[], a: number, b: number): number {
	for (const key of keys) {
		const one = key[a] ?? '';
		const other = key[b] ?? '';
		if (one !== other) return one < other ? -1 : 1;
	}
	return a - b;
}

/** Row → the number of its key, counted from 0 along the order. */
function number(order: Uint32Array, keys: readonly (readonly string[])[]): Uint32Array {
	const numbers = new Uint32Array(order.length);
	let current = -1;
	let last: number | undefined;
	for (const row of order) {
		const differs = last === undefined || keys.some((key) => key[row] !== key[last ?? 0]);
		if (differs) current++;
		numbers[row] = current;
		last = row;
	}
	return numbers;
}

/** For each outer group the number of inner groups, and its population as the first row states it. */
function sizes(
	order: Uint32Array,
	{ outer, inner }: { readonly outer: Uint32Array; readonly inner: Uint32Array },
	stated: (row: number) => { readonly id: string; readonly population: number | undefined }
): Stratum[] {
	const first: number[] = [];
	const members: Set<number>[] = [];
	for (const row of order) {
		const group = outer[row] ?? 0;
		first[group] ??= row;
		(members[group] ??= new Set()).add(inner[row] ?? 0);
	}
	return first.map((row, group) => {
		const { id, population } = stated(row);
		const clusters = members[group]?.size ?? 0;
		if (population === undefined || population === Infinity) return { id, clusters };
		return { id, clusters, population: population < 1 ? clusters / population : population };
	});
}
