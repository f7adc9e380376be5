import axe from 'axe-core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { explore as words } from '#lib/vocabulary/messages/explore.ts';
import { ownPages } from '#lib/vocabulary/messages/own-pages.ts';
import { formatCount, formatValue } from '#lib/vocabulary/numbers.ts';
import { readCases, type OracleCase, type OracleRow } from '../support/oracle-cases.ts';
import { openSite, visit, type Site } from '../support/site.ts';

const fixtures = 'tests/oracles/data';

let site: Site;
let page: Page;
/** At the head of the file that was saved last. */
let notes: string[] = [];

beforeAll(async () => {
	site = await openSite();
});
beforeEach(async () => {
	page = await site.page();
	await visit(page, site.at('/explore/'));
	return () => page.context().close();
});
afterAll(() => site.close());

async function open(file: string | { name: string; content: string | Buffer }): Promise<void> {
	const chosen =
		typeof file === 'string'
			? join(fixtures, file)
			: { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) };
	await page.locator('input[type=file]').setInputFiles(chosen);
}

async function opened(name: string): Promise<void> {
	const heading = page.getByRole('heading', { name: words.columns.heading(name) });
	await heading.waitFor({ timeout: 60_000 });
}

async function choose(label: string, value: string): Promise<void> {
	await page.getByRole('combobox', { name: label, exact: true }).selectOption(value);
}

/** Every figure leaves the device, those of few people too. */
async function unprotect(): Promise<void> {
	await page.getByRole('checkbox', { name: ownPages.leavingSwitch }).uncheck();
}

async function workOut(): Promise<void> {
	await page.getByRole('button', { name: words.ask.go }).click();
	await page.locator('.result[aria-busy=false]').waitFor();
}

