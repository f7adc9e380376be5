import { compare } from './compare.ts';
import { sampleOf } from './design.ts';
import { runCase, type Outcome } from './run-case.ts';
import type { CaseSpec, Cell } from './spec.ts';
import { columnNamed, tableOf, type Table } from './table.ts';

/** The text of a file under the root. */
type ReadText = (path: string) => string;

/** One line for each mismatch, and how many cases came out as expected. */
export interface Report {
	readonly lines: readonly string[];
	readonly passed: number;
	readonly failed: number;
}

/** Computes all cases and compares each with what it expects. An unknown estimator counts as failed. */
export function checkCases(cases: readonly CaseSpec[], readText: ReadText): Report {
	const read = tableReader(readText);
	const lines: string[] = [];
	let failed = 0;
	for (const spec of cases) {
		const own = checkCase(spec, read);
		if (own.length > 0) failed++;
		lines.push(...own);
	}
	return { lines, passed: cases.length - failed, failed };
}

/** An error that is a result: R stops at a stratum with one cluster as well. */
const lonely = 'has only one PSU';

/** What is computed, by the id of the case: rows, the fields of a result without rows, an error or 'skipped'. */
export function computeCases(
	cases: readonly CaseSpec[],
	readText: ReadText
): { readonly results: Readonly<Record<string, Cell>>; readonly failed: number } {
	const read = tableReader(readText);
	let failed = 0;
	const results = cases.map((spec): [string, Cell] => {
		const outcome = attempt(spec, read);
		if (outcome === 'skipped' || ('error' in outcome && !outcome.error.includes(lonely))) failed++;
		return [spec.id, printed(outcome)];
	});
	return { results: Object.fromEntries(results), failed };
}

function printed(outcome: Outcome): Cell {
	if (outcome === 'skipped') return 'skipped';
	if ('rows' in outcome) return outcome.rows;
	return 'fields' in outcome ? outcome.fields : { error: outcome.error };
}

function checkCase(spec: CaseSpec, read: (path: string) => Table): string[] {
	const outcome = attempt(spec, read);
	if (outcome === 'skipped') return [`${spec.id}: skipped, unknown estimator ${spec.estimator}`];
	if (!spec.expected && !spec.rows) {
		return [`${spec.id}: ${'error' in outcome ? outcome.error : 'the case expects nothing'}`];
	}
	const lines = compare(spec, outcome).map(({ field, expected, got }) => {
		return `${spec.id}: ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got) ?? 'nothing'}`;
	});
	return [...lines, ...compareWeights(spec, read)];
}

/** A file that cannot be read is an error of the case, not of the run. */
function attempt(spec: CaseSpec, read: (path: string) => Table): Outcome {
	try {
		return runCase(spec, read);
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}

/** Calibrated weights, row by row, to 1e-7. */
function compareWeights(spec: CaseSpec, read: (path: string) => Table): string[] {
	const path = spec.expected?.calibrated_weights_file;
	if (path === undefined) return [];
	const field = `${spec.id}: weights in ${path}`;
	try {
		const { number: expected } = columnNamed(read(path), 'weight');
		const { weight } = sampleOf(read(spec.dataset ?? ''), spec.design ?? {});
		const row = expected.findIndex((value, i) => {
			return !(Math.abs((weight[i] ?? NaN) - value) <= 1e-7 * Math.abs(value));
		});
		if (row === -1) return [];
		return [`${field}: row ${row + 1}: expected ${expected[row]}, got ${weight[row]}`];
	} catch (error) {
		return [`${field}: ${error instanceof Error ? error.message : String(error)}`];
	}
}

/** Reads each file once. */
function tableReader(readText: ReadText): (path: string) => Table {
	const tables = new Map<string, Table>();
	return (path) => {
		const known = tables.get(path) ?? tableOf(readText(path));
		tables.set(path, known);
		return known;
	};
}
