import type { Outcome } from './run-case.ts';
import type { CaseSpec, Cell, Row } from './spec.ts';

/** A field that is not as expected. */
export interface Mismatch {
	/** Path such as rows[2].se. */
	readonly field: string;
	readonly expected: Cell;
	readonly got: Cell;
}

/** How far a number may be off: relative to the larger of what is expected and a size of the row. */
interface Allowance {
	readonly relative: number;
	readonly size: number;
}

/** Fields that describe how the reference was made, or are compared by other means. */
const notCompared = ['accept_tie', 'calibrated_weights_file'];

/** What differs between the outcome of a case and what the case expects, by the tolerance it states. */
export function compare(spec: CaseSpec, outcome: Outcome): Mismatch[] {
	const { expected = {}, tolerance = {} } = spec;
	if (outcome === 'skipped') return [{ field: 'estimator', expected: null, got: 'skipped' }];
	if (expected.error !== undefined || 'error' in outcome) {
		const got = 'error' in outcome ? outcome.error : null;
		const isExpected = isSameError(expected.error, got);
		return isExpected ? [] : [{ field: 'error', expected: expected.error ?? null, got }];
	}
	if ('fields' in outcome) {
		const { fields } = outcome;
		// Which words say that a decomposition is undefined is not compared.
		if (Boolean(expected.undefined) && Boolean(fields.undefined)) return [];
		const whole = fields.gap ?? fields.difference;
		const size = typeof whole === 'number' ? Math.abs(whole) : 0;
		return compareFields(expected, fields, { path: '', allow: () => relativeTo(tolerance, size) });
	}
	const rows = spec.rows ?? expected.rows ?? [];
	if (rows.length !== outcome.rows.length) {
		return [{ field: 'rows', expected: rows.length, got: outcome.rows.length }];
	}
	return rows.flatMap((row, i) => compareRow({ row, got: outcome.rows[i] ?? {}, i }, tolerance));
}

/**
 * A stratum with one cluster is named as R names it, perhaps after words on where R met it; other errors have
 * words of their own.
 */
function isSameError(expected: string | undefined, got: string | null): boolean {
	if (expected === undefined || got === null) return false;
	const isLonely = [expected, got].some((words) => words.includes('only one PSU'));
	return !isLonely || expected.endsWith(got);
}

function relativeTo(tolerance: Readonly<Record<string, number>>, size: number): Allowance {
	return { relative: tolerance.rel ?? 1e-9, size };
}

function compareRow(
	{ row, got, i }: { readonly row: Row; readonly got: Row; readonly i: number },
	tolerance: Readonly<Record<string, number>>
): Mismatch[] {
	const path = `rows[${i}]`;
	const ties = row.accept_tie;
	const allow = allowances(row, tolerance);
	const isTie = Array.isArray(ties) && !isSame(row.estimate, got.estimate, allow('estimate'));
	if (isTie && typeof got.estimate === 'number') {
		const [low, high] = [Math.min(...ties), Math.max(...ties)];
		const noise = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
		const isBetween = got.estimate >= low - noise && got.estimate <= high + noise;
		// Another value of the tie has another interval; the counts stay the same.
		const counts = ['n', 'sum_weights', 'df', 'df_design', 'n_psu', 'n_strata'];
		const kept = Object.entries(row).filter(([name]) => counts.includes(name));
		const estimate = { field: `${path}.estimate`, expected: ties, got: got.estimate };
		return [
			...(isBetween ? [] : [estimate]),
			...compareFields(Object.fromEntries(kept), got, { path, allow })
		];
	}
	return compareFields(row, got, { path, allow });
}

/** Tolerance of a field by its name: limits are judged beside the estimate and its error, counts exactly. */
function allowances(row: Row, tolerance: Readonly<Record<string, number>>) {
	const { estimate_rel = 1e-9, se_rel = 1e-7, ci_rel = 1e-7 } = tolerance;
	const size = (name: string) => (typeof row[name] === 'number' ? Math.abs(row[name]) : 0);
	return (name: string): Allowance => {
		if (name === 'estimate') return { relative: estimate_rel, size: 1e-3 * size('se') };
		if (name.startsWith('ci_')) {
			return { relative: ci_rel, size: Math.max(size('estimate'), size('se')) };
		}
		// Below 1e-12 of the estimate a standard error is rounding, and a design effect below 1e-15.
		if (name.startsWith('se')) {
			return { relative: se_rel, size: (1e-12 / se_rel) * size('estimate') };
		}
		if (name.startsWith('deff')) return { relative: 1e-6, size: 1e-9 };
		if (name === 'covariance') return { relative: 1e-6, size: 0 };
		// Per cent: of equal incomes it is 0 but for rounding.
		if (name === 'gini_percent') return { relative: tolerance.rel ?? 1e-9, size: 1 };
		return { relative: tolerance.rel ?? 1e-9, size: 0 };
	};
}

const exact = ['n', 'n_psu', 'n_strata', 'n_category', 'df', 'df_design', 'n_A', 'n_B'];

function compareFields(
	expected: Row,
	got: Row,
	{ path, allow }: { readonly path: string; readonly allow: (name: string) => Allowance }
): Mismatch[] {
	return Object.entries(expected).flatMap(([name, cell]) => {
		if (notCompared.includes(name)) return [];
		const allowance = exact.includes(name) ? { relative: 0, size: 0 } : allow(name);
		const field = path === '' ? name : `${path}.${name}`;
		return compareCells({ field, expected: cell, got: got[name] }, allowance, allow);
	});
}

function compareCells(
	{ field, expected, got }: Mismatch,
	allowance: Allowance,
	allow: (name: string) => Allowance
): Mismatch[] {
	if (Array.isArray(expected)) {
		const list = Array.isArray(got) ? (got as readonly Cell[]) : [];
		if (list.length !== expected.length) return [{ field, expected, got }];
		const size = Math.max(allowance.size, largest(expected));
		return expected.flatMap((cell: Cell, i) =>
			compareCells(
				{ field: `${field}[${i}]`, expected: cell, got: list[i] },
				{ ...allowance, size },
				allow
			)
		);
	}
	if (typeof expected === 'object' && expected !== null) {
		if (typeof got !== 'object' || got === null || Array.isArray(got)) {
			return [{ field, expected, got }];
		}
		const inner = field.includes('cells[') ? allowances(expected as Row, {}) : () => allowance;
		return compareFields(expected as Row, got as Row, { path: field, allow: inner });
	}
	return isSame(expected, got, allowance) ? [] : [{ field, expected, got }];
}

function isSame(expected: Cell, got: Cell, { relative, size }: Allowance): boolean {
	if (expected === null || expected === undefined) return got === null || got === undefined;
	if (typeof expected === 'boolean') return expected === got;
	if (typeof expected !== 'number') return String(expected) === String(got);
	if (typeof got !== 'number') return false;
	return Math.abs(got - expected) <= relative * Math.max(Math.abs(expected), size);
}

function largest(cells: readonly Cell[]): number {
	const sizes = cells.map((cell) => {
		if (Array.isArray(cell)) return largest(cell as readonly Cell[]);
		return typeof cell === 'number' ? Math.abs(cell) : 0;
	});
	return Math.max(0, ...sizes);
}
