import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue, readPlanning } from '../generated.server.ts';
import { sectorInSentence } from '../story/labels.ts';
import { Teller } from '../story/story.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { credentialsPageFilters } from './choices.ts';
import { allPlaces } from './places.ts';
import { methodSteps } from './method.ts';
import { portfolioData } from './portfolio/data.server.ts';
import { tellCredentials } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const { providers, reach, courses } = await readPlanning();
	const { codeLists, site } = catalogue;
	// Asked by a Teller of its own, so that the page has the Questions of its story only.
	const places = await allPlaces(new Teller(teller.context), { courses });
	const supply = { providers, reach, courses, demand: site.demandRisk, places };
	return {
		story: await tellCredentials(emptyView, teller, supply),
		filters: credentialsPageFilters(catalogue),
		supply,
		sectors: (codeLists.sector ?? []).map(({ code }) => ({
			code,
			name: capitalised(sectorInSentence(catalogue, code))
		})),
		targets: site.targetSectors.map(({ code }) => code),
		method: methodSteps(),
		portfolio: await portfolioData(),
		skillHours: site.skillHours,
		engineBytes: await engineBytes()
	};
};
