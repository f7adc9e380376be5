import { ask, type AskContext } from '#lib/answers/ask.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readGenerated } from './catalogue.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { briefPageFilters } from '../../src/routes/brief/filters.ts';
import { groundOf, type Ground } from '../../src/routes/brief/ground.ts';
import { tellBrief, type BriefStory } from '../../src/routes/brief/story.ts';

export const queries = [
	...['', '?sector=MIN', '?sector=TEX', '?sector=AGR', '?sector=ICT', '?sector=MIN,AGR', '?sex=F'],
	...['?residence=rural', '?sector=TEX&sex=F', '?sector=AGR&residence=rural&age=15-24'],
	...['?sector=MIN&occupation=2', '?age=15-24', '?sector=TEX&periurban=rural', '?sector=TOU&sex=M'],
	...['?sector=MIN&aggregate=geometric&need=100', '?hours=160', '?sector=TRN&occupation=8']
];
export const nobody = '?sex=F&residence=periurban&occupation=0&age=55%2B';

export const context: AskContext = {
	catalogue: await readCatalogue(),
	book: await readAnswerBook()
};
export const ground: Ground = groundOf(
	context.catalogue,
	await readGenerated<Planning>('planning.json')
);

export async function told(query: string, catalogue = context.catalogue): Promise<BriefStory> {
	const { view, ignored } = parseView(query, briefPageFilters(context.catalogue).options);
	if (ignored.length > 0) throw new Error(`Not all of ${query} is known`);
	return tellBrief(view, new Teller({ ...context, catalogue }), ground);
}

export const sentencesOf = ({ title, lead, findings, figures }: BriefStory): string[] => [
	...[title, lead, ...findings],
	...figures.map(({ finding, absence }) => absence?.title ?? finding)
];

export const pairs = [
	{
		dimension: 'position',
		minus: ['professional', 'other'],
		nouns: ['managers, professionals and technicians', 'other workers']
	},
	{ dimension: 'sex', minus: ['F', 'M'], nouns: ['women', 'men'] },
	{ dimension: 'residence', minus: ['rural', 'urban'], nouns: ['rural workers', 'urban workers'] }
] as const;

/** The difference of a pair in each sector of a View, asked once more. */
export async function differenceIn(query: string, { dimension, minus }: (typeof pairs)[number]) {
	const { filters, choices } = parseView(query, briefPageFilters(context.catalogue).options).view;
	const sector = filters.sector ?? context.catalogue.site.targetSectors.map(({ code }) => code);
	const counted = choices.periurban === undefined ? '' : `_${choices.periurban}`;
	const by = dimension === 'residence' ? `${dimension}${counted}` : dimension;
	const apart: Estimate[] = [];
	for (const code of sector) {
		const where = { ...filters, sector: [code] };
		const question = { source: 'audit', indicator: 'incidence', by: [], where };
		const answer = await ask({ ...question, difference: { dimension: by, minus } }, context);
		apart.push(...answer.estimates);
	}
	return { sector, apart };
}
