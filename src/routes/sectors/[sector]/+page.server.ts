import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { emptyView } from '#lib/vocabulary/view.ts';
import { engineBytes, readAnswerBook, readCatalogue } from '../../generated.server.ts';
import { roleOfSector } from '../../story/labels.ts';
import { Teller } from '../../story/story.ts';
import { pageFilters } from '../../story/view-options.ts';
import { sectorFilters, tellSector } from './story.ts';

export const entries: EntryGenerator = async () => {
	const { codeLists } = await readCatalogue();
	return (codeLists.sector ?? []).map(({ code }) => ({ sector: code }));
};

export const load: PageServerLoad = async ({ params: { sector } }) => {
	const catalogue = await readCatalogue();
	const sectors = catalogue.codeLists.sector ?? [];
	if (!sectors.some(({ code }) => code === sector)) error(404);
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	return {
		sector,
		name: labelOf(catalogue, 'sector', sector),
		role: roleOfSector(catalogue, sector),
		sectors: sectors.map(({ code, label }) => ({ code, label })),
		story: await tellSector(sector, emptyView, teller),
		filters: pageFilters(catalogue, sectorFilters, { sector }),
		limits: catalogue.site.limits[sector] ?? catalogue.site.limits.overview ?? [],
		isTarget: catalogue.site.targetSectors.some(({ code }) => code === sector),
		engineBytes: await engineBytes()
	};
};
