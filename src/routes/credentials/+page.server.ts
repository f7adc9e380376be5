import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue, readPlanning } from '../generated.server.ts';
import { sectorInSentence } from '../story/labels.ts';
import { Teller } from '../story/story.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { credentialsPageFilters } from './choices.ts';
import { methodSteps } from './method.ts';
import { tellCredentials } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const { providers, reach, courses } = await readPlanning();
	const supply = { providers, reach, courses };
	const { codeLists, site } = catalogue;
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
		skillHours: site.skillHours,
		engineBytes: await engineBytes()
	};
};
