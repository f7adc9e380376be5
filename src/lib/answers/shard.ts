import type { Cells, DimensionColumn, Stratum } from '#lib/survey/cells.ts';
import { indicators } from '#lib/indicators/declared.ts';
import { sumsOfRespondents } from './respondent-sums.ts';

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

/** Cells made before: a page asks for the same indicator many times. */
const made = new WeakMap<Shard, Map<string, Cells>>();

/** The cells of one indicator of a shard. */
export function cellsOfShard(shard: Shard, indicator: string): Cells {
	const known = made.get(shard) ?? new Map<string, Cells>();
	made.set(shard, known);
	const cells = known.get(indicator) ?? makeCells(shard, indicator);
	known.set(indicator, cells);
	return cells;
}

function makeCells(shard: Shard, indicator: string): Cells {
	const measure = shard.measures[indicator];
	if (!measure) throw new RangeError(`The shard has no indicator ${indicator}`);
	const { length } = shard.profile;
	const { strata, stratum, cluster, unit, dimensions, weight, profile } = shard;
	const sums = sumsOfRespondents(length, {
		weight,
		asked: spread(measure.asked, profile),
		used: spread(measure.used, profile),
		y: spread(measure.y, profile),
		x: spread(measure.x, profile)
	});
	return {
		...{ length, strata, stratum, cluster, dimensions, ...sums },
		...(unit ? { unit } : {}),
		...(indicators[indicator]?.any ? { any: true } : {})
	};
}

/** One value a row from one a profile. */
function spread(values: Float64Array, profile: Uint32Array): Float64Array {
	const rows = new Float64Array(profile.length);
	for (let row = 0; row < rows.length; row++) rows[row] = values[profile[row] ?? 0] ?? 0;
	return rows;
}
