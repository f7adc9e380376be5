import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import { openOwnTables, ownSurveyOf } from '#tests/support/own-survey.ts';
import { disagreements } from './agreement.ts';
import type { Manifest } from './answer-book.ts';
import { ask, type AskContext } from './ask.ts';
import { cellMaker } from './engine-cells.ts';
import { makeOwnBook, type OwnBook } from './own-book.ts';
import { ownContext } from './own-context.ts';

let site: Catalogue;
let warehouse: Warehouse;
let own: OwnSurvey;
let book: OwnBook;
let context: AskContext;

beforeAll(async () => {
	site = await readCatalogue();
	// Half of the latest wave under a wave of its own, at an institution that the site does not know; nobody was
	// asked about disability.
	warehouse = await openOwnTables('tracer', [
		`DELETE FROM tracer WHERE wave <> '2024' OR hash(respondent) % 2 = 0`,
		`UPDATE tracer SET wave = '2025', disability = NULL`,
		`UPDATE tracer SET institution = 'Our College' WHERE institution = (SELECT min(institution) FROM tracer)`
	]);
	own = await ownSurveyOf(warehouse, 'tracer', ['tracer'], site);
	const manifest = await readGenerated<Manifest>('manifest.json');
	const opened = (made: OwnBook): AskContext =>
		ownContext(own, made.shards, {
			...{ site, manifest },
			fetchBytes: async (path) => made.files.get(path) ?? new Uint8Array()
		});
	const { catalogue } = opened({ version: '', shards: [], files: new Map() });
	book = await makeOwnBook(warehouse, ['tracer'], { catalogue });
	context = opened(book);
});

afterAll(() => warehouse.close());

const question = (indicator: string, more: Partial<Question> = {}): Question => ({
	...{ source: 'tracer', indicator, by: [], where: { wave: ['2025'] } },
	...more
});

test('codes that the file brings are found by counting, and those of the site are not among them', () => {
	expect(own.facts.codes).toEqual({
		institution: [{ code: 'Our College', label: 'Our College' }]
	});
	expect(own.facts.cohorts).toEqual(['2019', '2020', '2021']);
	expect(own.facts.weighted).toBe(true);
});

describe('its book and DuckDB over its tables give the same figures', () => {
	test.each([
		question('employment', { by: ['institution'] }),
		question('employment', { by: ['sex', 'residence'] }),
		question('without-first-job', { by: ['residence_rural'] }),
		question('pay', { by: ['field'] }),
		question('barrier', { by: ['sex'] }),
		question('employment', { difference: { dimension: 'sex', minus: ['F', 'M'] } }),
		question('field-mismatch', { where: { wave: ['2025'], institution: ['Our College'] } })
	])('%o', async (asked) => {
		const fromBook = await ask(asked, context);
		const engine = cellMaker(warehouse);
		const fromEngine = await ask(asked, { ...context, engine, prefer: 'engine' });
		expect(disagreements(fromBook, fromEngine)).toEqual([]);
		expect(fromBook.estimates.some(({ value }) => value !== null)).toBe(true);
		expect(fromBook.provenance).toMatchObject({
			madeBy: 'a file of this device',
			synthetic: false
		});
	});
});

test('what nobody was asked is said, by dimension and by indicator, and no engine is offered', async () => {
	const byDisability = await ask(question('employment', { by: ['disability'] }), context);
	expect(byDisability.problem).toMatchObject({
		code: 'not-asked',
		details: { what: 'disability' }
	});
	const workers = await ask(
		{ source: 'audit', indicator: 'incidence', by: [], where: {} },
		context
	);
	expect(workers.problem?.code).toBe('not-asked');
});

test('the catalogue has this survey alone, its notice, and its codes behind those of the site', () => {
	const { catalogue } = context;
	expect(catalogue.surveys).toMatchObject([
		{ id: 'tracer', wave: '2025', access: 'own', synthetic: false }
	]);
	expect(catalogue.site.notice).toContain('Your own survey, on this device: Follow-up of our');
	expect(catalogue.codeLists.institution?.at(-1)).toEqual({
		code: 'Our College',
		label: 'Our College'
	});
	expect(catalogue.codeLists.wave).toEqual([{ code: '2025', label: '2025' }]);
});
