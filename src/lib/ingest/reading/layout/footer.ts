import { isMissing, isNotesHead, isTotal, isValue, startsLikeNote } from './cell-kinds.ts';
import { extentOf, filledIn, type GridRow } from './grid.ts';

/** Where the data of a file end. */
export interface FoundEnd {
	/** Row of the last data; absent where nothing stands below them. */
	readonly lastRow?: number;
	readonly totals: number;
	readonly notes: number;
}

interface Above {
	/** Rows of data from the top, to tell data from notes. */
	readonly like: readonly GridRow[];
	readonly width: number;
	/** First row of data: nothing above it is looked at. */
	readonly from: number;
}

/**
 * Finds totals and footnotes at the end of a file, walking up from its last row.
 * @param tail the last rows, blank ones too
 */
export function findEnd(tail: readonly GridRow[], { like, width, from }: Above): FoundEnd {
	const shapes = new Set(like.map(({ cells }) => shapeOf(cells[0] ?? '')));
	const block = noteBlock(tail, { width, shapes, from });
	let notes = tail.slice(block).filter((row) => filledIn(row) > 0).length;
	let [totals, last] = [0, block];
	for (let at = block - 1; at >= 0; at--) {
		const row = tail[at] as GridRow;
		if (row.row < from) break;
		if (filledIn(row) === 0) continue;
		const isBelowBlank = at > 0 && filledIn(tail[at - 1] as GridRow) === 0;
		if (isNote(row, { width, shapes, isBelowBlank })) notes++;
		else if (isTotalRow(row, width)) totals++;
		else break;
		last = at;
	}
	const above = tail.slice(0, last).findLast((row) => filledIn(row) > 0);
	// Were all rows notes or totals, they would be the data.
	const isAll = !above || above.row < from;
	return totals + notes === 0 || isAll
		? { totals: 0, notes: 0 }
		: { lastRow: above.row, totals, notes };
}

/**
 * Where a part of notes begins: below a blank row, or at a head such as `Footnotes:`, from which on no row is more than
 * half as wide as the table.
 */
function noteBlock(
	tail: readonly GridRow[],
	{ width, shapes, from }: { width: number; shapes: ReadonlySet<string>; from: number }
): number {
	let begins = tail.length;
	if (width < 4) return begins;
	for (let at = tail.length - 1; at > 0; at--) {
		const row = tail[at] as GridRow;
		if (row.row < from || extentOf(row) * 2 > width) break;
		const [first = ''] = row.cells;
		const isBelowBlank = filledIn(tail[at - 1] as GridRow) === 0;
		// A list of notes may have headings of its own: number, text.
		const isList = isBelowBlank && filledIn(row) === 2 && at < tail.length - 1;
		const isOpening = filledIn(row) > 0 && (isBelowBlank || isNotesHead(first));
		if (isList || (isOpening && !shapes.has(shapeOf(first)))) begins = at;
	}
	return begins;
}

function isTotalRow({ cells }: GridRow, width: number): boolean {
	const place = cells.findIndex((cell) => cell !== '');
	const rest = cells.slice(place + 1);
	return (
		width > 1 &&
		place < 3 &&
		isTotal(cells[place] ?? '') &&
		rest.every((cell) => isValue(cell) || isMissing(cell) || isTotal(cell))
	);
}

interface NoteContext {
	readonly width: number;
	/** Shapes of the first cells of rows of data. */
	readonly shapes: ReadonlySet<string>;
	readonly isBelowBlank: boolean;
}

function isNote(row: GridRow, { width, shapes, isBelowBlank }: NoteContext): boolean {
	const [first = ''] = row.cells;
	const [extent, filled] = [extentOf(row), filledIn(row)];
	const isNew = !shapes.has(shapeOf(first));
	if (first !== '' && startsLikeNote(first) && isNew) {
		return width === 1 || filled <= Math.max(1, width / 2);
	}
	const text = row.cells[extent - 1] ?? '';
	if (filled === 2) {
		const isOther = (width >= 4 && isNew) || (width === 3 && isProse(text));
		return extent === 2 && isBelowBlank && isOther;
	}
	if (width < 3 || filled > 1 || shapes.has(shapeOf(text)) || !/\p{L}/u.test(text)) return false;
	return isBelowBlank || (extent === 1 && /\s/.test(text));
}

function isProse(text: string): boolean {
	return /(\p{L}+ ){4}.*\.$/u.test(text);
}

/** `R-017` and `R-204` have one shape: letters a, digits 9, each run once. */
function shapeOf(cell: string): string {
	return cell
		.replace(/\p{L}+/gu, 'a')
		.replace(/\d+/g, '9')
		.replace(/\s+/g, ' ')
		.slice(0, 60);
}
