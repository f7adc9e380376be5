import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';
import { readPublishedFigures } from '../../data/data-files.server.ts';
import { readAnswerBook, readCatalogue, readPlanning } from '../../generated.server.ts';
import { Teller } from '../../story/story.ts';
import { allCandidates, orderOfSector } from './all-candidates.server.ts';
import { briefFor } from './brief-for.ts';
import { frameworkOf } from './brief-stacking.ts';
import { coverageOf } from './brief-survey.ts';

export const entries: EntryGenerator = async () =>
	(await allCandidates()).map(({ id }) => ({ id }));

export const load: PageServerLoad = async ({ params: { id } }) => {
	const candidate = (await allCandidates()).find((one) => one.id === id);
	if (!candidate) error(404);
	const catalogue = await readCatalogue();
	const asker = new Teller({ catalogue, book: await readAnswerBook() });
	const planning = await readPlanning();
	const order = await orderOfSector(candidate.sector);
	const published = await readPublishedFigures();
	const { brief } = await briefFor(candidate, { asker, where: {}, order, planning, published });
	return {
		draft: brief,
		coverage: coverageOf(catalogue, {}),
		framework: frameworkOf(catalogue)
	};
};
