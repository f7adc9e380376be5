/** Surveys of a person's own under Explore: dropped, imported, kept, asked, and handed on. */
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFullFile } from '#lib/answers/rows/ask-full-file.ts';
import type { FileQuestion } from '#lib/answers/file-question.ts';
import { openTable } from '#lib/ingest/open-table.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { explore as words } from '#lib/vocabulary/messages/explore.ts';
import { openSurvey } from '#lib/vocabulary/messages/open-survey.ts';
import { ownPages } from '#lib/vocabulary/messages/own-pages.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };
import { openSite, visit, type Site } from '../support/site.ts';
import { violations } from '../support/violations.ts';

const files = 'tests/fixtures/import/files';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

/** The figure that the command line gives for the file itself. */
async function asked(
	name: string,
	question: Pick<FileQuestion, 'indicator' | 'design'> & Partial<FileQuestion>
): Promise<readonly Estimate[]> {
	const warehouse = await openNodeWarehouse();
	const blob = await openAsBlob(`${files}/${name}`);
	const file = await openTable(warehouse, { blob, name, table: 'file' });
	const full = { file: name, by: [], where: {}, ...question };
	const { estimates } = await askFullFile(full, { warehouse, file, thresholds });
	await warehouse.close();
	return estimates;
}

/** From a file dropped to a survey that is kept, by the guesses of the import. */
async function keep(page: Page, name: string, title: string): Promise<string> {
	await page.goto(site.at('/data/open/'));
	await page.setInputFiles('input[type=file]', `${files}/${name}`);
	const stages = page.getByRole('navigation', { name: openSurvey.steps });
	await stages.waitFor({ timeout: 60_000 });
	await page.getByRole('button', { name: openSurvey.stepNames.import }).click();
	const { import: last } = openSurvey;
	await page.getByLabel(last.fields.title).fill(title);
	await page.getByLabel(last.fields.wave).fill('2025');
	await page.getByRole('button', { name: last.go }).click();
	await page.getByRole('link', { name: last.doneExplore }).click();
	await page.waitForURL(/\/explore\/?\?survey=/);
	await opened(page, title);
	return new URL(page.url()).searchParams.get('survey') ?? '';
}

async function opened(page: Page, title: string): Promise<void> {
	const heading = page.getByRole('heading', { name: words.columns.heading(title) });
	await heading.waitFor({ timeout: 60_000 });
}

async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, value] of Object.entries(choices)) {
		await page.getByRole('combobox', { name, exact: true }).selectOption(value);
	}
}

async function workOut(page: Page): Promise<void> {
	await page.getByRole('button', { name: words.ask.go }).click();
	await page.locator('#result').waitFor();
	await page.locator('.result[aria-busy=false]').waitFor();
}

