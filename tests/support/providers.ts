import type { AskContext } from '#lib/answers/ask.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { parseView, type View } from '#lib/vocabulary/view.ts';
import { readChoice } from '../../src/routes/providers/choice.ts';
import { providersPageFilters } from '../../src/routes/providers/filters.ts';
import { fitSector, type SectorFit } from '../../src/routes/providers/fit.ts';
import { makeOffer } from '../../src/routes/providers/make-offer.ts';
import type { Offer } from '../../src/routes/providers/offer.ts';
import { tellProviders, type ProvidersStory } from '../../src/routes/providers/story.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { readAnswerBook, readCatalogue, readGenerated } from './catalogue.ts';

/** The page of providers over the generated tables. */
export interface ProvidersPage {
	readonly context: AskContext;
	readonly offer: Offer;
	/** Without a choice. */
	readonly story: ProvidersStory;
	readonly viewOf: (query: string) => View;
	readonly told: (query: string) => Promise<ProvidersStory>;
	/** What of each sector can be taught under a choice. */
	readonly fitsOf: (query: string) => SectorFit[];
	/** A district group from which some others are reached by remote teaching alone. */
	readonly remoteFrom: string;
}

export async function openProviders(): Promise<ProvidersPage> {
	const catalogue = await readCatalogue();
	const context: AskContext = { catalogue, book: await readAnswerBook() };
	const offer = await makeOffer(
		new Teller(context),
		await readGenerated<Planning>('planning.json')
	);
	const viewOf = (query: string) =>
		parseView(query, providersPageFilters(catalogue, offer).options).view;
	const told = (query: string) => tellProviders(viewOf(query), new Teller(context), { offer });
	return {
		...{ context, offer, viewOf, told, story: await told('') },
		fitsOf(query) {
			const choice = readChoice(viewOf(query), offer, catalogue);
			return choice.sectors.map((sector) => fitSector(sector, choice, { offer, catalogue }));
		},
		remoteFrom: offer.reach.find(({ kind }) => kind === 'remote')?.from ?? ''
	};
}

/** @throws Error where the page has no such figure */
export function figureOf({ needs, supply, learners }: ProvidersStory, id: string): FigureModel {
	const found = [...needs, ...supply, ...learners.figures].find((one) => one.id === id);
	if (!found) throw new Error(`No figure ${id}`);
	return found;
}
