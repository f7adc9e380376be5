import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue, readPlanning } from '../generated.server.ts';
import { allPlaces } from '../credentials/places.ts';
import { Teller } from '../story/story.ts';
import { briefPageFilters } from './filters.ts';
import { groundOf } from './ground.ts';
import { tellBrief } from './story.ts';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const planning = await readPlanning();
	// Asked by a Teller of its own, so that the page has the Questions of its story only.
	const places = await allPlaces(new Teller(teller.context), planning);
	const ground = groundOf(catalogue, planning, places);
	return {
		story: await tellBrief(emptyView, teller, ground),
		filters: briefPageFilters(catalogue),
		ground,
		engineBytes: await engineBytes()
	};
};
