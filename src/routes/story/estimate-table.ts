import type { ChartTable, TableCell, TableRow } from '#lib/charts/chart-table.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { story as words } from '#lib/vocabulary/messages/story.ts';
import { formatCount, formatFigure, type Measure } from '#lib/vocabulary/numbers.ts';

/** One line of a table: what it is about, in one label a column, and its estimate. */
export interface EstimateLine {
	readonly id: string;
	readonly labels: readonly string[];
	readonly estimate: Estimate;
	readonly measure: Measure;
	readonly href?: string;
}

export interface EstimateTableOptions {
	readonly caption: string;
	/** Heads of the label columns. */
	readonly heads: readonly { id: string; label: string }[];
	/** Head of the value. */
	readonly value: string;
}

/**
 * The twin of a chart: a line for every estimate, with value, interval, n and a word of care; in the CSV file
 * the ends of the interval, standard error and degrees of freedom as numbers.
 */
export function estimateTable(
	lines: readonly EstimateLine[],
	{ caption, heads, value }: EstimateTableOptions
): ChartTable {
	return {
		caption,
		columns: [...heads, { id: 'value', label: value, number: true }, ...careColumns],
		rows: lines.map(({ id, labels, estimate, measure, href }) => ({
			id,
			cells: [...labelCells(labels, href), ...figureCells(estimate, measure)],
			quality: estimate.quality
		}))
	};
}

export const careColumns = [
	{ id: 'interval_95', label: words.interval, number: true, only: 'page' },
	...(['low', 'high', 'se', 'df'] as const).map((id) => ({ id, label: id, only: 'csv' as const })),
	{ id: 'n', label: words.n, number: true },
	{ id: 'note', label: words.note }
] as const;

/** Value and then {@link careCells}: what every line of every table ends with. */
export function figureCells(estimate: Estimate, measure: Measure): TableCell[] {
	const { value, interval } = formatFigure(estimate, measure);
	return [{ text: value, raw: estimate.value, strong: true }, ...careCells(estimate, interval)];
}

/** Interval for the page, its numbers for the CSV file (95%, unrounded, in the unit of the value), n, a word. */
export function careCells(estimate: Estimate, interval: string): TableCell[] {
	const { value, low, high, se, df, n, quality } = estimate;
	const note = value === null ? '' : qualityWords[quality];
	const numbers = value === null ? [null, null, null, null] : [low, high, se, df];
	const count = quality === 'suppressed' ? null : { text: formatCount(n), raw: n };
	return [interval, ...numbers, count, note];
}

/** A line whose cells are written by hand. */
export function row(id: string, cells: readonly TableCell[], estimate: Estimate): TableRow {
	return { id, cells, quality: estimate.quality };
}

function labelCells(labels: readonly string[], href: string | undefined): TableCell[] {
	return labels.map((text, i) => (i === 0 && href !== undefined ? { text, href } : text));
}
