import type { Brief } from '#lib/decisions/brief-record.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';
import { printedValue, type PublishedFigure } from '../../data/published/published-figure.ts';

/** Measures of data/published-figures.csv that a way of teaching rests on. */
const measures = { power: ['grid electricity'], data: ['internet'] } as const;

/** The check of delivery with what is published of power and connection; a reader judges by it. */
export function withFacts(
	mode: Brief['mode'],
	published: readonly PublishedFigure[]
): Brief['mode'] {
	const said = (part: keyof typeof measures): string =>
		[mode[part], ...measures[part].flatMap((measure) => sentencesOn(measure, published))].join(' ');
	// Where nothing is online, connection is no matter.
	return {
		...mode,
		power: said('power'),
		...(mode.mode === 'on-site' ? {} : { data: said('data') })
	};
}

/** A sentence for each definition, with all of its values: urban beside rural. */
function sentencesOn(measure: string, published: readonly PublishedFigure[]): string[] {
	const own = published.filter((one) => one.measure === measure);
	const definitions = [...new Set(own.map(({ definition }) => definition))];
	return definitions.map((definition) => {
		const same = own.filter((one) => one.definition === definition);
		const values = same.map((one) =>
			one.residence === '' ? printedValue(one) : words.ofHome(printedValue(one), one.residence)
		);
		const sources = [...new Set(same.map(({ source }) => source))];
		return words.published(definition, values.join(', '), sources.join('; '));
	});
}
