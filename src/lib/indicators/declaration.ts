import type { EstimatorName } from '#lib/vocabulary/estimate.ts';

/**
 * An indicator is declared once. Pages, tooltips, the methods page, the data dictionary, exports and the
 * SQL all read the declaration.
 */
export interface Indicator {
	readonly id: string;
	readonly label: string;
	/** One sentence: what is measured, of whom. */
	readonly definition: string;
	/** The formula as people write it; Σ runs over the domain with weights. */
	readonly formula: string;
	/** How a value is written: a share (0 to 1), a level (1 to 5), a difference of levels, a count, an index (0 to 100). */
	readonly measure: 'share' | 'level' | 'levels' | 'count' | 'index' | 'months' | 'money';
	/** The value is itself a difference that may be 0 or negative, so that its relative error says nothing. */
	readonly signed?: boolean;
	readonly moreIs: 'worse' | 'better' | 'neither';
	readonly table: TableId;
	/** Who is in the denominator, in words. */
	readonly universe: string;
	readonly kind: EstimatorName;
	/** `own`: that of the kind (log-log, Woodruff, or none for a complete count). */
	readonly interval: 'xlogit' | 't' | 'own';
	/** Of a composition, a representation or a dissimilarity: the dimension whose codes are the parts. */
	readonly across?: string;
	/** Of a curve: the month that is asked for. Of a quantile: which one, a half for the median. */
	readonly at?: number;
	/** Of a ratio: numerator and denominator are two groups without a common member, as women and men. */
	readonly apart?: boolean;
	/**
	 * A dimension that has to be fixed, or split by: a worker short of two skills must not count as two people.
	 */
	readonly within?: string;
	/**
	 * A respondent with several rows counts once, if any row does: a worker short of two skills of a course is
	 * one learner. Numerator and denominator are 0 or 1.
	 */
	readonly any?: boolean;
	/** SQL condition over one row: who is asked at all. Rows outside are neither used nor missing. */
	readonly condition?: string;
	/** SQL over one row of the table; NULL where the answer is missing. Of a quantile or curve: the value. */
	readonly numerator: string;
	/** SQL over one row; absent where every row with a numerator counts once. Of a curve: 1 where the event came. */
	readonly denominator?: string;
	/** Where the definition comes from. */
	readonly reference: string;
}

export type TableId = 'audit_skill' | 'audit_establishment' | 'tracer' | 'enrolment' | 'frame';

/** Which columns of a table hold the survey's design. */
export interface TableDesign {
	readonly table: string;
	/** Columns whose combination is the stratum; none: the whole table is one stratum. */
	readonly strata: readonly string[];
	/** Columns whose combination is the cluster within the stratum; none: each unit is its own cluster. */
	readonly cluster: readonly string[];
	/** Column that names the respondent; absent when a row is a respondent. */
	readonly unit?: string;
	/** Absent: every row weighs 1. */
	readonly weight?: string;
	/** Column with the number of clusters in the population of the row's stratum. */
	readonly population?: string;
	/** Everybody was counted: rows hold head counts, and there is no sampling error. */
	readonly complete?: boolean;
}

/** A dimension is declared once, with the column that it reads in each table and the words for it. */
export interface Dimension {
	readonly id: string;
	/** Follows "by …" and stands over the filter. */
	readonly label: string;
	/** Code list in data/code-lists, or `skill`. */
	readonly codeList: string;
	/** SQL over one row, by table. A table that is not named does not have the dimension. */
	readonly expressions: Readonly<Partial<Record<TableId, string>>>;
	/** What the dimension means where a table means something else by it. */
	readonly notes?: Readonly<Partial<Record<TableId, string>>>;
	/** Groups the codes of another dimension; `expressions` is then derived. */
	readonly groups?: {
		readonly dimension: string;
		readonly codes: Readonly<Record<string, string>>;
	};
}
