import { resolve } from '$app/paths';
import { emptyView, formatView, tidyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue, readPlanning } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import { providersPageFilters } from './filters.ts';
import { makeOffer } from './make-offer.ts';
import { startView } from './start.ts';
import { tellProviders } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const context = { catalogue, book: await readAnswerBook() };
	const offer = await makeOffer(new Teller(context), await readPlanning());
	const filters = providersPageFilters(catalogue, offer);
	return {
		...{ offer, filters },
		story: await tellProviders(emptyView, new Teller(context), { offer }),
		start: offer.providers.map((provider) => {
			const view = tidyView(startView(provider), filters.options);
			return { label: provider.label, href: resolve('/providers') + formatView(view) };
		}),
		engineBytes: await engineBytes()
	};
};
