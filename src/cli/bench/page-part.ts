import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAnswerBook, type Manifest } from '#lib/answers/answer-book.ts';
import { ask } from '#lib/answers/ask.ts';
import { indicators } from '#lib/indicators/declared.ts';
import { readCatalogueFiles } from '../catalogue.ts';
import { leastTime, type Timed } from './part.ts';

const generated = 'static/generated';

/**
 * Every indicator of workers by skill under a filter, with errors, intervals and grades, out of published tables that
 * are open already; against adding the weighted answers of the same rows up.
 */
export async function pagePart(): Promise<Timed[]> {
	const catalogue = await readCatalogueFiles();
	const manifest = JSON.parse(await readFile(join(generated, 'manifest.json'), 'utf8')) as Manifest;
	const book = openAnswerBook(manifest, (path) => readFile(join(generated, path)));
	const [target] = catalogue.site.targetSectors;
	if (!target) throw new RangeError('data/site.json names no target sector');
	const where = { sector: [target.code], sex: ['F'] };
	const questions = Object.values(indicators)
		.filter(({ table }) => table === 'audit_skill')
		.map(({ id }) => ({ source: 'audit', indicator: id, by: ['skill'], where }));
	const answerAll = async () => {
		for (const question of questions) await ask(question, { catalogue, book });
	};
	await answerAll();
	const entry = manifest.shards.find(({ slice }) => slice === target.code);
	if (!entry) throw new RangeError(`No published table of ${target.code}`);
	const { weight, profile, measures } = await book.open(entry);
	const addUp = () =>
		Object.values(measures).map(({ y }) =>
			weight.reduce((sum, w, row) => sum + w * (y[profile[row] ?? 0] ?? 0), 0)
		);
	return [
		{
			what: `${questions.length} indicators by skill under a filter, ${weight.length} rows`,
			time: await leastTime(20, answerAll),
			against: 'adding them up without errors',
			reference: await leastTime(20, addUp)
		}
	];
}
