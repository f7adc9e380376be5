import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import { extentOf } from '#lib/ingest/reading/layout/grid.ts';
import { isMachineRow } from '#lib/ingest/reading/layout/header.ts';
import { joinHeadings, nameColumns } from '#lib/ingest/reading/layout/names.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';

/** The columns of a table, and what was met on the way to them. */
export interface Prelude {
	readonly columns: readonly RawColumn[];
	readonly notes: readonly string[];
	/** Row of the first data. */
	readonly first: number;
	/** First row of the header, or of the data where there is none. */
	readonly headerFrom: number;
}

/**
 * The names of the columns by what a Reading says of the rows at the top of a file.
 * @param rows from row 1 on, comments as rows without cells
 * @throws ProblemError when there is no such row, or the table is wider than may be
 */
export function readPrelude(rows: readonly GridRow[], reading: Reading, file: string): Prelude {
	const { headerRow, headerRows } = reading;
	const headerFrom = headerRow === 0 ? 1 : Math.max(1, headerRow - Math.max(1, headerRows) + 1);
	const first = Math.max(reading.firstRow ?? headerRow + 1, headerRow + 1);
	if (headerRow > rows.length) throw unreadable(file, words.beyondEnd(headerRow, rows.length));
	const header = headerRow === 0 ? [] : rows.slice(headerFrom - 1, headerRow);
	const data = rows.slice(first - 1, reading.lastRow).filter((row) => extentOf(row) > 0);
	const named = Math.max(0, ...header.map(({ cells }) => cells.length));
	const { width, hasRowNames } =
		reading.format === 'text' ? dataWidth(data, named) : widest(data, named);
	if (width > limits.columns) {
		throw unreadable(file, words.tooManyColumns(Math.max(1, headerRow), width, limits.columns));
	}
	const headings = joinHeadings(
		header.map(({ cells }) => cells),
		named
	);
	const labels = rows.slice(headerRow, first - 1).filter(isLabels)[0]?.cells;
	const all = hasRowNames ? ['', ...headings] : headings;
	while (all.length < width) all.push('');
	const columns = nameColumns(all, labels);
	const notes = hasRowNames
		? [words.notes.rowNames]
		: header.length > 0 && width > named
			? [words.notes.unnamed(width - named)]
			: [];
	return { columns, notes: [...notes, ...hiddenNotes(columns)], first, headerFrom };
}

/** Where most rows are wider than the header, the header is the one that lacks names. */
function dataWidth(data: readonly GridRow[], named: number) {
	if (named === 0) return { width: commonLength(data), hasRowNames: false };
	const extents = data.map(extentOf).sort((a, b) => a - b);
	const middle = extents[Math.floor(extents.length / 2)] ?? named;
	if (middle <= named) return { width: named, hasRowNames: false };
	const firsts = new Set(data.map(({ cells }) => cells[0]));
	return { width: middle, hasRowNames: middle === named + 1 && firsts.size === data.length };
}

/** Without a header the table is as wide as most of its rows, blank fields counted. */
function commonLength(data: readonly GridRow[]): number {
	const counts = new Map<number, number>();
	for (const { cells } of data) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/** In a sheet no row is too long: what stands beside the table is in a column of its own. */
function widest(data: readonly GridRow[], named: number) {
	const width = data.reduce((most, row) => Math.max(most, extentOf(row)), named);
	return { width, hasRowNames: false };
}

function isLabels(row: GridRow): boolean {
	return extentOf(row) > 0 && !isMachineRow(row);
}

function hiddenNotes(columns: readonly RawColumn[]): string[] {
	const hidden = columns.filter(({ heading }) => /[\p{Cf}\0]/u.test(heading));
	return hidden.length === 0 ? [] : [words.notes.hidden(hidden.map(({ name }) => name))];
}
