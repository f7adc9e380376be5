import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import { graduatesPageFilters } from './filters.ts';
import { tellGraduates } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	return {
		story: await tellGraduates(emptyView, teller),
		filters: graduatesPageFilters(catalogue),
		limits: catalogue.site.limits.graduates ?? [],
		engineBytes: await engineBytes()
	};
};
