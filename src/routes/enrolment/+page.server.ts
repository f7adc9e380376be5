import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import { feedersOf } from './feeders.ts';
import { enrolmentPageFilters } from './filters.ts';
import { tellEnrolment } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const feeders = feedersOf(catalogue);
	return {
		story: await tellEnrolment(emptyView, teller, feeders),
		feeders,
		filters: enrolmentPageFilters(catalogue),
		limits: catalogue.site.limits.enrolment ?? [],
		engineBytes: await engineBytes()
	};
};
