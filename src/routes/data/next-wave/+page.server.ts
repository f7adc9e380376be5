import { ask } from '#lib/answers/ask.ts';
import { nextWave as words } from '#lib/vocabulary/messages/next-wave.ts';
import { readAnswerBook, readCatalogue } from '../../generated.server.ts';
import { readFormTables } from './form-files.server.ts';

export async function load() {
	const catalogue = await readCatalogue();
	const tables = await readFormTables();
	return {
		tables: tables.map(({ schema, wave, files }) => ({
			...{ name: schema.name, title: schema.title, row: schema.row, wave, files }
		})),
		level: catalogue.thresholds.level,
		response: await lastResponse()
	};
}

/** How many of those invited to the latest wave of graduates answered, and which survey it was. */
async function lastResponse(): Promise<{ rate: number; title: string } | undefined> {
	const catalogue = await readCatalogue();
	const latest = catalogue.surveys.filter(({ kind }) => kind === 'tracer').at(-1);
	if (!latest) return undefined;
	const where = { wave: [latest.wave] };
	const question = { source: latest.id, indicator: 'response-rate', by: [], where };
	const { estimates } = await ask(question, { catalogue, book: await readAnswerBook() });
	const rate = estimates[0]?.value;
	return rate ? { rate, title: words.formTitle(latest.title, latest.wave) } : undefined;
}
