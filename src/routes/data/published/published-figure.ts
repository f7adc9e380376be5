import { published as words } from '#lib/vocabulary/messages/published.ts';

/** A figure somebody published, as it was published: a row of data/published-figures.csv. */
export interface PublishedFigure {
	readonly id: string;
	/** Figures of one measure can be set side by side. */
	readonly measure: string;
	/** The number as printed by its source, digits kept; empty where there are only words. */
	readonly value: string;
	readonly text: string;
	readonly unit: string;
	readonly ageFrom: string;
	readonly ageTo: string;
	readonly sex: string;
	readonly residence: string;
	readonly place: string;
	readonly definition: string;
	readonly source: string;
	readonly year: string;
	readonly status: string;
	readonly note: string;
}

export function toPublishedFigure(row: Record<string, string>): PublishedFigure {
	const text = (name: string): string => row[name] ?? '';
	return {
		id: text('id'),
		measure: text('measure'),
		value: text('value'),
		text: text('text'),
		unit: text('unit'),
		ageFrom: text('age_from'),
		ageTo: text('age_to'),
		sex: text('sex'),
		residence: text('residence'),
		place: text('place'),
		definition: text('definition'),
		source: text('source'),
		year: text('year'),
		status: text('status'),
		note: text('note')
	};
}

/** Value and unit in print, with the digits of the source: `16.67%`, `2,007,201 people`. */
export function printedValue({ value, text, unit }: PublishedFigure): string {
	if (value === '') return text;
	if (unit === 'year') return value;
	const [whole = '', decimals] = value.replace('-', '−').split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	const number = decimals === undefined ? grouped : `${grouped}.${decimals}`;
	return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`.trim();
}

/** `15 to 24`, `15 or more`, or empty. */
export function printedAges({ ageFrom, ageTo }: PublishedFigure): string {
	if (ageFrom && ageTo) return words.between(ageFrom, ageTo);
	if (ageFrom) return words.from(ageFrom);
	return ageTo ? words.upTo(ageTo) : '';
}
