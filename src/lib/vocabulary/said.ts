import { qualityWords } from './messages/charts.ts';
import { formatInText, type Figure, type Measure } from './numbers.ts';

/** For a sentence, the figure with its word of care: `38% (18–55, imprecise)`; `38% (33–43)` where it needs none. */
export function formatSaid(figure: Figure, measure: Measure): string {
	const text = formatInText(figure, measure);
	const { value, quality } = figure;
	const care = value === null || quality === 'unreliable' ? '' : qualityWords[quality];
	if (care === '') return text;
	return text.endsWith(')') ? `${text.slice(0, -1)}, ${care})` : `${text} (${care})`;
}
