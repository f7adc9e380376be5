/** The table twin of a chart: what it shows on the page and what its CSV file holds. */
import type { Quality } from '#lib/vocabulary/estimate.ts';
import { csvFile } from '#lib/vocabulary/messages/csv-file.ts';
import { csvField, isMarked, spreadsheetCell } from '#lib/vocabulary/spreadsheet-cell.ts';

export interface ChartTable {
	readonly caption: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly TableRow[];
}

export interface TableColumn {
	/** The name of the column in the CSV file. */
	readonly id: string;
	readonly label: string;
	/** Numbers stand to the right. */
	readonly number?: boolean | undefined;
	/** Stands on the page alone or in the CSV file alone; without it in both. */
	readonly only?: 'page' | 'csv' | undefined;
}

export interface TableRow {
	readonly id: string;
	/** One a column; the first is the head of the row. */
	readonly cells: readonly TableCell[];
	/** `unreliable` is printed grey; words of care are coloured by it. */
	readonly quality?: Quality | undefined;
}

/**
 * Text, or text with the number behind it (unrounded, in the unit of the indicator) and a link; or a bare
 * number for a column of the CSV file alone, null where there is none.
 */
export type TableCell =
	| string
	| number
	| null
	| {
			readonly text: string;
			readonly raw?: number | null | undefined;
			readonly href?: string | undefined;
			readonly strong?: boolean | undefined;
	  };

/** @returns the text of a cell as it stands on the page */
export function cellText(cell: TableCell): string {
	return isRich(cell) ? cell.text : String(cell ?? '');
}

/** Whether a cell is more than a text or a number. */
export function isRich(cell: TableCell | undefined): cell is Exclude<TableCell, Bare> {
	return typeof cell === 'object' && cell !== null;
}

type Bare = string | number | null;

/** What a table shows on the page, without what only its file holds: columns of the file, unrounded numbers. */
export function pageTable({ caption, columns, rows }: ChartTable): ChartTable {
	const shown = (_: unknown, at: number) => columns[at]?.only !== 'csv';
	return {
		caption,
		columns: columns.filter(shown),
		rows: rows.map((row) => ({ ...row, cells: row.cells.filter(shown).map(withoutRaw) }))
	};
}

function withoutRaw(cell: TableCell): TableCell {
	if (!isRich(cell)) return cell;
	const { text, href, strong } = cell;
	if (href === undefined && !strong) return text;
	return { text, ...(href === undefined ? {} : { href }), ...(strong ? { strong } : {}) };
}

/** What the CSV file of a table holds: the same file comes of it. */
export function fileTable({ caption, columns, rows }: ChartTable): ChartTable {
	const held = (_: unknown, at: number) => columns[at]?.only !== 'page';
	const bare = (cell: TableCell): TableCell =>
		isRich(cell) ? (cell.raw === undefined ? cell.text : cell.raw) : cell;
	return {
		caption,
		columns: columns.filter(held),
		rows: rows.map((row) => ({ ...row, cells: row.cells.filter(held).map(bare) }))
	};
}

/**
 * RFC 4180 text: notes as lines that start with `#`, then the header, then the rows; numbers unrounded. Where
 * lines have grades, the last column `quality` holds their codes.
 * A text that a spreadsheet would take for a formula gets a `'` before it; a further note then says so.
 * @param notes title, source, and the notice of synthetic data
 */
export function tableCsv(table: ChartTable, notes: readonly string[]): string {
	const held = (i: number): boolean => table.columns[i]?.only !== 'page';
	const head = table.columns.filter((_, i) => held(i)).map(({ id }) => id);
	const rows = table.rows.map((row) => row.cells.filter((_, i) => held(i)).map(csvValue));
	const isGraded = table.rows.some(({ quality }) => quality !== undefined);
	// A column of one's own file may have the name already.
	const grade = head.includes('quality') ? 'estimate_quality' : 'quality';
	const lines = isGraded
		? [[...head, grade], ...rows.map((row, i) => [...row, table.rows[i]?.quality ?? ''])]
		: [head, ...rows];
	const hasMarks = lines.some((line) => line.some(isMarked));
	return [
		...[...notes, ...(hasMarks ? [csvFile.marked] : [])].map(
			(note) => `# ${note.replace(/\s+/g, ' ')}`
		),
		...lines.map((line) => line.map((text) => csvField(spreadsheetCell(text))).join(','))
	]
		.map((line) => `${line}\r\n`)
		.join('');
}

function csvValue(cell: TableCell): string {
	const raw = isRich(cell) ? cell.raw : typeof cell === 'string' ? undefined : cell;
	return raw === undefined ? cellText(cell) : String(raw ?? '');
}
