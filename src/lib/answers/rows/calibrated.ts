import {
	calibrate,
	poststratify,
	rake,
	type Calibration,
	type Margin
} from '#lib/survey/calibrate.ts';
import { noCode } from '#lib/survey/cells.ts';
import { dot, type Columns } from '#lib/survey/matrix.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import type { CalibrationAsked, Population } from './asked.ts';
import type { RowTable } from './row-table.ts';

/** Totals that are met to this part of themselves are met. */
const close = 1e-7;

/** The table with weights that meet known totals and a variance that knows it, or why they cannot. */
export function calibrated(table: RowTable, asked: CalibrationAsked): RowTable | Problem {
	try {
		const calibration = calibrationOf(table, asked);
		if (!calibration) return table;
		const sample = { ...table.sample, weight: calibration.weight, calibration };
		return { ...table, sample };
	} catch (error) {
		if (error instanceof ProblemError) return error.problem;
		if (error instanceof RangeError) return problem('bad-totals');
		throw error;
	}
}

function calibrationOf(table: RowTable, asked: CalibrationAsked): Calibration | undefined {
	const { weight } = table.sample;
	if (asked.poststratify) {
		const { by, population } = asked.poststratify;
		return poststratify(weight, marginOf(table, by, population));
	}
	if (asked.rake) {
		const margins = Object.entries(asked.rake.margins).map(([column, population]) => ({
			column,
			...marginOf(table, [column], population)
		}));
		assertSameTotal(margins);
		const found = rake(weight, margins);
		if (!margins.every((margin) => isMet(found.weight, margin))) throw new RangeError('Not met');
		return found;
	}
	if (!asked.calibrate) return undefined;
	const { totals, distance = 'linear' } = asked.calibrate;
	const known = Object.entries(totals).flatMap(([name, total]) => columnsOf(table, name, total));
	const columns = known.map(({ column }) => column);
	const aims = known.map(({ total }) => total);
	const found = calibrate(weight, { columns, totals: aims }, distance);
	assertReached(found.weight, columns, aims);
	return found;
}

/** Each respondent's category, all of which must have a population, and somebody. */
function marginOf(table: RowTable, by: readonly string[], population: Population): Margin {
	const codes = by.map((id) => respondentCodes(table, id));
	const cells = flatten(population, by.length);
	const numbers = new Map(cells.map(({ path }, i) => [path.join('\u001f'), i]));
	const name = by.join(', ');
	const outside: number[] = [];
	const category = Uint32Array.from({ length: table.sample.length }, (_, row) => {
		const at = numbers.get(codes.map((column) => column[row] ?? '').join('\u001f'));
		if (at === undefined) outside.push(row);
		return at ?? 0;
	});
	const [first] = outside;
	if (first !== undefined) {
		const code = codes.map((column) => column[first] || 'blank').join(', ');
		throw refused({ column: name, code, ...rowsOf(outside) });
	}
	const met = new Set(category);
	const absent = cells.find((_, i) => !met.has(i));
	if (absent) throw refused({ column: name, absent: absent.path.join(', ') });
	return { category, population: cells.map(({ count }) => count) };
}

/** Every path through the nested codes that is as deep as there are columns. */
function flatten(population: Population, depth: number): { path: string[]; count: number }[] {
	return Object.entries(population).flatMap(([code, inner]) => {
		if (typeof inner === 'number') {
			if (depth !== 1) throw refused({ depth });
			return [{ path: [code], count: inner }];
		}
		if (depth <= 1) throw refused({ depth });
		return flatten(inner, depth - 1).map(({ path, count }) => ({ path: [code, ...path], count }));
	});
}

/** The code of each respondent, who may not have two. */
function respondentCodes({ respondent, dimensions, sample }: RowTable, id: string): string[] {
	const column = dimensions[id];
	const found = new Array<string>(sample.length).fill('');
	const seen = new Uint8Array(sample.length);
	respondent.forEach((row, record) => {
		const index = column?.index[record] ?? noCode;
		const code = index === noCode ? '' : (column?.codes[index] ?? '');
		if (seen[row] === 1 && found[row] !== code) throw refused({ column: id, several: 1 });
		seen[row] = 1;
		found[row] = code;
	});
	return found;
}

function columnsOf(
	table: RowTable,
	name: string,
	total: number | Readonly<Record<string, number>>
): { column: Float64Array; total: number }[] {
	const { sample } = table;
	if (typeof total !== 'number') {
		const codes = respondentCodes(table, name);
		const blank = [...codes.keys()].filter((row) => codes[row] === '');
		if (blank.length > 0) throw refused({ column: name, code: 'blank', ...rowsOf(blank) });
		return Object.entries(total).map(([code, aim]) => {
			const column = Float64Array.from(codes, (own) => Number(own === code));
			if (!column.includes(1)) throw refused({ column: name, absent: code });
			return { column, total: aim };
		});
	}
	if (name === 'intercept') return [{ column: new Float64Array(sample.length).fill(1), total }];
	const column = new Float64Array(sample.length);
	table.respondent.forEach((row, record) => (column[row] = table.numbers[name]?.[record] ?? NaN));
	const blank = [...column.keys()].filter((row) => Number.isNaN(column[row]));
	if (blank.length > 0) throw refused({ column: name, code: 'blank', ...rowsOf(blank) });
	return [{ column, total }];
}

/** Margins of one population add up to the same; raking between two would end at neither. */
function assertSameTotal(margins: readonly (Margin & { readonly column: string })[]): void {
	const totals = margins.map(({ population }) => population.reduce((sum, one) => sum + one, 0));
	const [first = 0] = totals;
	const other = totals.findIndex((total) => Math.abs(total - first) > close * Math.abs(first));
	if (other === -1) return;
	const [column = '', second = ''] = [margins[0]?.column, margins[other]?.column];
	throw refused({ column, second, total: first, secondTotal: totals[other] ?? 0 });
}

function isMet(weight: Float64Array, { category, population }: Margin): boolean {
	const sums = population.map(() => 0);
	weight.forEach((w, row) => (sums[category[row] ?? 0] = (sums[category[row] ?? 0] ?? 0) + w));
	return population.every((aim, k) => Math.abs((sums[k] ?? 0) - aim) <= close * Math.abs(aim));
}

function assertReached(weight: Float64Array, columns: Columns, aims: readonly number[]): void {
	const largest = Math.max(...aims.map(Math.abs));
	const isReached = aims.every(
		(aim, j) => Math.abs(dot(weight, columns[j] ?? []) - aim) <= close * largest
	);
	if (!isReached) throw new RangeError('The totals are not reached');
}

function rowsOf(rows: readonly number[]): { rows: number; rowNumbers: string } {
	const named = rows.slice(0, 5).map((row) => row + 1);
	return { rows: rows.length, rowNumbers: named.join(', ') };
}

function refused(details: Problem['details']): ProblemError {
	return new ProblemError(problem('bad-totals', details));
}
