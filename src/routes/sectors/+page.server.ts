import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import { pageFilters } from '../story/view-options.ts';
import { sectorsFilters, tellSectors } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	return {
		story: await tellSectors(emptyView, teller),
		filters: pageFilters(catalogue, sectorsFilters),
		limits: catalogue.site.limits.overview ?? [],
		engineBytes: await engineBytes()
	};
};