async function csvOf(page: Page): Promise<Record<string, string>[]> {
	const button = page.locator('#result').getByRole('button', { name: 'CSV' });
	const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
	const text = await readFile(await file.path(), 'utf8');
	return readCsv(text.replace(/^(#.*\r\n)+/, ''));
}

function expectRow(row: Record<string, string> | undefined, one: Estimate | undefined): void {
	expect(one?.value).not.toBeNull();
	for (const name of ['value', 'se', 'low', 'high'] as const) {
		expect(Number(row?.[name]) / Number(one?.[name]), name).toBeCloseTo(1, 9);
	}
	expect(row?.n).toBe(String(one?.n));
}

const label = words.ask;
const design = { strata: ['STRATUM'], cluster: ['PSU'], weight: 'WGT' };

test('a labour force survey is kept, asked under its design, and gives what its file gives', async () => {
	const page = await site.page();
	const id = await keep(page, 'lfs-bos.csv', 'Labour force pilot');
	expect(id).toMatch(/^labour-force-/);
	expect(await page.getByRole('combobox', { name: label.weight }).inputValue()).toBe('weight');
	expect(await page.locator('aside.notice').innerText()).toContain('Your own survey');
	await choose(page, { [label.of]: 'age', [label.by]: 'sex', [label.lonely]: 'adjust' });
	await workOut(page);
	const indicator = { kind: 'mean', of: 'B4_AGE' } as const;
	const expected = await asked('lfs-bos.csv', {
		...{ indicator, design, by: ['B3_SEX'], lonely: 'adjust' }
	});
	const rows = await csvOf(page);
	expect(rows.map(({ sex }) => sex)).toEqual(['F', 'M']);
	rows.forEach((row, i) => {
		expectRow(row, expected[i]);
	});
	const before = await page.locator('#result').innerText();
	await page.reload();
	await page.locator('#result').waitFor({ timeout: 60_000 });
	expect(await page.locator('#result').innerText()).toBe(before);
	await page.goto(site.at('/data/own/', `?survey=${id}`));
	await page.getByRole('main').getByRole('link', { name: 'Explore' }).click();
	await opened(page, 'Labour force pilot');
	await page.context().close();
}, 150_000);

describe('a file of no known kind', () => {
	const name = 'household-health-survey.csv';
	const title = 'Household health';
	const question = {
		indicator: { kind: 'mean', of: 'hl6' },
		design: { weight: 'hhweight', strata: ['stratum'], cluster: ['psu'] },
		lonely: 'adjust'
	} as const;
	let page: Page;
	let id = '';
	beforeAll(async () => {
		page = await site.page({ permissions: ['clipboard-read', 'clipboard-write'] });
		id = await keep(page, name, title);
		await choose(page, { [label.what]: 'mean', [label.of]: 'hl6', [label.lonely]: 'adjust' });
		await workOut(page);
		return () => page.context().close();
	}, 120_000);

	test('keeps its columns and is asked under the design that was found', async () => {
		expect(id).toMatch(/^other-/);
		const [expected] = await asked(name, question);
		expectRow((await csvOf(page))[0], expected);
	});

	test('stands in SQL under a name of its own', async () => {
		const box = page.getByRole('textbox', { name: words.sql.box });
		await box.fill('SELECT count(*) AS n FROM own_other');
		await page.getByRole('button', { name: words.sql.run }).click();
		const table = page.getByRole('table', { name: words.sql.result });
		await table.waitFor();
		expect(await table.locator('tbody').innerText()).toContain('80');
		expect(await page.getByRole('button', { name: words.sql.csv }).count()).toBe(0);
		await page.getByText(words.sql.kept).waitFor();
	});

	test('hides in files what few people say, until its owner says otherwise', async () => {
		await choose(page, { [label.what]: 'count', [label.by]: 'water_source', [label.and]: 'hl4' });
		await workOut(page);
		const kept = await csvOf(page);
		const hidden = kept.filter(({ note }) => note === 'withheld');
		expect(hidden.length).toBeGreaterThan(1);
		for (const row of hidden) expect([row.value, row.n, row.low]).toEqual(['', '', '']);
		for (const row of kept) if (row.n !== '') expect(Number(row.n)).toBeGreaterThanOrEqual(10);
		const protection = page.getByRole('checkbox', { name: ownPages.leavingSwitch });
		await protection.uncheck();
		const whole = await csvOf(page);
		expect(whole.every(({ n }) => Number(n) > 0)).toBe(true);
		await protection.check();
	});

	test('hides on paper what it hides in files', async () => {
		const result = page.locator('#result');
		await choose(page, { [label.what]: 'count', [label.by]: 'water_source', [label.and]: 'hl4' });
		await workOut(page);
		expect(await result.innerText()).not.toContain('withheld');
		const columns = page.getByRole('table', { name: words.columns.caption });
		// What may leave is told while the page has nothing else to do.
		await page.waitForFunction(() => {
			dispatchEvent(new Event('beforeprint'));
			const isTold = document.querySelector('#result')?.textContent?.includes('withheld') === true;
			if (!isTold) dispatchEvent(new Event('afterprint'));
			return isTold;
		});
		await page.emulateMedia({ media: 'print' });
		expect(await columns.isVisible()).toBe(false);
		await page.emulateMedia({ media: 'screen' });
		await page.evaluate(() => dispatchEvent(new Event('afterprint')));
		expect(await result.innerText()).not.toContain('withheld');
		expect(await columns.isVisible()).toBe(true);
	});

	test('is shown by its link to whoever has the file, and nobody else', async () => {
		await choose(page, { [label.what]: 'mean', [label.by]: '' });
		await workOut(page);
		const shown = await page.locator('#result').innerText();
		await page.locator('#result').getByRole('button', { name: 'Copy link' }).click();
		await page.getByText('Link copied').waitFor();
		const link = await page.evaluate(() => navigator.clipboard.readText());
		const source = await readFile(`${files}/${name}`, 'utf8');
		expect(decodeURIComponent(link)).not.toContain(source.split('\n')[1] ?? '');
		const other = await site.page();
		await visit(other, link);
		await other.getByRole('heading', { name: ownPages.missing }).waitFor();
		expect(await other.locator('#example').count()).toBe(0);
		await other
			.getByRole('group', { name: ownPages.chooseFile(name) })
			.locator('input')
			.setInputFiles(`${files}/${name}`);
		await opened(other, title);
		await other.locator('#result').waitFor();
		expect(await other.locator('#result').innerText()).toBe(shown);
		await other.context().close();
	});

	test('leaves the page with a question that it cannot answer named', async () => {
		const bad = encodeURIComponent('{"indicator":{"kind":"mean","of":"nothing"}}');
		await visit(page, site.at('/explore/', `?survey=${id}&ask=${bad}`));
		await page.getByText(words.own.questionLost).waitFor({ timeout: 60_000 });
		await opened(page, title);
		expect(await page.locator('#result').count()).toBe(0);
	});
});

describe('a file that is only looked at', () => {
	test.each([
		['students.xlsx', 'Excel', '60'],
		['short-names.sav', 'SPSS', '50'],
		['ilostat-unemployment.csv.gz', 'packed', undefined]
	])('%s, %s', async (name, _, rows) => {
		const page = await site.page();
		await visit(page, site.at('/explore/'));
		await page.setInputFiles('input[type=file]', `${files}/${name}`);
		await opened(page, basename(name));
		const status = await page.locator('.drop [role=status]').innerText();
		expect(status).toContain(rows ?? `${name} is open`);
		await page.context().close();
	});

	test('goes on to the import without being chosen again, read or refused', async () => {
		const page = await site.page();
		await visit(page, site.at('/explore/'));
		await page.setInputFiles('input[type=file]', `${files}/wave-2024-tracer.csv`);
		await opened(page, 'wave-2024-tracer.csv');
		await page.getByRole('link', { name: words.looked.keep }).click();
		await page
			.getByRole('heading', { name: '66 rows and 13 columns were read' })
			.waitFor({ timeout: 60_000 });
		await page.goBack();
		await page.getByRole('heading', { name: words.title }).waitFor();
		await page.setInputFiles('input[type=file]', {
			...{ name: 'uneven.csv', mimeType: 'text/csv' },
			buffer: Buffer.from('sex,age\nF,20\nM,30,1\nF,40\nM,50\n')
		});
		await page.getByRole('link', { name: words.open.asSurvey }).click();
		const heading = page.getByRole('heading', { name: /^\d rows and 2 columns were read/ });
		await heading.waitFor({ timeout: 60_000 });
		expect(await page.locator('main').innerText()).toContain('uneven.csv');
		await page.context().close();
	}, 120_000);
});

test.each([
	['light', 1440],
	['dark', 360]
] as const)(
	'no violation with a survey, an answer and one that is absent, %s at %i',
	async (colorScheme, width) => {
		const page = await site.page({ viewport: { width, height: 740 }, colorScheme });
		await keep(page, 'lfs-bos.csv', 'Labour force pilot');
		await choose(page, { [label.of]: 'age', [label.by]: 'residence', [label.lonely]: 'adjust' });
		await workOut(page);
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			width
		);
		await visit(page, site.at('/explore/', '?survey=other-01234567'));
		await page.getByRole('heading', { name: ownPages.missing }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.context().close();
	},
	150_000
);
