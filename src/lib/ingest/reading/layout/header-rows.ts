import { isMissing, isUnit, isValue, isYear } from './cell-kinds.ts';
import { extentOf, filledIn, type GridRow } from './grid.ts';
import { contrastOf, isMachineRow, type FoundHeader } from './header.ts';

const mostRows = 4;

/**
 * Indexes of the first and the last row of a header of which `index` is one: heads of groups above it, `Skills` over
 * three columns, and a row below that names what it leaves open.
 */
export function findHeaderRows(
	rows: readonly GridRow[],
	index: number,
	width: number
): { readonly from: number; readonly to: number } {
	let [from, to] = [index, index];
	const isParted = () => isCompleted(rows, to, width) || isSubdivided(rows, to);
	while (to - from < mostRows - 1 && isParted()) to++;
	while (to - from < mostRows - 1 && isGroupRow(rows[from - 1], rows[from], width)) from--;
	return { from, to };
}

/** Whether the row below `at` is a second row of the header: it fills columns that are blank there. */
function isCompleted(rows: readonly GridRow[], at: number, width: number): boolean {
	const [row, next] = [rows[at], rows[at + 1]];
	if (!row || !next || next.row !== row.row + 1) return false;
	const blank = Array.from({ length: width }, (_, i) => i).filter((i) => !row.cells[i]);
	const filled = blank.filter((i) => next.cells[i]);
	const below = rows.slice(at + 2, at + 62);
	if (blank.length === 0 || below.length === 0) return false;
	if (next.cells.some((cell) => isValue(cell) && !isYear(cell))) return false;
	// A table of texts alone may have a column without a name: then the row below is data like the others.
	const isData = filledIn(next) >= 0.8 * width && contrastOf(next, below) < 0.2;
	return filled.length >= 0.7 * blank.length && (!isData || isLeftOpen(row, next, below));
}

/**
 * The header, where the row that was taken for the fullest of all texts holds the items below the questions: answers
 * come again in the rows as the items stand there, and only the row above has a name for what is never blank.
 */
export function withQuestionsAbove(
	header: FoundHeader,
	rows: readonly GridRow[],
	width: number
): FoundHeader {
	const items = header.others[0] ?? 0;
	const [questions, next] = [rows[items - 1], rows[items]];
	if (header.index >= 0 || !questions || !next) return header;
	const isOpen = isLeftOpen(questions, next, rows.slice(items + 1, items + 61));
	if (!isOpen || !isCompleted(rows, items - 1, width)) return header;
	return { index: items - 1, confidence: 0.7, others: [items] };
}

/** Whether a row says nothing where the name above is enough and every row of data says something. */
function isLeftOpen(row: GridRow, next: GridRow, below: readonly GridRow[]): boolean {
	const open = row.cells.flatMap((cell, i) => (cell !== '' && !next.cells[i] ? [i] : []));
	return below.length >= 5 && open.some((i) => below.every((other) => Boolean(other.cells[i])));
}

/** Whether the names at `at` come several times and the row below tells them apart, over values as they are. */
function isSubdivided(rows: readonly GridRow[], at: number): boolean {
	const [row, next] = [rows[at], rows[at + 1]];
	if (!row || !next || next.row !== row.row + 1 || next.cells.some(isValue)) return false;
	const [names, cells] = [row, next].map((one) => one.cells.filter((cell) => cell !== ''));
	if (!names || !cells || names.length < 4 || new Set(names).size > 0.7 * names.length)
		return false;
	const below = rows.slice(at + 2, at + 62);
	const units = cells.filter(isUnit).length;
	return units < 0.6 * cells.length && contrastOf(next, below) >= 0.6;
}

/** Whether a row holds the heads of groups of the columns below it. */
function isGroupRow(above: GridRow | undefined, row: GridRow | undefined, width: number): boolean {
	if (!above || !row || above.row !== row.row - 1 || width < 3) return false;
	const places = above.cells.flatMap((cell, i) => (cell === '' ? [] : [i]));
	const [first = 0, second] = places;
	if (places.length === 0 || extentOf(above) > width) return false;
	if (above.cells.some((cell) => isValue(cell) && !isYear(cell))) return false;
	// A cell at the left alone is a title; two beside each other at the left are a name and its value.
	if (places.length === 1) return first > 0;
	if (places.length === 2 && width > 3 && first === 0 && second === 1) return false;
	return places.length < width || new Set(above.cells).size < places.length;
}

export interface FoundLabels {
	/** Index of the first row of data. */
	readonly first: number;
	/** Index of the row that labels the columns, where there is one. */
	readonly label?: number;
	/** `machine`: marks that a survey tool leaves for itself. */
	readonly kind?: 'units' | 'questions' | 'machine';
}

/** Rows between the header and the data: units, question texts, marks of a survey tool. */
export function findLabels(rows: readonly GridRow[], header: number): FoundLabels {
	let found: FoundLabels = { first: header + 1 };
	for (let at = header + 1; at <= header + 3; at++) {
		const kind = kindOfLabels(rows, header, at);
		if (!kind) break;
		const label = kind === 'machine' ? found.label : at;
		found = { first: at + 1, kind: found.kind ?? kind, ...(label === undefined ? {} : { label }) };
	}
	return found;
}

function kindOfLabels(rows: readonly GridRow[], header: number, at: number): FoundLabels['kind'] {
	const [names, row] = [rows[header], rows[at]];
	const below = rows.slice(at + 1, at + 61);
	if (!names || !row || below.length === 0) return undefined;
	const cells = row.cells.filter((cell) => !isMissing(cell));
	const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length;
	// Texts that come again below are data, such as codes of three letters.
	const isRepeated = row.cells.some(
		(cell, i) => cell !== '' && below.some((other) => other.cells[i] === cell)
	);
	if (isMachineRow(row)) return 'machine';
	if (cells.length === 0 || isRepeated) return undefined;
	if (below[0] && isMachineRow(below[0])) return 'questions';
	const contrast = contrastOf(row, below);
	const isBracketed = share((cell) => /^[([].*[)\]]$/.test(cell)) >= 0.6;
	if ((isBracketed || share(isUnit) >= 0.6) && contrast >= 0.3) return 'units';
	const isSentence = (cell: string) => cell.length >= 12 && /\s/.test(cell) && !isValue(cell);
	const short = names.cells.filter((cell) => /^\S{1,24}$/.test(cell)).length;
	const isQuestions = short >= 0.7 * filledIn(names) && share(isSentence) >= 0.6;
	return isQuestions && contrast >= 0.25 ? 'questions' : undefined;
}
