import { resolve } from '$app/paths';
import { pageTable } from '#lib/charts/chart-table.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { engineBytes, readCatalogue } from '../generated.server.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { PageServerLoad } from './$types';
import { tellBuilt } from './built.server.ts';
import { credentialsPageFilters } from './choices.ts';
import { methodSteps } from './method.ts';
import { portfolioData } from './portfolio/data.server.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const { codeLists, site } = catalogue;
	const { story, supply } = await tellBuilt();
	const figure = {
		...story.figure,
		table: pageTable(story.figure.table),
		fileTable: resolve('/credentials/priority.json')
	};
	return {
		story: { ...story, figure },
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
