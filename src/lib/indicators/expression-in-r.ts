/** What one row adds to an indicator, as expressions of R over the columns of its table; NA where missing. */
export interface InR {
	/** Logical: who is asked at all. Absent: every row. */
	readonly condition?: string;
	readonly numerator: string;
	/** Absent: every row with a numerator counts 1. */
	readonly denominator?: string;
}
