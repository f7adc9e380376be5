import type { Cells, Stratum } from './cells.ts';
import type { Restriction } from './keys.ts';
import type { Kind } from './linearise.ts';
import { randomStream } from './random.ts';
import { replicateVariance } from './replicates.ts';
import { tally, type Tally } from './tally.ts';

/** How many replicates, and the number that all their draws follow from. */
export interface BootstrapSettings {
	readonly replicates: number;
	readonly seed: number;
}

/** As many as keep the Monte Carlo error of a standard error at about 5%. */
export const bootstrapSettings: BootstrapSettings = { replicates: 200, seed: 1992 };

/** The clusters of a design: what `Cells` has of it. */
export type ClusterColumns = Pick<Cells, 'strata' | 'stratum' | 'cluster'>;

/** Weight factors of every cluster in every replicate, as whole numbers and two constants a stratum. */
export interface ReplicateFactors {
	readonly replicates: number;
	/** Cluster number → its row of `times`. */
	readonly rows: ReadonlyMap<number, number>;
	/** Row → stratum. */
	readonly stratum: Uint32Array;
	/** Row × replicate → how often the cluster was drawn, m. */
	readonly times: Uint8Array;
	/** Stratum → a and b of the factor a + b·m. */
	readonly base: Float64Array;
	readonly slope: Float64Array;
}

/**
 * Rescaled bootstrap of Rao, Wu and Yue (1992), Survey Methodology 18(2): in each replicate n − 1 of the n clusters
 * of a stratum are drawn with replacement, and one drawn m times gets the factor n/(n − 1)·m; with a population of
 * N clusters 1 − √(1 − f) + √(1 − f)·n/(n − 1)·m, f = n/N (Rao and Wu, 1988). A stratum of one cluster
 * keeps the factor 1, so it adds nothing to an error.
 *
 * The draws of a stratum follow from the seed, its id and the order of its clusters only: whatever is asked in
 * replicate b is asked of the same sample, and all covariances are kept.
 * @param columns with a row of every cluster that a Question can meet; those of a design that have no row are
 * drawn too, and add nothing
 */
export function replicateFactors(
	{ strata, stratum, cluster }: ClusterColumns,
	{ replicates, seed }: BootstrapSettings
): ReplicateFactors {
	const members = clustersOf({ strata, stratum, cluster });
	const count = members.reduce((sum, { length }) => sum + length, 0);
	const rows = new Map<number, number>();
	const times = new Uint8Array(count * replicates);
	const strataOfRows = new Uint32Array(count);
	members.forEach((ids, h) => {
		const clusters = strata[h]?.clusters ?? 0;
		const first = rows.size;
		for (const id of ids) {
			strataOfRows[rows.size] = h;
			rows.set(id, rows.size);
		}
		if (clusters < 2) return;
		const random = randomStream(seed, strata[h]?.id ?? '');
		for (let r = 0; r < replicates; r++) {
			for (let draw = 1; draw < clusters; draw++) {
				const drawn = random.below(clusters);
				if (drawn >= ids.length) continue;
				const at = (first + drawn) * replicates + r;
				times[at] = (times[at] ?? 0) + 1;
			}
		}
	});
	const scales = strata.map(scaleOf);
	return {
		...{ replicates, rows, stratum: strataOfRows, times },
		base: Float64Array.from(scales, ([base]) => base),
		slope: Float64Array.from(scales, ([, slope]) => slope)
	};
}

/** a and b of the factor a + b·m. */
function scaleOf({ clusters, population }: Stratum): readonly [number, number] {
	if (clusters < 2) return [1, 0];
	const left = population === undefined ? 1 : Math.sqrt(Math.max(0, 1 - clusters / population));
	return [1 - left, (left * clusters) / (clusters - 1)];
}

/** The clusters with a row, by stratum, ascending. */
function clustersOf({ strata, stratum, cluster }: ClusterColumns): number[][] {
	const members = strata.map(() => new Set<number>());
	for (let row = 0; row < cluster.length; row++) {
		members[stratum[row] ?? 0]?.add(cluster[row] ?? 0);
	}
	return members.map((ids, h) => {
		const { id = '', clusters = 0 } = strata[h] ?? {};
		if (ids.size > clusters) {
			throw new RangeError(`Stratum ${id} has ${ids.size} clusters but declares ${clusters}`);
		}
		return [...ids].sort((a, b) => a - b);
	});
}

export interface ReplicateQuestion {
	readonly kind: Kind;
	readonly by: readonly string[];
	readonly where: Restriction;
}

/** The value of one key, and what it would have been in each replicate. */
export interface KeyReplicates {
	readonly key: readonly string[];
	/** Null where there is none, and then none in any replicate. */
	readonly value: number | null;
	/** By replicate; NaN in one that has nobody of this key. */
	readonly values: Float64Array;
}

/**
 * The values of each key in every replicate. Replicate b is the same for all keys, and for all indicators and
 * tables asked with factors of the same seed.
 * @throws RangeError when a cluster of the cells is not among those that the factors were made for
 */
export function replicateValues(
	cells: Cells,
	{ kind, by, where }: ReplicateQuestion,
	factors: ReplicateFactors
): KeyReplicates[] {
	return tally(cells, by, where).map((one) => {
		const undefinedValue = one.n === 0 || (kind !== 'total' && one.x === 0);
		if (undefinedValue) {
			return { key: one.key, value: null, values: new Float64Array(factors.replicates).fill(NaN) };
		}
		const y = replicateSums(one, one.clusters.wy, factors);
		if (kind === 'total') return { key: one.key, value: one.y + 0, values: y };
		const x = replicateSums(one, one.clusters.wx, factors);
		const values = y.map((sum, r) => (x[r] === 0 ? NaN : sum / (x[r] ?? NaN)));
		return { key: one.key, value: one.y / one.x + 0, values };
	});
}

/** Σ over clusters of factor·sum, by replicate. */
function replicateSums(
	{ clusters: { cluster } }: Tally,
	sums: readonly number[],
	{ replicates, rows, stratum, times, base, slope }: ReplicateFactors
): Float64Array {
	const all = new Float64Array(replicates);
	let fixed = 0;
	cluster.forEach((id, i) => {
		const row = rows.get(id);
		if (row === undefined) throw new RangeError(`Cluster ${id} has no replicate factors`);
		const sum = sums[i] ?? 0;
		fixed += (base[stratum[row] ?? 0] ?? 1) * sum;
		const share = (slope[stratum[row] ?? 0] ?? 0) * sum;
		if (share === 0) return;
		const from = row * replicates;
		for (let r = 0; r < replicates; r++) all[r] = (all[r] ?? 0) + share * (times[from + r] ?? 0);
	});
	return all.map((sum) => sum + fixed);
}

/**
 * The standard error of replicates: √(Σ (θ_r − θ̄)²/(B − 1)) over those that have a value.
 * @returns null when fewer than two have one
 */
export function replicateError(values: Float64Array): number | null {
	const known = values.filter((value) => !Number.isNaN(value));
	if (known.length < 2) return null;
	const rscales = Array.from(known, () => 1);
	const scale = 1 / (known.length - 1);
	return Math.sqrt(replicateVariance({ weights: [], scale, rscales, mse: false }, known, 0));
}
