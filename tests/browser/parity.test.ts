import { afterAll, beforeAll, expect, test } from 'vitest';
import { disagreements } from '#lib/answers/agreement.ts';
import { openAnswerBook, type AnswerBook } from '#lib/answers/answer-book.ts';
import { ask } from '#lib/answers/ask.ts';
import { cellMaker } from '#lib/answers/engine-cells.ts';
import type { Publication } from '#lib/answers/publication.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { fetchBytes, loadSourceTable } from '#lib/warehouse/load-source.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import {
	drawQuestions,
	isNarrow,
	minimumNarrow,
	paritySeed
} from '#tests/support/random-questions.ts';

const base = new URL('/generated/', location.href).href;

let warehouse: Warehouse;
let book: AnswerBook;
let catalogue: Catalogue;

beforeAll(async () => {
	const { publication } = (await (await fetch(`${base}manifest.json`)).json()) as {
		publication: string;
	};
	const published = (await (await fetch(base + publication)).json()) as Publication;
	const { manifest } = published;
	catalogue = published.catalogue;
	book = openAnswerBook(manifest, async (path) => {
		return new Uint8Array(await (await fetch(base + path)).arrayBuffer());
	});
	warehouse = await openBrowserWarehouse({ engine: manifest.engine, base: `${base}engine/` });
	for (const { table, columns, path, bytes } of Object.values(manifest.records).flat()) {
		const file = { table, columns, bytes, url: base + path };
		await loadSourceTable(warehouse, file, { fetchBytes });
	}
	await warehouse.lock();
}, 120_000);

afterAll(() => warehouse.close());

test(`the published tables and DuckDB-Wasm give the same figures (seed ${paritySeed})`, async () => {
	const engine = cellMaker(warehouse);
	const published: Answer[] = [];
	const differing = [];
	for (const question of drawQuestions(catalogue)) {
		const fromShard = await ask(question, { catalogue, book });
		const fromEngine = await ask(question, { catalogue, book, engine, prefer: 'engine' });
		published.push(fromShard);
		differing.push(...disagreements(fromShard, fromEngine));
	}
	expect(differing).toEqual([]);
	expect(published.length).toBeGreaterThanOrEqual(300);
	expect(published.filter(isNarrow).length).toBeGreaterThanOrEqual(minimumNarrow);
}, 120_000);
