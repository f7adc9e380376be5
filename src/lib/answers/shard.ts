import type { Cells, DimensionColumn, Stratum } from '#lib/survey/cells.ts';

/**
 * A shard of the answer book: the cells of one table and slice, for several indicators at once.
 * A row is a respondent (and the codes that vary within one, such as the skill rated).
 *
 * Rows that share what they answered share a profile: used, y and x of each indicator, and the codes of
 * dimensions that follow from the answer. A skills audit has a few hundred of them, so a row costs bits.
 */
export interface Shard {
	readonly table: string;
	readonly indicators: readonly string[];
	readonly strata: readonly Stratum[];
	readonly stratum: Uint32Array;
	readonly cluster: Uint32Array;
	readonly unit?: Uint32Array;
	readonly weight: Float64Array;
	readonly dimensions: Readonly<Record<string, DimensionColumn>>;
	/** Row → profile. */
	readonly profile: Uint32Array;
	/** By indicator, profile → asked and used (1 or 0), sum of numerators and of denominators of one respondent. */
	readonly measures: Readonly<Record<string, ProfileMeasure>>;
}

export interface ProfileMeasure {
	readonly asked: Float64Array;
	readonly used: Float64Array;
	readonly y: Float64Array;
	readonly x: Float64Array;
}

/** The cells of one indicator of a shard. */
export function cellsOfShard(shard: Shard, indicator: string): Cells {
	const measure = shard.measures[indicator];
	if (!measure) throw new RangeError(`The shard has no indicator ${indicator}`);
	const { length } = shard.profile;
	const sums = { ...emptySums(length) };
	for (let row = 0; row < length; row++) {
		const profile = shard.profile[row] ?? 0;
		const weight = shard.weight[row] ?? 0;
		const used = (measure.used[profile] ?? 0) > 0;
		if (!(weight > 0)) continue;
		if (!used) {
			sums.missing[row] = (measure.asked[profile] ?? 0) > 0 ? 1 : 0;
			continue;
		}
		const y = measure.y[profile] ?? 0;
		const x = measure.x[profile] ?? 0;
		sums.n[row] = 1;
		sums.w[row] = weight;
		sums.wy[row] = weight * y;
		sums.wx[row] = weight * x;
		sums.wyy[row] = weight * y * y;
		sums.wxy[row] = weight * x * y;
		sums.wxx[row] = weight * x * x;
	}
	const { strata, stratum, cluster, unit, dimensions } = shard;
	return { length, strata, stratum, cluster, ...(unit ? { unit } : {}), dimensions, ...sums };
}

function emptySums(length: number) {
	const zeros = (): Float64Array => new Float64Array(length);
	return {
		...{ n: zeros(), missing: zeros(), w: zeros(), wy: zeros(), wx: zeros() },
		...{ wyy: zeros(), wxy: zeros(), wxx: zeros() }
	};
}
