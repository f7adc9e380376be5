import { afterAll, beforeAll, expect, test } from 'vitest';
import { disagreements } from '#lib/answers/agreement.ts';
import { ask } from '#lib/answers/ask.ts';
import { cellMaker } from '#lib/answers/engine-cells.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { formatQuestion } from '#lib/vocabulary/question.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { openSources, readAnswerBook, readCatalogue } from './support/catalogue.ts';
import { drawQuestions, isNarrow, minimumNarrow, paritySeed } from './support/random-questions.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openSources();
	await warehouse.lock();
});

afterAll(() => warehouse.close());

test(`the published tables and DuckDB for Node give the same figures (seed ${paritySeed})`, async () => {
	const catalogue = await readCatalogue();
	const book = await readAnswerBook();
	const engine = cellMaker(warehouse);
	const published: Answer[] = [];
	const differing = [];
	for (const question of drawQuestions(catalogue)) {
		const fromShard = await ask(question, { catalogue, book });
		const fromEngine = await ask(question, { catalogue, book, engine, prefer: 'engine' });
		expect(fromShard.problem, formatQuestion(question)).toBeUndefined();
		published.push(fromShard);
		differing.push(...disagreements(fromShard, fromEngine));
	}
	expect(differing).toEqual([]);
	expect(published.length).toBeGreaterThanOrEqual(300);
	expect(published.filter(isNarrow).length).toBeGreaterThanOrEqual(minimumNarrow);
	const counts = new Map<string, number>();
	for (const { question } of published) {
		counts.set(question.indicator, (counts.get(question.indicator) ?? 0) + 1);
	}
	expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(20);
}, 120_000);
