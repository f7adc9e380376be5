import type { FileAnswer } from '#lib/answers/ask-file.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { explore } from '#lib/vocabulary/messages/explore.ts';
import { formatCount, formatFigure, formatValue, type Measure } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { labelOf } from './asked-words.ts';

const words = explore.result;

/** The numbers of an answer, a row a group. */
export function resultTable(
	{ question, estimates }: FileAnswer,
	measure: Measure,
	file: FileTable
): ChartTable {
	const { by } = question;
	const numbers = ['value', 'se', 'low', 'high', 'n', 'missing'] as const;
	// A column of the file may be called n itself.
	const idOf = (id: string): string => (by.includes(id) ? `estimate_${id}` : id);
	const heads = [
		...(by.length > 0 ? by : [words.all]).map((label) => ({ id: label, label })),
		...numbers.map((id) => ({ id: idOf(id), label: words.table[id], number: true })),
		{ id: idOf('note'), label: words.table.note }
	];
	return {
		caption: [labelOf(question, file), ...(by.length > 0 ? [words.by(joinWords(by))] : [])].join(
			'. '
		),
		columns: heads,
		rows: estimates.map((estimate) => ({
			id: JSON.stringify(estimate.key),
			cells: [
				...(by.length > 0 ? estimate.key : [words.all]),
				...numberCells(estimate, measure),
				estimate.value === null && estimate.quality !== 'suppressed'
					? ''
					: qualityWords[estimate.quality]
			],
			quality: estimate.quality
		}))
	};
}

function numberCells(estimate: Estimate, measure: Measure) {
	const { value, se, low, high, n, missing, quality } = estimate;
	const width = low === null || high === null ? 0 : high - low;
	const printed = (number: number | null) => ({
		text: number === null ? '' : formatValue(number, measure, width),
		raw: number
	});
	const error = { text: se === null ? '' : formatValue(se, measure), raw: se };
	return [
		{ text: formatFigure(estimate, measure).value, raw: value, strong: true },
		error,
		printed(low),
		printed(high),
		...[n, missing].map((count) =>
			quality === 'suppressed' ? null : { text: formatCount(count), raw: count }
		)
	];
}
