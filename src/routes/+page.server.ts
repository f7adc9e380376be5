import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { tellFirstCourses } from './first-courses.ts';
import { engineBytes, readAnswerBook, readCatalogue, readPlanning } from './generated.server.ts';
import { overviewFilters, tellOverview } from './story.ts';
import { roleOfSector } from './story/labels.ts';
import { Teller } from './story/story.ts';
import { pageFilters } from './story/view-options.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const context = { catalogue, book: await readAnswerBook() };
	return {
		story: await tellOverview(emptyView, new Teller(context)),
		first: await tellFirstCourses(new Teller(context), await readPlanning()),
		filters: pageFilters(catalogue, overviewFilters),
		roles: Object.fromEntries(
			catalogue.site.targetSectors.map(({ code }) => [code, roleOfSector(catalogue, code)])
		),
		coverage: catalogue.surveys.find(({ id }) => id === 'audit')?.coverage ?? '',
		limits: catalogue.site.limits.overview ?? [],
		engineBytes: await engineBytes()
	};
};
