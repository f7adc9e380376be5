/**
 * Cells: what the estimators read. Two makers, one shape: the published shards and DuckDB.
 *
 * A cell is one respondent, or several of one cluster that share all dimension codes and the weight.
 * Rows are sorted by stratum, then cluster, then unit; a cluster belongs to one stratum.
 */
export interface Cells {
	readonly length: number;
	/** Every stratum of the design, also those without a row here. */
	readonly strata: readonly Stratum[];
	/** Row → index into `strata`. */
	readonly stratum: Uint32Array;
	/** Row → cluster number, unique over the whole design. */
	readonly cluster: Uint32Array;
	/** Row → respondent number. Absent when no two rows belong to the same respondent. */
	readonly unit?: Uint32Array;
	/** A respondent with several rows counts once, if any of them does; numerators are 0 or 1. */
	readonly any?: boolean;
	readonly dimensions: Readonly<Record<string, DimensionColumn>>;
	/** Row → respondents whose answer is used (both parts present, weight above zero). */
	readonly n: Float64Array;
	/** Row → respondents whose answer is missing. */
	readonly missing: Float64Array;
	/** Row → sum of weights of the respondents used. */
	readonly w: Float64Array;
	/** Row → Σ w·y, y the numerator of one respondent (0 where unused). */
	readonly wy: Float64Array;
	/** Row → Σ w·x, x the denominator of one respondent; 1 each for a mean. */
	readonly wx: Float64Array;
	/** Row → Σ w·y², Σ w·x·y, Σ w·x²: what the design effect needs. Ignored when `unit` is given. */
	readonly wyy: Float64Array;
	readonly wxy: Float64Array;
	readonly wxx: Float64Array;
}

export interface Stratum {
	readonly id: string;
	/** Clusters of the whole design in this stratum, counted on all rows before any filter (n_h). */
	readonly clusters: number;
	/** Clusters of the population in this stratum (N_h), for the finite population correction. */
	readonly population?: number;
}

export interface DimensionColumn {
	readonly codes: readonly string[];
	/** Row → index into `codes`, or `noCode` where the answer is missing. */
	readonly index: Uint16Array;
}

export const noCode = 0xffff;
