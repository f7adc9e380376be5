import { isMissing, isValue, isYear } from './cell-kinds.ts';
import { extentOf, filledIn, type GridRow } from './grid.ts';

/** Rows that may be a header; further down nobody puts one. */
const candidates = 40;
/** Rows below a header that are compared with it. */
const rowsBelow = 60;

export interface FoundHeader {
	/** Index among the rows; -1 where none of them is a header. */
	readonly index: number;
	/** From 0 to 1. */
	readonly confidence: number;
	/** Other indexes, the likeliest first. */
	readonly others: readonly number[];
}

/**
 * Finds the row with the names of the columns: as full as the table is wide, text over values, each name once, no
 * full row above it.
 * @param rows from the top, blank ones left out
 */
export function findHeader(rows: readonly GridRow[], width: number): FoundHeader {
	const machine = rows.slice(0, 8).findIndex(isMachineRow);
	if (machine > 0)
		return { index: Math.max(0, machine - 2), confidence: 0.95, others: [machine - 1] };
	const from = belowPreamble(rows, width);
	const scored = rows
		.slice(from, from + candidates)
		.map((_, i) => ({ index: from + i, score: scoreOf(rows, from + i, width) }))
		.sort((a, b) => b.score - a.score);
	const [best, second] = scored;
	if (!best) return { index: -1, confidence: 0, others: [] };
	const others = scored.slice(1, 4).map(({ index }) => index);
	if (looksLikeData(rows, best.index)) {
		return { index: -1, confidence: 0.6, others: [best.index] };
	}
	const lead = best.score - (second?.score ?? 0);
	return { index: best.index, confidence: lead > 1 ? 0.95 : lead > 0.4 ? 0.8 : 0.6, others };
}

/** Where the search begins: at the top, or above the first row that is no line of a long text such as a licence. */
function belowPreamble(rows: readonly GridRow[], width: number): number {
	const least = Math.max(2, 0.6 * width);
	const first = rows.findIndex((row) => filledIn(row) >= least);
	return width < 3 || first < candidates ? 0 : first - 3;
}

/** Marks that a survey tool leaves for itself, in the row below names and question texts. */
export function isMachineRow({ cells }: GridRow): boolean {
	const filled = cells.filter((cell) => cell !== '');
	const marks = filled.filter((cell) => /^\{"ImportId"/.test(cell));
	// The rule that a database draws below the names.
	const isRule = filled.every((cell) => /^[ +]*:?-{2,}[-+: ]*$/.test(cell));
	const isLong = filled.some(
		(cell) => cell.length > 4 && (filled.length > 1 || cell.includes('+'))
	);
	return marks.length * 2 > filled.length || (isRule && isLong);
}

function scoreOf(rows: readonly GridRow[], index: number, width: number): number {
	const row = rows[index];
	if (!row) return 0;
	const cells = row.cells.filter((cell) => cell !== '');
	const names = cells.filter((cell) => !isValue(cell) || isYear(cell));
	const distinct = new Set(cells.map((cell) => cell.toLowerCase()));
	const fullAbove = rows.slice(0, index).filter((above) => filledIn(above) >= 0.8 * width);
	const share = (count: number, of: number) => count / Math.max(1, of);
	return (
		3 * Math.min(1, share(cells.length, width)) +
		2 * share(names.length, cells.length) +
		1.5 * share(distinct.size, cells.length) +
		3 * contrastOf(row, rows.slice(index + 1, index + 1 + rowsBelow)) -
		1.2 * fullAbove.length -
		0.1 * index -
		(extentOf(row) > width ? 0.5 : 0)
	);
}

/** The share of columns in which text stands over values. */
export function contrastOf({ cells }: GridRow, below: readonly GridRow[]): number {
	let [columns, over] = [0, 0];
	cells.forEach((cell, column) => {
		const values = below.map((row) => row.cells[column] ?? '').filter((value) => !isMissing(value));
		if (cell === '' || values.length === 0) return;
		columns++;
		const numbers = values.filter(isValue).length;
		if (numbers >= 0.7 * values.length && (!isValue(cell) || isYear(cell))) over++;
	});
	return columns === 0 ? 0 : over / columns;
}

/** Whether a row is like those below it: values over values, or texts that come again in their columns. */
function looksLikeData(rows: readonly GridRow[], index: number): boolean {
	const row = rows[index];
	const below = rows.slice(index + 1, index + 1 + rowsBelow);
	if (!row || below.length === 0) return false;
	const cells = row.cells.filter((cell) => cell !== '');
	if (cells.length === 0 || contrastOf(row, below) > 0.2) return false;
	const values = cells.filter((cell) => isValue(cell) && !isYear(cell));
	if (values.length * 2 >= cells.length) return true;
	if (below.length < 5) return values.length * 3 >= cells.length;
	const again = row.cells.filter(
		(cell, column) => cell !== '' && below.some((other) => other.cells[column] === cell)
	);
	return again.length * 2 >= cells.length;
}
