import { noCode, type Cells, type DimensionColumn } from '#lib/survey/cells.ts';
import type { Sample } from '#lib/survey/sample.ts';

/** A survey row by row: its design, what is measured, and the codes of every row. */
export interface RowTable {
	readonly sample: Sample;
	/** Record → row of the sample: a respondent may have several records, such as one for each skill. */
	readonly respondent: Uint32Array;
	/** Record → numerator and denominator; NaN where the answer is missing. */
	readonly y: Float64Array;
	readonly x: Float64Array;
	/** Record → 1 where the question was asked at all. */
	readonly asked: Uint8Array;
	/** Record → code, by column. */
	readonly dimensions: Readonly<Record<string, DimensionColumn>>;
	/** Record → number, by column; NaN where it is missing. */
	readonly numbers: Readonly<Record<string, Float64Array>>;
}

/** Most rows that are taken one by one. */
export const mostRowsEach = 200_000;

/**
 * The records as cells in which every respondent is a cluster of its own, by the order of the sample: sums
 * and scores come out respondent by respondent, and `inferRows` puts the design to them.
 */
export function rowCells(table: RowTable, weight: ArrayLike<number>): Cells {
	const { sample, respondent, y, x, asked, dimensions } = table;
	const position = new Uint32Array(sample.length);
	sample.order.forEach((row, i) => (position[row] = i));
	const place = (record: number) => position[respondent[record] ?? 0] ?? 0;
	const records = Uint32Array.from(respondent.keys()).sort((a, b) => place(a) - place(b) || a - b);
	// Calibrated weights may be negative; 0 stands for a row that is in the design only.
	const w = (record: number) => weight[respondent[record] ?? 0] ?? 0;
	const isUsed = (record: number) =>
		w(record) !== 0 &&
		asked[record] === 1 &&
		!Number.isNaN(y[record] ?? NaN) &&
		!Number.isNaN(x[record] ?? NaN);
	const sum = (of: (record: number) => number) =>
		Float64Array.from(records, (record) => (isUsed(record) ? of(record) : 0));
	const [above, below] = [(r: number) => y[r] ?? 0, (r: number) => x[r] ?? 0];
	const clusters = Uint32Array.from(records, place);
	return {
		length: records.length,
		strata: sample.strata,
		stratum: Uint32Array.from(records, (r) => sample.stratum[respondent[r] ?? 0] ?? 0),
		cluster: clusters,
		...(records.length > sample.length ? { unit: clusters } : {}),
		dimensions: Object.fromEntries(
			Object.entries(dimensions).map(([id, { codes, index }]) => [
				id,
				{ codes, index: Uint16Array.from(records, (r) => index[r] ?? noCode) }
			])
		),
		n: sum(() => 1),
		missing: Float64Array.from(records, (r) => Number(w(r) !== 0 && asked[r] === 1 && !isUsed(r))),
		w: sum(w),
		wy: sum((r) => w(r) * above(r)),
		wx: sum((r) => w(r) * below(r)),
		wyy: sum((r) => w(r) * above(r) ** 2),
		wxy: sum((r) => w(r) * above(r) * below(r)),
		wxx: sum((r) => w(r) * below(r) ** 2)
	};
}

/** A column by its codes; other values are no code. */
export function codeColumn(values: readonly string[], codes: readonly string[]): DimensionColumn {
	const numbers = new Map(codes.map((code, i) => [code, i]));
	return { codes, index: Uint16Array.from(values, (value) => numbers.get(value) ?? noCode) };
}

/** The values that occur, '' left out: whole numbers by size, others by their letters. */
export function sortCodes(values: Iterable<string>): string[] {
	const codes = [...new Set(values)].filter((code) => code !== '');
	const areNumbers = codes.every((code) => /^-?\d{1,15}$/.test(code));
	return codes.sort((a, b) => (areNumbers ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1));
}
