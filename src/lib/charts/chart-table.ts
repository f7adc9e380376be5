/** The table twin of a chart: what it shows on the page and what its CSV file holds. */
import type { Quality } from '#lib/vocabulary/estimate.ts';

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
}

export interface TableRow {
	readonly id: string;
	/** One a column; the first is the head of the row. */
	readonly cells: readonly TableCell[];
	/** `unreliable` is printed grey; words of care are coloured by it. */
	readonly quality?: Quality | undefined;
}

/** Text, or text with the number behind it (unrounded, in the unit of the indicator) and a link. */
export type TableCell =
	| string
	| {
			readonly text: string;
			readonly raw?: number | null | undefined;
			readonly href?: string | undefined;
			readonly strong?: boolean | undefined;
	  };

/** @returns the text of a cell as it stands on the page */
export function cellText(cell: TableCell): string {
	return typeof cell === 'string' ? cell : cell.text;
}

/**
 * RFC 4180 text: notes as lines that start with `#`, then the header, then the rows; numbers unrounded.
 * @param notes title, source, and the notice of synthetic data
 */
export function tableCsv(table: ChartTable, notes: readonly string[]): string {
	const head = table.columns.map((column) => quote(column.id));
	const rows = table.rows.map((row) => row.cells.map(csvCell));
	return [
		...notes.map((note) => `# ${note.replace(/\s+/g, ' ')}`),
		...[head, ...rows].map((cells) => cells.join(','))
	]
		.map((line) => `${line}\r\n`)
		.join('');
}

function csvCell(cell: TableCell): string {
	if (typeof cell === 'string' || cell.raw === undefined) return quote(inert(cellText(cell)));
	return cell.raw === null ? '' : String(cell.raw);
}

/** A text that a spreadsheet would run as a formula is kept a text. */
function inert(text: string): string {
	return /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
	return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
