import { readFileSync } from 'node:fs';
import { domainOf, evaluate } from '#lib/survey/cases/evaluate.ts';
import type { Condition, VariableSpec } from '#lib/survey/cases/spec.ts';
import { tableOf, type Table as TypedTable } from '#lib/survey/cases/table.ts';
import type { Cells } from '#lib/survey/cells.ts';
import type { Kind } from '#lib/survey/linearise.ts';
import { emptyTally, tally, type Tally } from '#lib/survey/tally.ts';
import { makeCells, readTable, text, type Design } from './oracle-cells.ts';

export interface OracleCase {
	readonly id: string;
	readonly dataset: string;
	readonly design: Design;
	readonly estimator: string;
	readonly variable?: VariableSpec;
	readonly numerator?: VariableSpec;
	readonly denominator?: VariableSpec;
	readonly measure?: Kind;
	readonly cells?: readonly { readonly label: string; readonly domain: readonly Condition[] }[];
	readonly coefs?: readonly number[];
	readonly scale?: 'difference' | 'relative' | 'ratio' | 'log_ratio';
	readonly by?: readonly string[] | null;
	readonly domain?: readonly Condition[] | null;
	readonly level: number;
	readonly expected: { readonly error?: string; readonly rows?: readonly OracleRow[] };
	readonly tolerance: { estimate_rel: number; se_rel: number; ci_rel: number };
}

export interface OracleRow {
	readonly group?: Readonly<Record<string, string | number>> | null;
	readonly category?: string | number;
	readonly method?: string;
	readonly estimate: number | null;
	readonly se: number | null;
	readonly ci_low?: number | null;
	readonly ci_high?: number | null;
	readonly ci_low_z?: number | null;
	readonly df?: number;
	readonly n?: number;
	readonly sum_weights?: number;
	readonly n_psu?: number;
	readonly n_strata?: number;
	readonly deff?: number | null;
	readonly se_if_covariance_ignored?: number;
	readonly cells?: readonly OracleRow[];
	readonly covariance?: readonly (readonly number[])[];
}

export function readCases(family: string): OracleCase[] {
	const url = new URL(`../oracles/cases/${family}.json`, import.meta.url);
	const file: { cases: OracleCase[] } = JSON.parse(readFileSync(url, 'utf8'));
	return file.cases;
}

/** Whether linearisation over first-stage clusters can answer the case. */
export function isWithinReach({ estimator, design }: OracleCase): boolean {
	const hasSecondStage = Boolean(design.ssu && design.fpc) && !design.ultimate_cluster;
	return estimator !== 'quantile' && !hasSecondStage;
}

export function kindOf({ estimator, measure }: OracleCase): Kind {
	if (estimator === 'contrast') return measure ?? 'mean';
	return estimator === 'total' || estimator === 'ratio' ? estimator : 'mean';
}

let last: { spec: OracleCase; category: string | number | undefined; cells: Cells } | undefined;

/** The cells of a case; for a proportion, those of one category. */
export function cellsOf(spec: OracleCase, category?: string | number): Cells {
	if (last?.spec !== spec || last.category !== category) {
		last = { spec, category, cells: buildCells(spec, category) };
	}
	return last.cells;
}

function buildCells(spec: OracleCase, category?: string | number): Cells {
	const variable = spec.numerator ?? spec.variable ?? { const: 1 };
	const y =
		category === undefined
			? evaluated(spec.dataset, variable)
			: isCategory(spec.dataset, variable, category);
	const cells = assemble(spec, y);
	return spec.estimator === 'variance' ? assemble(spec, squares(spec, cells, y)) : cells;
}

/** A population variance is the mean of (y − m)²·n/(n − 1), m and n those of the group. */
function squares({ by, dataset }: OracleCase, cells: Cells, y: (row: number) => number) {
	const groups = new Map(tally(cells, by ?? [], {}).map((t) => [t.key.join(), t]));
	return (row: number) => {
		const key = (by ?? []).map((column) => text(readTable(dataset), column, row)).join();
		const { y: sum, x, n } = groups.get(key) ?? emptyTally([]);
		return ((y(row) - sum / x) ** 2 * n) / (n - 1);
	};
}

function assemble(spec: OracleCase, y: (row: number) => number): Cells {
	const table = readTable(spec.dataset);
	const conditions = [spec.domain ?? [], ...(spec.cells ?? []).map(({ domain }) => domain)];
	const domains = conditions.map((list, i) => {
		const inside = domainOf(typedTable(spec.dataset), list);
		const code = (row: number) => (inside[row] === 1 ? 'in' : '');
		return [`domain${i}`, code] as const;
	});
	const split = (spec.by ?? []).map((column) => {
		return [column, (row: number) => text(table, column, row)] as const;
	});
	return makeCells(table, spec.design, {
		y,
		x: spec.denominator ? evaluated(spec.dataset, spec.denominator) : () => 1,
		dimensions: Object.fromEntries([...domains, ...split])
	});
}

/** The tallies of all groups in the domain of the case. */
export function talliesOf(spec: OracleCase, cells: Cells): Tally[] {
	return tally(cells, spec.by ?? [], { domain0: ['in'] });
}

export function tallyOf(tallies: readonly Tally[], { by }: OracleCase, row: OracleRow): Tally {
	const key = (by ?? []).map((column) => String(row.group?.[column]));
	return tallies.find((t) => t.key.every((code, i) => code === key[i])) ?? emptyTally(key);
}

/** The tally of each domain that a contrast compares. */
export function termsOf(spec: OracleCase): Tally[] {
	const cells = cellsOf(spec);
	return (spec.cells ?? []).map((_, i) => {
		const [only] = tally(cells, [], { domain0: ['in'], [`domain${i + 1}`]: ['in'] });
		return only ?? emptyTally([]);
	});
}

/** Row → the number, by the code that answers `check-estimates`. */
function evaluated(dataset: string, variable: VariableSpec): (row: number) => number {
	const column = evaluate(typedTable(dataset), variable);
	return (row) => column[row] ?? NaN;
}

function isCategory(dataset: string, variable: VariableSpec, category: string | number) {
	if (typeof variable !== 'string') throw new TypeError('A proportion is of a column');
	return evaluated(dataset, { indicator: { column: variable, op: '==', value: category } });
}

const typedTables = new Map<string, TypedTable>();

function typedTable(dataset: string): TypedTable {
	const url = new URL(`../oracles/${dataset}`, import.meta.url);
	const table = typedTables.get(dataset) ?? tableOf(readFileSync(url, 'utf8'));
	typedTables.set(dataset, table);
	return table;
}
