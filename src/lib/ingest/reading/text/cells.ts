import { fromSpreadsheetCell } from '#lib/vocabulary/spreadsheet-cell.ts';

/** The signs between the fields of a text; '' for none. */
export interface Dialect {
	readonly delimiter: string;
	readonly quote: string;
	readonly escape?: string | undefined;
}

/**
 * The fields of one row, as `RecordReader` tells them apart, each as `tidyCell` leaves it.
 * @param isPlain quotes are letters, as in a row whose quotes cannot be read
 */
export function cellsOf(
	row: string,
	{ delimiter, quote, escape }: Dialect,
	isPlain = false
): string[] {
	const cells: string[] = [];
	for (let at = 0; at <= row.length;) {
		const open = skipSpaces(row, at, delimiter);
		const isQuoted = !isPlain && quote !== '' && row[open] === quote;
		const found = isQuoted ? closing(row, open, { delimiter, quote, escape }) : undefined;
		if (found) {
			cells.push(tidyCell(found.text));
			at = found.end + 1;
			continue;
		}
		const next = delimiter === '' ? -1 : row.indexOf(delimiter, at);
		const end = next < 0 ? row.length : next;
		cells.push(tidyCell(row.slice(at, end)));
		at = end + 1;
	}
	return cells;
}

function skipSpaces(row: string, at: number, delimiter: string): number {
	let i = at;
	while ((row[i] === ' ' || row[i] === '\t') && row[i] !== delimiter) i++;
	return i;
}

/** The text of a field in quotes, and where it ends; undefined when it is not closed. */
function closing(row: string, open: number, { delimiter, quote, escape }: Dialect) {
	let text = '';
	for (let at = open + 1; at < row.length; at++) {
		const letter = row[at] as string;
		if (escape && letter === escape) text += row[++at] ?? '';
		else if (letter !== quote) text += letter;
		else if (!escape && row[at + 1] === quote) text += row[++at];
		else {
			const end = skipSpaces(row, at + 1, delimiter);
			if (end >= row.length || row[end] === delimiter) return { text, end };
			text += letter;
		}
	}
	return undefined;
}

/** A cell as the raw table has it: spaces around it left out, and the mark that keeps a spreadsheet from running it. */
export function tidyCell(text: string): string {
	return trimCell(fromSpreadsheetCell(trimCell(text)));
}

/** Without the spaces, line breaks and marks around it. SQL's trim() takes off the spaces alone. */
export function trimCell(text: string): string {
	if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
	return text.replace(padding, '');
}

/** ASCII, and no space: what most texts begin and end with. */
function isPlain(code: number): boolean {
	return code > 32 && code < 128;
}

// A byte order mark within a file is what remains where files were put together: it shows as nothing.
const padding = /^[\p{Zs}\t\n\v\f\r\ufeff]+|[\p{Zs}\t\n\v\f\r\ufeff]+$/gu;

/** A row in a dialect, every field in quotes where there are quotes. */
export function writeRow(cells: readonly string[], { delimiter, quote }: Dialect): string {
	if (quote === '') return cells.join(delimiter);
	return cells
		.map((cell) => `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`)
		.join(delimiter);
}
