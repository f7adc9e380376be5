import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue } from '../../generated.server.ts';
import { Teller } from '../../story/story.ts';
import { wavesPageFilters } from '../filters.ts';
import { tellWaves } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	return {
		story: await tellWaves(emptyView, teller),
		filters: wavesPageFilters(catalogue),
		limits: catalogue.site.limits.graduates ?? [],
		engineBytes: await engineBytes()
	};
};
