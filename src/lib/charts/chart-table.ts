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

/**
 * RFC 4180 text: notes as lines that start with `#`, then the header, then the rows; numbers unrounded.
 * @param notes title, source, and the notice of synthetic data
 */
export function tableCsv(table: ChartTable, notes: readonly string[]): string {
	const held = (i: number): boolean => table.columns[i]?.only !== 'page';
	const head = table.columns.filter((_, i) => held(i)).map((column) => quote(column.id));
	const rows = table.rows.map((row) => row.cells.filter((_, i) => held(i)).map(csvCell));
	return [
		...notes.map((note) => `# ${note.replace(/\s+/g, ' ')}`),
		...[head, ...rows].map((cells) => cells.join(','))
	]
		.map((line) => `${line}\r\n`)
		.join('');
}

function csvCell(cell: TableCell): string {
	const raw = isRich(cell) ? cell.raw : typeof cell === 'string' ? undefined : cell;
	if (raw === undefined) return quote(inert(cellText(cell)));
	return raw === null ? '' : String(raw);
}

/** A text that a spreadsheet would run as a formula is kept a text. */
function inert(text: string): string {
	return /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
	return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The name of a CSV file: path of the page, figure and query, as in `sectors-MIN-by-skill-sex-F.csv`.
 * @param path of the page within the site
 * @param query with its question mark, or empty
 */
export function csvFileName(path: string, id: string, query: string): string {
	const chosen = [...new URLSearchParams(query)].flat();
	const words = [...path.split('/'), id, ...chosen]
		.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''))
		.filter((part) => part !== '');
	// Some file systems end at 255 bytes.
	return `${words.join('-').slice(0, 120)}.csv`;
}
