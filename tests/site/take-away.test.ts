import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notice } from '#data/site.json';
import { charts } from '#lib/vocabulary/messages/charts.ts';
import { takeAway as words } from '#lib/vocabulary/messages/take-away.ts';
import { builtRoutes, openSite, visit, type Site } from '../support/site.ts';

const route = '/sectors/MIN/';
const query = '?sex=F&residence=rural';
const id = 'by-skill';
const briefRoute = builtRoutes().find((one) => /^\/credentials\/[A-Z]+-\w+\/$/.test(one)) ?? '';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

/** A sector page under filters with one of its figures. */
async function openFigure(): Promise<{ page: Page; figure: Locator; address: string }> {
	const page = await site.page({ permissions: ['clipboard-read', 'clipboard-write'] });
	await visit(page, site.at(route, query));
	return { page, figure: page.locator(`#${id}`), address: `${site.at(route, query)}#${id}` };
}

/** Presses a button of a figure and reads the file that it saves. */
async function saved(page: Page, figure: Locator, form: keyof typeof charts.forms) {
	const download = page.waitForEvent('download');
	await figure.getByRole('button', { name: charts.forms[form], exact: true }).click();
	const file = await download;
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a filtered figure leaves as SVG, PNG, CSV and R, each with finding, notice and address', async () => {
	const { page, figure, address } = await openFigure();
	const finding = (await figure.locator('h2').textContent()) ?? '';
	const shown = (await page.locator('.shown span').first().textContent()) ?? '';

	const svg = await saved(page, figure, 'svg');
	expect(svg.name).toBe('sectors-MIN-by-skill-sex-F-residence-rural.svg');
	const parsed = await page.evaluate((text) => {
		const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
		return { name: root.nodeName, text: root.textContent };
	}, svg.bytes.toString());
	expect(parsed.name).toBe('svg');
	for (const part of [shown, notice, address]) expect(parsed.text).toContain(part);
	expect(parsed.text.replaceAll(/\s/g, '')).toContain(finding.replaceAll(/\s/g, ''));

	const png = await saved(page, figure, 'png');
	expect(png.bytes.subarray(0, 8)).toEqual(
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
	);
	const height = Number(/ height="(\d+)"/.exec(svg.bytes.toString())?.[1]);
	expect(png.bytes.readUInt32BE(16)).toBe(1600);
	expect(png.bytes.readUInt32BE(20)).toBe(2 * height);
	expect(png.bytes.length).toBeGreaterThan(20_000);

	const csv = (await saved(page, figure, 'csv')).bytes.toString();
	for (const part of [finding, shown, notice, address, words.grades]) expect(csv).toContain(part);
	expect(csv).toMatch(/\r\nskill,required,attained,.*,quality\r\n/);

	const r = await saved(page, figure, 'r');
	expect(r.name).toMatch(/\.R$/);
	for (const part of [address, notice, 'library(survey)', `${site.at('/generated')}`])
		expect(r.bytes.toString()).toContain(part);
	await page.context().close();
});

test.each([
	['/providers/', 'other-providers', /^provider,sectors,lqf,.*\r\n.*,\d+,/m],
	['/providers/', 'other-courses', /^course,skills,status,made_up\r\n/m],
	[
		'/providers/',
		'compared',
		/^id,course,.*,people,people_low,people_high,people_n,people_quality,/m
	],
	['/credentials/', 'scenarios', /^scenario,average_shift,largest_shift,stay\r\n/m],
	['/credentials/', 'correlations', /^criterion,need,/m],
	[
		briefRoute,
		'evidence',
		/^figure,indicator,measure,value,low,high,n,.*\r\n[\s\S]*,rank,rank,,\d+,\d+,/m
	]
])('a table that is no figure leaves as CSV: %s %s', async (at, table, lines) => {
	const page = await site.page();
	await visit(page, site.at(at));
	const csv = await saved(page, page.locator(`#${table}`), 'csv');
	expect(csv.name).toMatch(new RegExp(`${table}\\.csv$`));
	const text = csv.bytes.toString();
	expect(text).toMatch(lines);
	for (const part of [notice, `${site.at(at)}#${table}`, 'Edition']) expect(text).toContain(part);
	await page.context().close();
});

test('nothing of it is fetched before it is asked for', async () => {
	const page = await site.page();
	const scripts: string[] = [];
	page.on('response', async (response) => {
		if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(await response.text());
	});
	await visit(page, site.at(route, query));
	const isThere = () => scripts.some((text) => text.includes(words.sqlHelp));
	expect(isThere()).toBe(false);
	await page.locator(`#${id}`).getByText(charts.computed, { exact: true }).click();
	await page.getByText(words.sqlHelp).waitFor();
	expect(isThere()).toBe(true);
	await page.context().close();
});

test('a figure is cited with its View, and the citation follows the filters', async () => {
	const { page, figure, address } = await openFigure();
	await figure.getByText(charts.cite, { exact: true }).click();
	await figure.getByRole('button', { name: `${words.copy}: ${words.citation}` }).click();
	await figure.getByText(words.copied).waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	for (const part of [notice, address, 'Edition 2024.1', 'Skills audit, wave 2024'])
		expect(copied).toContain(part);
	const bibtex = figure.getByRole('region', { name: words.bibtex });
	expect(await bibtex.textContent()).toContain(`url = {${address}}`);
	await page.locator('select[name=sex]').selectOption('M');
	await figure.locator('.aside', { hasText: 'sex=M' }).waitFor();
	expect(await figure.locator('.aside').textContent()).toContain('Showing rural men');
	await page.context().close();
});

test('how a figure was computed shows its R and its SQL, with the filters written in', async () => {
	const { page, figure } = await openFigure();
	await figure.getByText(charts.computed, { exact: true }).click();
	const sql = figure.getByRole('region', { name: words.sql });
	await sql.waitFor();
	expect(await sql.textContent()).toMatch(/FROM "audit_skill"[\s\S]*sex IN \('F'\)/);
	const r = figure.getByRole('region', { name: words.r, exact: true });
	expect(await r.textContent()).toContain('svydesign(');
	await page.context().close();
});

test('an embedded figure stands alone in a frame, under its filters, with whom it shows', async () => {
	const { page, figure } = await openFigure();
	await figure.getByText(charts.embed, { exact: true }).click();
	const code = await figure.getByRole('region', { name: words.embed }).textContent();
	const other = await page.context().newPage();
	await other.setContent(code ?? '');
	const frame = other.frameLocator('iframe');
	await frame.locator('.shown').first().getByText('Showing rural women').waitFor();
	await frame.locator(`#${id} h2`).waitFor();
	expect(await frame.locator(`#${id} .src`).textContent()).toContain(notice);
	for (const gone of ['h1', '.top', '.foot', '.acts', 'select', '.ignored', '#by-gender'])
		expect(await frame.locator(gone).locator('visible=true').count(), gone).toBe(0);
	const link = frame.locator('.on-paper a');
	expect(await link.getAttribute('href')).toBe(`${site.at(route, query)}#${id}`);
	await page.context().close();
});

test('without its files a figure says that they could not be made', async () => {
	const { page, figure } = await openFigure();
	await page.context().setOffline(true);
	await figure.getByRole('button', { name: charts.forms.svg, exact: true }).click();
	await figure.getByText(charts.notMade).waitFor();
	expect(await figure.locator('h2').isVisible()).toBe(true);
	await page.context().close();
});
