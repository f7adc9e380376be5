/** A row of a sheet or text as its layout is looked at. */
export interface GridRow {
	/** Row of the file, from 1. */
	readonly row: number;
	/** Trimmed; '' where blank. */
	readonly cells: readonly string[];
}

/** How many cells hold something. */
export function filledIn({ cells }: GridRow): number {
	return cells.reduce((sum, cell) => sum + (cell === '' ? 0 : 1), 0);
}

/** The column, from 1, of the last cell that holds something; 0 in a blank row. */
export function extentOf({ cells }: GridRow): number {
	return cells.findLastIndex((cell) => cell !== '') + 1;
}

/**
 * How many columns the table has that most rows belong to: the widest extent that a fifth of the rows reach.
 * Title rows and footnotes are narrower.
 */
export function widthOf(rows: readonly GridRow[]): number {
	const extents = rows
		.map(extentOf)
		.filter((extent) => extent > 0)
		.sort((a, b) => b - a);
	return extents[Math.floor((extents.length - 1) / 5)] ?? 0;
}

/** The number of fields that most rows have. */
export function commonWidth(
	rows: readonly { readonly fields: number; readonly isComment: boolean }[]
): number | undefined {
	const counts = new Map<number, number>();
	for (const { fields, isComment } of rows) {
		if (!isComment) counts.set(fields, (counts.get(fields) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
