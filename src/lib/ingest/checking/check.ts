import type { RuleId } from '#lib/vocabulary/messages/import-problems.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** All that a check does with a warehouse. */
export type Queries = Pick<Warehouse, 'query'>;

export type Severity = 'error' | 'warning' | 'note';

/** One line of the report: a rule, and the column that it speaks about. */
export interface ImportProblem {
	readonly rule: RuleId;
	/** An `error` rejects the row; the others leave it in. */
	readonly severity: Severity;
	/** Heading in the file. */
	readonly column?: string;
	/** First row of the file that it holds for. */
	readonly row?: number;
	/** Rows, or columns and strata where the rule is about them. */
	readonly count: number;
	readonly message: string;
}

/** A rule ready to be put to a file. */
export interface Check {
	readonly rule: RuleId;
	readonly severity: Severity;
	/** For the sentence and for filtering. */
	readonly column?: string;
	readonly title?: string;
	readonly limits?: string;
	readonly other?: string | undefined;
	/** Column of the raw table whose cell is shown. */
	readonly cell?: string;
	/** Rows of the staged table that it holds for: a condition, or a query for columns `row` and `value`. */
	readonly where?: string;
	readonly query?: string;
	/** A mask and bit that `where` tests: where no row has it set, the condition is not asked. */
	readonly bit?: { readonly mask: string; readonly index: number };
	/** Field of the table: where it holds no value at all, the rule is a question about the column, and a note. */
	readonly valued?: string;
	/** Of a query: where it holds for more rows than this, something else is the matter and is told instead. */
	readonly most?: { readonly rows: number; readonly instead: RuleId };
}
