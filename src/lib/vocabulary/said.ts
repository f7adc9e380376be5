import { charts, qualityWords } from './messages/charts.ts';
import { formatCount, formatInText, type Figure, type Measure } from './numbers.ts';

/** For a sentence, the figure with its word of care: `38% (18–55, imprecise)`; `38% (33–43)` where it needs none. */
export function formatSaid(figure: Figure, measure: Measure): string {
	const text = formatInText(figure, measure);
	const { value, quality } = figure;
	const care = value === null || quality === 'unreliable' ? '' : qualityWords[quality];
	if (care === '') return text;
	return text.endsWith(')') ? `${text.slice(0, -1)}, ${care})` : `${text} (${care})`;
}

/**
 * In place of an unreliable figure: its n and, where answers share clusters, in how many these lie, since many
 * answers from two clusters are as few as two.
 */
export function tooFewToShow({
	n = 0,
	clusters = 0
}: Partial<Pick<Figure, 'n' | 'clusters'>>): string {
	const count = formatCount(n);
	return clusters > 0 && clusters < n ? charts.tooFewIn(count, clusters) : charts.tooFew(count);
}
