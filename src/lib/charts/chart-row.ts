/** What the charts draw. Charts never compute a statistic: they scale and print what stands here. */
import type { Quality } from '#lib/vocabulary/estimate.ts';
import { qualities } from '#lib/vocabulary/estimate.ts';
import type { Figure, Measure } from '#lib/vocabulary/numbers.ts';
import type { Role } from './roles.ts';

/**
 * The idiom of a list of rows.
 * - `dumbbell`: marks `required` and `attained` on one line, the gap as a bar between them; `read` is the gap.
 * - `capsule`: one or more marks on one line; `read` is printed at the end.
 * - `paired`: each mark on its own line, its value beside it; `read` is not used.
 * - `rank`: one mark, its low and high the range of ranks; the range is printed, never the rank alone.
 */
export type RowsKind = 'dumbbell' | 'capsule' | 'paired' | 'rank';

/** A figure drawn as a shape in its capsule. */
export interface ChartMark {
	readonly role: Role;
	readonly figure: Figure;
	/** For `paired`, when its lines differ in unit; else the measure of the list. */
	readonly measure?: Measure;
}

export interface ChartRow {
	/** Unique in the list. */
	readonly id: string;
	readonly name: string;
	/** Where the name leads; Enter follows it. Already resolved. */
	readonly href?: string | undefined;
	/** Printed beside the name; left out when undefined. */
	readonly n?: number | undefined;
	/** A small heading over this row: the base of the shares that follow. */
	readonly heading?: string | undefined;
	/** Facts under the name, in small type. */
	readonly under?: readonly string[] | undefined;
	/** The name in bold: one of the target sectors among all. */
	readonly strong?: boolean | undefined;
	readonly marks: readonly ChartMark[];
	/** What is printed at the end; without it, the first mark. */
	readonly read?: { readonly figure: Figure; readonly measure: Measure } | undefined;
	/** The row in words, as `describe` of numbers.ts makes it. */
	readonly sentence: string;
	/** Why the row is withheld, after the colon: `fewer than 10 workers`. */
	readonly rule?: string | undefined;
}

export interface ChartPanel {
	readonly id: string;
	readonly title: string;
	readonly rows: readonly ChartRow[];
}

/** The worse of two grades. */
export function worse(a: Quality, b: Quality): Quality {
	return qualities.indexOf(a) <= qualities.indexOf(b) ? a : b;
}

/** The grade of what a row prints: that of `read`, else of its first mark. */
export function rowQuality(row: ChartRow): Quality {
	return (row.read?.figure ?? row.marks[0]?.figure)?.quality ?? 'not-applicable';
}

/** Whether a figure may be drawn and printed in a chart. */
export function isShown(figure: Figure): boolean {
	const { quality } = figure;
	return (
		figure.value !== null && (quality === 'ok' || quality === 'low-n' || quality === 'imprecise')
	);
}

/** Shown rows first in the order given, then those too few, without answers and withheld, in that order. */
export function withheldLast(rows: readonly ChartRow[]): ChartRow[] {
	const place = (row: ChartRow) =>
		row.marks.some((mark) => isShown(mark.figure))
			? 0
			: ['unreliable', 'not-applicable', 'suppressed'].indexOf(rowQuality(row)) + 1;
	return rows.toSorted((a, b) => place(a) - place(b));
}
