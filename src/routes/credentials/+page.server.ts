import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue } from '../generated.server.ts';
import { roleOfSector, sectorInSentence } from '../story/labels.ts';
import { Teller } from '../story/story.ts';
import { pageFilters } from '../story/view-options.ts';
import { credentialsFilters, tellCredentials } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const { codeLists } = catalogue;
	const { demandRisk, skillHours } = catalogue.site;
	const survey = catalogue.surveys.find(({ id }) => id === 'audit');
	return {
		story: await tellCredentials(emptyView, teller),
		filters: pageFilters(catalogue, credentialsFilters),
		sectors: (codeLists.sector ?? []).map(({ code }) => ({
			code,
			name: sectorInSentence(catalogue, code),
			role: roleOfSector(catalogue, code),
			demand: demandRisk[code]
		})),
		coverage: survey?.coverage ?? '',
		skillHours,
		engineBytes: await engineBytes()
	};
};
