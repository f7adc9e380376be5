import { charts, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import type { Figure, Measure, PrintedFigure } from '#lib/vocabulary/numbers.ts';
import { formatCount, formatFigure, formatRanks, missingWords } from '#lib/vocabulary/numbers.ts';
import { isShown } from './chart-row.ts';

/** `n 184` beside a figure; empty where it has none, or where the number itself is withheld. */
export function countBeside({ n, quality }: Figure): string {
	const told = n !== undefined && quality !== 'suppressed' && quality !== 'not-applicable';
	return told ? charts.n(formatCount(n)) : '';
}

/**
 * What stands at the end of a row, on the page and in every file: value and interval, the range of ranks, or
 * words where there is none to show.
 * @param beside it stands beside its mark, where a sentence has no room
 */
export function rowValue(figure: Figure, measure: Measure, beside = false): PrintedFigure {
	if (!isShown(figure)) {
		const few = beside ? charts.tooFewShort : qualityWords.unreliable;
		return { value: figure.quality === 'unreliable' ? few : missingWords(figure), interval: '' };
	}
	const { low, high } = figure;
	return measure === 'rank' && low !== null && high !== null
		? { value: formatRanks(low, high), interval: '' }
		: formatFigure(figure, measure);
}
