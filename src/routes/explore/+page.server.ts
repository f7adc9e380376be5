import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { readAnswerBook, readCatalogue, readManifest } from '../generated.server.ts';
import { sectorFigure } from '../sectors/sector-figures.ts';
import { Sectors } from '../sectors/sectors-subject.ts';
import { Teller } from '../story/story.ts';

/** An answer of the demonstration as an example, and what has to be fetched before the first own one. */
export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const { figure } = await sectorFigure(new Sectors(emptyView, teller), 'incidence');
	const { engine, records } = await readManifest();
	const recordBytes = Object.values(records)
		.flat()
		.reduce((sum, { bytes }) => sum + bytes, 0);
	return { example: { ...figure, id: 'example' }, engineBytes: engine.bytes, recordBytes };
};
