/** One value of a row; null is an empty cell. */
export type Cell = string | number | null;

/** CSV text by RFC 4180 with line feeds: a header row and the rows, quoted only where they must be. */
export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
	const lines = [columns.join(',')];
	for (const row of rows) lines.push(row.map(cellText).join(','));
	return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell): string {
	if (cell === null) return '';
	const text = String(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
