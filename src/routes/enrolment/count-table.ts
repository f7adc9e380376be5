import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { story as words } from '#lib/vocabulary/messages/story.ts';
import { formatCount, formatFigure, type Measure } from '#lib/vocabulary/numbers.ts';

/** One line of a table of complete counts. */
export interface CountLine {
	readonly id: string;
	readonly labels: readonly string[];
	/** One a column of values; the first says on how many heads the line rests, and its grade. */
	readonly values: readonly CountValue[];
	/** Texts after the values. */
	readonly texts?: readonly string[];
}

export interface CountValue {
	readonly estimate: Estimate;
	readonly measure: Measure;
}

export interface CountTableOptions {
	readonly caption: string;
	/** Heads of the label columns. */
	readonly heads: readonly Head[];
	/** Heads of the values. */
	readonly values: readonly (Head & { readonly only?: 'csv' })[];
	/** Heads of the texts after the values. */
	readonly texts?: readonly Head[];
}

interface Head {
	readonly id: string;
	readonly label: string;
}

/**
 * The table twin of a chart of complete counts: values without interval, error and degrees of freedom. A column
 * says on how many heads a line rests unless heads are what is counted, another the words of care where there are any.
 */
export function countTable(
	lines: readonly CountLine[],
	{ caption, heads, values, texts = [] }: CountTableOptions
): ChartTable {
	const based = lines[0]?.values[0]?.measure !== 'count';
	const careful = lines.some((line) => noteOf(line) !== '');
	return {
		caption,
		columns: [
			...heads,
			...values.map((head) => ({ ...head, number: true })),
			...texts,
			...(based ? [{ id: 'n', label: words.n, number: true }] : []),
			...(careful ? [{ id: 'note', label: words.note }] : [])
		],
		rows: lines.map((line) => {
			const n = line.values[0]?.estimate.n ?? 0;
			return {
				id: line.id,
				cells: [
					...line.labels,
					...line.values.map(valueCell),
					...(line.texts ?? []),
					...(based ? [{ text: formatCount(n), raw: n }] : []),
					...(careful ? [noteOf(line)] : [])
				],
				quality: line.values[0]?.estimate.quality ?? 'not-applicable'
			};
		})
	};
}

function noteOf({ values: [first] }: CountLine): string {
	return first && first.estimate.value !== null ? qualityWords[first.estimate.quality] : '';
}

function valueCell({ estimate, measure }: CountValue, at: number): TableCell {
	const { value } = formatFigure(estimate, measure);
	return { text: value, raw: estimate.value, ...(at === 0 ? { strong: true } : {}) };
}
