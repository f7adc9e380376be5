import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { nameOwnWaves, wavesCatalogue } from '#lib/contracts/own-waves.ts';
import { ownCatalogue } from '#lib/contracts/own-catalogue.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readAnswerBook, readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import { openOwnTables, ownSurveyOf } from '#tests/support/own-survey.ts';
import { disagreements } from './agreement.ts';
import type { AnswerBook, Manifest } from './answer-book.ts';
import { ask, type AskContext } from './ask.ts';
import { cellMaker } from './engine-cells.ts';
import { openOwnBook } from './own-answer-book.ts';
import { makeOwnBook } from './own-book.ts';
import { openWavesBook, type WavePart } from './own-waves-book.ts';

const half = `hash(respondent) % 2 = 0`;
const mine = '2025 (yours)';

let site: Catalogue;
let own: OwnSurvey;
let ownTables: Warehouse;
/** The waves of the site and the own one in one table, as R would stack them. */
let stacked: Warehouse;
let ownBook: AnswerBook;

beforeAll(async () => {
	site = await readCatalogue();
	ownTables = await openOwnTables('tracer', [
		`DELETE FROM tracer WHERE wave <> '2024' OR ${half}`,
		`UPDATE tracer SET wave = '2025', institution = 'Our College', disability = NULL`
	]);
	stacked = await openOwnTables('tracer', [
		`INSERT INTO tracer SELECT * REPLACE ('${mine}' AS wave, 'Our College' AS institution,
			NULL AS disability) FROM tracer WHERE wave = '2024' AND NOT (${half})`
	]);
	own = await ownSurveyOf(ownTables, 'tracer', ['tracer'], site);
	const made = await makeOwnBook(ownTables, ['tracer'], { catalogue: ownCatalogue(site, own, '') });
	const manifest = await readGenerated<Manifest>('manifest.json');
	ownBook = openOwnBook(
		manifest,
		made.shards,
		async (file) => made.files.get(file) ?? new Uint8Array()
	);
});

afterAll(async () => {
	await ownTables.close();
	await stacked.close();
});

async function contextWith(comparableWith: readonly string[]): Promise<AskContext> {
	const [chosen] = nameOwnWaves([{ ...own, comparableWith }], (wave) => `${wave} (yours)`);
	if (!chosen) throw new Error('no wave');
	const catalogue = wavesCatalogue(site, chosen, { others: [], notice: '' });
	const book = await readAnswerBook();
	const parts = ['2021', '2024', mine].map((wave): WavePart => {
		const isOwn = wave === mine;
		const from = isOwn ? ownBook : book;
		const entry = from.manifest.shards.find(
			({ table, slice }) => table === 'tracer' && (isOwn || slice === wave)
		);
		if (!entry) throw new Error(`no shard of ${wave}`);
		return { id: wave, wave, held: entry, open: () => from.open(entry) };
	});
	return { catalogue, book: openWavesBook(parts, book) };
}

const question = (indicator: string, more: Partial<Question> = {}): Question => ({
	...{ source: 'tracer', indicator, by: ['wave'], where: {} },
	...more
});

describe('waves of the site and of the device give what one stacked table gives', () => {
	test.each([
		question('employment'),
		question('employment', { by: ['wave', 'sex'], where: { residence: ['rural'] } }),
		question('pay', { where: { wave: ['2024', mine] } }),
		question('employment', { by: ['institution'], where: { wave: [mine] } }),
		question('wage-employment', {
			by: [],
			difference: { dimension: 'wave', minus: [mine, '2024'] }
		})
	])('%o', async (asked) => {
		const context = await contextWith(['2024']);
		const fromBook = await ask(asked, context);
		const fromStack = await ask(asked, {
			...context,
			engine: cellMaker(stacked),
			prefer: 'engine'
		});
		expect(disagreements(fromBook, fromStack)).toEqual([]);
		expect(fromBook.estimates.some(({ value }) => value !== null)).toBe(true);
	});
});

test('no change is drawn unless the owner calls the waves comparable, and then either way', async () => {
	const change = (a: string, b: string): Question =>
		question('employment', { by: [], difference: { dimension: 'wave', minus: [a, b] } });
	const silent = await contextWith([]);
	expect((await ask(change(mine, '2024'), silent)).problem?.code).toBe('not-comparable');
	const declared = await contextWith(['2024']);
	expect((await ask(change(mine, '2024'), declared)).problem).toBeUndefined();
	expect((await ask(change('2024', mine), declared)).problem).toBeUndefined();
	expect((await ask(change(mine, '2021'), declared)).problem?.code).toBe('not-comparable');
	// What the site's data say of its own waves stands.
	expect((await ask(change('2024', '2021'), silent)).problem).toBeUndefined();
});

test('own waves of one year have names of their own', () => {
	const named = nameOwnWaves([own, own, { ...own, wave: '2026' }], (wave, nth) => `${wave}-${nth}`);
	expect(named.map(({ wave }) => wave)).toEqual(['2025-1', '2025-2', '2026-1']);
});
