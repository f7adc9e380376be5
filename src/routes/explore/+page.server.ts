import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue, readManifest } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import { tellExample } from './example.ts';

/** An answer of the demonstration as an example, and what has to be fetched before the first own one. */
export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const example = await tellExample(teller);
	const { engine, records } = await readManifest();
	const recordBytes = Object.values(records)
		.flat()
		.reduce((sum, { bytes }) => sum + bytes, 0);
	return {
		example,
		engineBytes: engine.bytes,
		recordBytes,
		auditBytes: await engineBytes()
	};
};
