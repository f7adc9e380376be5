import type { Manifest } from '#lib/answers/answer-book.ts';
import type { ImportGuide } from '#lib/contracts/import-contracts.ts';
import { ReadInWorker } from '#lib/ingest/reading/read-in-worker.browser.ts';
import { fetchGenerated, generatedUrl, readPublication } from '../story/tell-here.browser.ts';

/** What files are matched against. @throws Error when it does not arrive */
export async function readGuide(publication: string): Promise<ImportGuide> {
	const bytes = await fetchGenerated((await importingOf(publication)).guide);
	return JSON.parse(new TextDecoder().decode(bytes)) as ImportGuide;
}

/** What takes files apart, in a worker that starts with the first. @throws Error when the publication does not arrive */
export async function openReader(publication: string): Promise<ReadInWorker> {
	return new ReadInWorker(generatedUrl((await importingOf(publication)).reader));
}

async function importingOf(publication: string): Promise<NonNullable<Manifest['importing']>> {
	const { importing } = (await readPublication(publication)).book.manifest;
	if (!importing) throw new Error('This edition imports nothing.');
	return importing;
}