async function download(click: () => Promise<void>): Promise<Record<string, string>[]> {
	const [file] = await Promise.all([page.waitForEvent('download'), click()]);
	const text = await readFile(await file.path(), 'utf8');
	expect(text).toMatch(/^(# \S.*\r\n)+[^#]/);
	notes = text.match(/^# .*$/gm)?.map((line) => line.slice(2).trim()) ?? [];
	return readCsv(text.replace(/^(#.*\r\n)+/, ''));
}

function oracle(family: string, id: string): OracleCase {
	const found = readCases(family).find((spec) => spec.id === id);
	if (!found) throw new Error(`No case ${id}`);
	return found;
}

describe('real surveys, as R’s survey package estimates them', () => {
	const label = words.ask;
	test.each([
		[
			'cps1985.csv',
			'domain',
			'domain-cps-wage-by-gender',
			{ [label.of]: 'wage', [label.by]: 'gender' }
		],
		[
			'cps1985.csv',
			'domain',
			'domain-cps-wage-by-occupation-gender',
			{ [label.of]: 'wage', [label.by]: 'occupation', [label.and]: 'gender' }
		],
		[
			'psid7682.csv',
			'domain',
			'domain-psid-wage-by-year-gender',
			{ [label.of]: 'wage', [label.by]: 'year', [label.and]: 'gender', [label.cluster]: 'id' }
		],
		[
			'apistrat.csv',
			'domain',
			'domain-strat-api00-by-stype-awards-nofpc',
			{
				...{ [label.of]: 'api00', [label.by]: 'stype', [label.and]: 'awards' },
				...{ [label.weight]: 'pw', [label.stratum]: 'stype' }
			}
		],
		[
			'apistrat.csv',
			'domain',
			'domain-strat-api00-by-stype',
			{
				...{ [label.of]: 'api00', [label.by]: 'stype', [label.weight]: 'pw' },
				...{ [label.stratum]: 'stype', [label.population]: 'fpc' }
			}
		]
	])('%s: %s, %s', async (file, family, id, choices) => {
		await open(file);
		await opened(file);
		await unprotect();
		for (const [name, value] of Object.entries(choices)) await choose(name, value);
		await workOut();
		const spec = oracle(family, id);
		const figure = page.locator('#result');
		const rows = await download(() => figure.getByRole('button', { name: 'CSV' }).click());
		await figure.getByText('Table', { exact: true }).click();
		const lines = await figure.locator('tbody tr').allInnerTexts();
		expect(rows).toHaveLength(spec.expected.rows?.length ?? 0);
		for (const row of spec.expected.rows ?? []) checkRow(spec, row, { rows, lines });
		expect(await figure.locator('li[data-row]').count()).toBe(rows.length);
	});

	test('a share of a value, from the same form', async () => {
		await open('cps1985.csv');
		await opened('cps1985.csv');
		await choose(label.what, 'proportion');
		await choose(label.of, 'union');
		await choose(label.equals, 'yes');
		await choose(label.by, 'sector');
		await workOut();
		const csv = page.locator('#result').getByRole('button', { name: 'CSV' });
		const rows = await download(() => csv.click());
		const { expected } = oracle('proportion', 'prop-cps-union-by-sector');
		for (const { group, category, estimate, se } of expected.rows ?? []) {
			if (category !== 'yes') continue;
			const row = rows.find(({ sector }) => sector === String(group?.sector));
			expect(Number(row?.value)).toBeCloseTo(estimate ?? NaN, 9);
			expect(Number(row?.se)).toBeCloseTo(se ?? NaN, 9);
		}
	});
});

/** The raw numbers of the file and the rounded ones of the table, beside those of R. */
function checkRow(
	{ by }: OracleCase,
	expected: OracleRow,
	{ rows, lines }: { rows: readonly Record<string, string>[]; lines: readonly string[] }
): void {
	const key = (by ?? []).map((column) => String(expected.group?.[column]));
	const at = rows.findIndex((row) => (by ?? []).every((column, i) => row[column] === key[i]));
	const row = rows[at];
	const value = expected.estimate ?? NaN;
	const [low, high] = [expected.ci_low ?? NaN, expected.ci_high ?? NaN];
	expect(Number(row?.value) / value).toBeCloseTo(1, 9);
	expect(Number(row?.se) / (expected.se ?? NaN)).toBeCloseTo(1, 7);
	expect(Number(row?.low) / low).toBeCloseTo(1, 6);
	expect(Number(row?.high) / high).toBeCloseTo(1, 6);
	expect(row?.n).toBe(String(expected.n));
	const cells = (lines[at] ?? '').split('\t').map((cell) => cell.trim());
	expect(cells.slice(0, key.length)).toEqual(key);
	expect(cells[key.length]).toBe(formatValue(value, 'index', high - low));
	expect(cells).toContain(formatCount(expected.n ?? NaN));
}

test('the columns are shown with type, different values and how many are missing', async () => {
	await open('apistrat.csv');
	await opened('apistrat.csv');
	const row = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: 'target' }) });
	expect((await row.innerText()).split('\t').slice(0, 4)).toEqual([
		...['target', 'number, 1 to 21', '21', '20']
	]);
});

test('groups with too few rows are marked, and a restriction restricts', async () => {
	await open('cps1985.csv');
	await opened('cps1985.csv');
	await choose(words.ask.what, 'count');
	await choose(words.ask.by, 'occupation');
	await choose(words.ask.where, 'ethnicity');
	await page.getByRole('checkbox', { name: 'hispanic' }).check();
	await workOut();
	const figure = page.locator('#result');
	expect(await figure.locator('.no-mark').count()).toBeGreaterThan(0);
	await unprotect();
	const rows = await download(() => figure.getByRole('button', { name: 'CSV' }).click());
	expect(rows.reduce((sum, { value }) => sum + Number(value), 0)).toBe(27);
});

describe('a file that cannot be opened leaves the page as it was, with one sentence', () => {
	test.each([
		['empty.csv', '', /^empty\.csv is empty\.$/],
		['book.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]), /^book\.csv .* zip archive/],
		['data.csv', '5.1,8,female\n4.9,9,male\n6.7,12,male\n', /^data\.csv has no header row/],
		[
			'ragged.csv',
			'a,b\n1,2\n1,2,3\n4\n',
			/^ragged\.csv could not be read: row 3 has 3 fields, the header 2\./
		]
	])('%s', async (name, content, expected) => {
		await open('cps1985.csv');
		await opened('cps1985.csv');
		await choose(words.ask.by, 'gender');
		await workOut();
		const before = await page.locator('#result').innerText();
		await open({ name, content });
		const alert = page.locator('.drop [role=alert]');
		await alert.waitFor();
		const sentence = (await alert.locator('p').first().innerText()).trim();
		expect(sentence).toMatch(expected);
		expect(sentence.split('\n')).toHaveLength(1);
		expect(await page.locator('#result').innerText()).toBe(before);
		expect(await page.getByRole('combobox', { name: 'By', exact: true }).inputValue()).toBe(
			'gender'
		);
		await workOut();
		expect(await page.locator('#result').innerText()).toBe(before);
	});
});

test('no row is lost in silence: those that begin with #, those in no group', async () => {
	const rows = Array.from(
		{ length: 100 },
		(_, i) => `${i === 50 ? '#' : ''}${i},${i % 7 ? 'm' : ''}`
	);
	await open({ name: 'hash.csv', content: `id,g\n${rows.join('\n')}\n` });
	await opened('hash.csv');
	await page.getByText(words.open.opened('hash.csv', '100', 2)).waitFor();
	await choose(words.ask.what, 'count');
	await choose(words.ask.by, 'g');
	await workOut();
	await page.getByText(words.result.unclassified('15 rows', 'g')).waitFor();
	expect(await page.locator('#result').innerText()).toContain('85');
});

test('names that were made up are listed, and a name that comes twice is not guessed', async () => {
	await open({ name: 'twice.csv', content: 'y,y,g\n1,10,a\n3,30,b\n' });
	await opened('twice.csv');
	await page.getByText(words.columns.renamed(words.columns.named('y', 2, 'y (2)'))).waitFor();
	await choose(words.ask.of, 'y');
	await workOut();
	await page.getByRole('alert').filter({ hasText: '“y” and “y (2)”' }).waitFor();
	await choose(words.ask.of, 'y (2)');
	await workOut();
	expect(await page.locator('.result [role=alert]').count()).toBe(0);
});

describe('SQL', () => {
	const box = () => page.getByRole('textbox', { name: words.sql.box });

	test('runs by keyboard, shows a table and saves all rows', async () => {
		await open('psid7682.csv');
		await opened('psid7682.csv');
		await box().fill('SELECT id, wage FROM psid7682 ORDER BY id::INTEGER, year');
		await box().press('Control+Enter');
		await page.getByText(words.sql.shown('200', '4,165')).waitFor();
		const table = page.getByRole('table', { name: words.sql.result });
		expect(await table.locator('tbody tr').count()).toBe(200);
		expect(await page.getByRole('button', { name: words.sql.csv }).count()).toBe(0);
		await unprotect();
		const rows = await download(() => page.getByRole('button', { name: words.sql.csv }).click());
		expect(rows).toHaveLength(4165);
		expect(rows[0]).toEqual({ id: '1', wage: '260' });
		expect(notes).toEqual([
			words.sql.asked('SELECT id, wage FROM psid7682 ORDER BY id::INTEGER, year'),
			words.sql.from('psid7682')
		]);
	});

	test('an error shows DuckDB’s message and keeps the query', async () => {
		await open('cps1985.csv');
		await opened('cps1985.csv');
		const query = 'SELECT wgae FROM cps1985';
		await box().fill(query);
		await page.getByRole('button', { name: words.sql.run }).click();
		const alert = page.locator('pre', { hasText: 'Binder Error' });
		await alert.waitFor();
		expect(await alert.innerText()).toContain('"wgae" not found');
		expect(await box().inputValue()).toBe(query);
	});

	test('what changes tables, or reads files and addresses, is refused', async () => {
		await open('cps1985.csv');
		await opened('cps1985.csv');
		const run = page.getByRole('button', { name: words.sql.run });
		await box().fill('DROP TABLE cps1985');
		await run.click();
		await page.getByText(words.sql.refusals['sql-not-a-query']('DROP')).waitFor();
		await box().fill(`FROM read_csv('${site.at('/')}')`);
		await run.click();
		const alert = page.locator('pre', { hasText: 'Permission Error' });
		await alert.waitFor();
		expect(await alert.innerText()).toContain('disabled by configuration');
	});

	test('the records of the demonstration can be loaded without a file, and beside one', async () => {
		await page.getByRole('button', { name: /demonstration/ }).click();
		await page.getByText(/^audit_skill, /).waitFor({ timeout: 60_000 });
		await open('cps1985.csv');
		await opened('cps1985.csv');
		await box().fill(
			'SELECT (SELECT count(*) FROM cps1985) AS own, count(*) > 0 AS site FROM tracer'
		);
		await page.getByRole('button', { name: words.sql.run }).click();
		const table = page.getByRole('table', { name: words.sql.result });
		await table.waitFor();
		expect(await table.locator('tbody').innerText()).toMatch(/534\s+true/);
		await unprotect();
		await download(() => page.getByRole('button', { name: words.sql.csv }).click());
		expect(notes.at(-2)).toMatch(/^Tables open: cps1985, .*tracer/);
		expect(notes.at(-1)).toMatch(/synthetic/i);
	});
});

test('nothing of a file leaves the device', async () => {
	const sent: string[] = [];
	page.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		const isOwn = protocol === 'blob:' || origin === site.origin;
		if (request.method() !== 'GET' || request.postData() || !isOwn) sent.push(request.url());
	});
	await open('apistrat.csv');
	await opened('apistrat.csv');
	await workOut();
	expect(sent).toEqual([]);
});

test('what stands in a file is text on the page', async () => {
	const evil = '<img src=x onerror="document.title=1">';
	await open({
		name: 'evil.csv',
		content: `g,y\n${`"${evil.replaceAll('"', '""')}",1\n`.repeat(30)}`
	});
	await opened('evil.csv');
	await choose(words.ask.by, 'g');
	await workOut();
	expect(await page.locator('#result .name').first().innerText()).toContain(evil);
	expect(await page.locator('main img').count()).toBe(0);
});

test('when DuckDB cannot start the page says so, stays, and tries again', async () => {
	await page.route('**/generated/engine/**', (route) => route.abort());
	await open('cps1985.csv');
	await page.getByText(words.open.engineFailed).waitFor({ timeout: 60_000 });
	expect(await page.locator('#example svg').count()).toBeGreaterThan(0);
	await page.unroute('**/generated/engine/**');
	await page.getByRole('button', { name: words.open.retry }).click();
	await opened('cps1985.csv');
	expect(await page.locator('.drop [role=alert]').count()).toBe(0);
});

test('opening can be cancelled', async () => {
	await page.route('**/generated/engine/*.pack', () => undefined);
	await open('cps1985.csv');
	await page.getByRole('button', { name: words.open.cancel }).click();
	await page.getByRole('button', { name: words.open.cancel }).waitFor({ state: 'detached' });
	expect(await page.locator('#example').count()).toBe(1);
	expect(await page.locator('.drop [role=alert]').count()).toBe(0);
});

test('what the address asks of this page is named as ignored', async () => {
	await visit(page, site.at('/explore/', '?sector=X'));
	await page.locator('.ignored', { hasText: 'sector' }).waitFor();
	expect(await page.locator('#example').isVisible()).toBe(true);
});

test.each([
	['light', 1440],
	['dark', 360]
] as const)('no violation with a file, an answer and an error, %s at %i', async (scheme, width) => {
	await page.emulateMedia({ colorScheme: scheme });
	await page.setViewportSize({ width, height: 740 });
	await open('apistrat.csv');
	await opened('apistrat.csv');
	await choose(words.ask.by, 'stype');
	await choose(words.ask.where, 'awards');
	await choose(words.ask.stratum, 'stype');
	await workOut();
	await page.getByRole('textbox', { name: words.sql.box }).fill('SELECT nothing');
	await page.getByRole('button', { name: words.sql.run }).click();
	await page.locator('pre', { hasText: 'Binder Error' }).waitFor();
	await open({ name: 'empty.csv', content: '' });
	await page.locator('.drop [role=alert]').waitFor();
	await page.evaluate(axe.source);
	const found = await page.evaluate(() =>
		(window as unknown as { axe: typeof axe }).axe.run().then(({ violations }) => violations)
	);
	expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual(
		[]
	);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
		width
	);
});
