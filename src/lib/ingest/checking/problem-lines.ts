import type { RuleId } from '#lib/vocabulary/messages/import-problems.ts';
import type { SqlValue, Warehouse } from '#lib/warehouse/warehouse.ts';
import type { Severity } from './check.ts';
import { importTables } from './plan.ts';

/** One place in the file that a rule speaks against. */
export interface ProblemLine {
	readonly rule: RuleId;
	readonly severity: Severity;
	/** Row of the file; null where the problem is about no row. */
	readonly row: number | null;
	/** Heading in the file. */
	readonly column: string | null;
	/** The cell, cut to 200 characters; or the key, or the stratum. */
	readonly value: string | null;
}

export interface ProblemFilter {
	readonly rule?: RuleId;
	readonly severity?: Severity;
	readonly column?: string;
	/** Lines to skip, and to give at most. */
	readonly offset?: number;
	readonly limit?: number;
}

export interface ProblemPage {
	readonly lines: readonly ProblemLine[];
	/** Lines that fit the filter. */
	readonly total: number;
}

/** A page of the problems that the last check of this warehouse found, in the order of the file. */
export async function problemLines(
	warehouse: Warehouse,
	{ rule, severity, column, offset = 0, limit = 100 }: ProblemFilter = {}
): Promise<ProblemPage> {
	const asked = Object.entries({ rule, severity, column }).filter(([, is]) => is !== undefined);
	const conditions = asked.map(([name]) => `"${name}" = ?`).join(' AND ') || 'true';
	const bound = asked.map(([, is]): SqlValue => is ?? null);
	const where = `FROM ${importTables.problems} WHERE ${conditions}`;
	const counted = await warehouse.query(`SELECT count(*) AS n ${where}`, bound);
	const page = await warehouse.query(
		`SELECT rule, severity, row, "column", value ${where}
ORDER BY row NULLS LAST, rule, "column", value LIMIT ${limit} OFFSET ${offset}`,
		bound
	);
	const columns = ['rule', 'severity', 'row', 'column', 'value'].map((name) => page.column(name));
	return {
		total: Number(counted.column('n')[0]),
		lines: Array.from({ length: page.rows }, (_, i) => {
			const [rule, severity, row, column, value] = columns.map((cells) => cells[i] ?? null);
			return { rule, severity, row, column, value } as ProblemLine;
		})
	};
}
