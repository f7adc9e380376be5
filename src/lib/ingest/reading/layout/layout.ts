import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { Guess } from '#lib/ingest/reading/reading.ts';
import { findEnd } from './footer.ts';
import { filledIn, widthOf, type GridRow } from './grid.ts';
import { findHeader } from './header.ts';
import { findHeaderRows, findLabels, withQuestionsAbove } from './header-rows.ts';

/** Where a table stands in a sheet or text. Rows count from 1. */
export interface Layout {
	readonly headerRow: Guess<number>;
	readonly headerRows: Guess<number>;
	readonly firstRow?: Guess<number>;
	readonly lastRow?: Guess<number>;
	/** Rows of data among those given, for a look at their values. */
	readonly data: readonly GridRow[];
}

/**
 * Finds header, data and footnotes.
 * @param head rows from the top, blank ones and comments as rows without cells
 * @param tail the last rows of the same file, which may be among the first
 */
export function findLayout(head: readonly GridRow[], tail: readonly GridRow[]): Layout {
	const rows = head.filter((row) => filledIn(row) > 0);
	const width = Math.max(1, widthOf(rows));
	const header = withQuestionsAbove(findHeader(rows, width), rows, width);
	const { from, to } = findHeaderRows(rows, Math.max(0, header.index), width);
	const labels = header.index < 0 ? undefined : findLabels(rows, to);
	const firstIndex = labels?.first ?? header.others[0] ?? 0;
	const first = rows[firstIndex]?.row ?? (rows[firstIndex - 1]?.row ?? 0) + 1;
	const names = header.index < 0 ? undefined : rows[to];
	const isSaid = labels ? labels.kind !== undefined : first > 1;
	const like = rows.slice(firstIndex).filter((row) => filledIn(row) >= Math.min(2, width));
	const full = like.filter((row) => filledIn(row) * 2 > width);
	const end = findEnd(tail, { like: full, width, from: first });
	return {
		headerRow: headerGuess(rows, header, names),
		headerRows: {
			value: names ? names.row - (rows[from]?.row ?? names.row) + 1 : 0,
			reason: names ? words.header.rows(to - from + 1) : words.header.none,
			confidence: to === from ? 0.9 : 0.8
		},
		...(isSaid
			? {
					firstRow: {
						value: first,
						reason: labels?.kind ? words.labels[labels.kind] : words.header.titleAbove,
						confidence: 0.8
					}
				}
			: {}),
		...(end.lastRow === undefined
			? {}
			: {
					lastRow: {
						value: end.lastRow,
						reason: words.lastRow(end.totals, end.notes),
						confidence: 0.85
					}
				}),
		data: rows.slice(firstIndex).filter(({ row }) => row <= (end.lastRow ?? Infinity))
	};
}

function headerGuess(
	rows: readonly GridRow[],
	header: ReturnType<typeof findHeader>,
	names: GridRow | undefined
): Guess<number> {
	const above = names ? rows.indexOf(names) : 0;
	const others = header.others
		.map((index) => rows[index]?.row ?? 0)
		.filter((row) => row > 0 && row !== names?.row);
	return {
		value: names?.row ?? 0,
		reason: !names
			? words.header.none
			: above === 0
				? words.header.first
				: words.header.below(above),
		confidence: header.confidence,
		others: others.map((value) => ({ value, confidence: (1 - header.confidence) / others.length }))
	};
}
