import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { story } from '#lib/vocabulary/messages/story.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import site from '#data/site.json';
import { clippedText, overlappingText, tooWide } from '../support/boxes.ts';
import { sheetsOf } from '../support/sheets.ts';
import { base, openSite, visit, type Site } from '../support/site.ts';

/** A sheet of A4 less its margins, at 96 dots an inch. */
const sheet = { width: 688, height: 1031 };
const reports = '.cache/reports';
const [first, second, third] = site.targetSectors.map(({ code }) => code);

let built: Site;

beforeAll(async () => {
	built = await openSite();
	mkdirSync(reports, { recursive: true });
});

afterAll(() => built.close());

/** The brief as it is printed, drawn at the width of a sheet. */
async function onPaper(page: Page, name: string): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize(sheet);
	await page.screenshot({ path: `${reports}/${name}.png`, fullPage: true });
}

describe.each([
	'',
	`?sector=${first}`,
	`?sector=${second}&sex=F`,
	`?sector=${third}`,
	'?age=15-24'
])('the brief %s', (query) => {
	test('takes one sheet or two, with all that a sheet must say', async () => {
		const page = await built.page();
		await visit(page, built.at('/brief/', query));
		const name = `brief-${query.replace(/\W+/g, '-')}`;
		await onPaper(page, name);
		const paper = page.locator('.policy-paper');
		expect(await paper.locator('header').innerText()).toContain(site.notice);
		const foot = await paper.locator('footer').innerText();
		expect(foot).toContain(site.notice);
		expect(foot).toContain(`Edition ${site.edition}`);
		expect(foot).toContain(built.at('/brief/', query));
		expect(await page.locator('figure.chart .rows').count()).toBe(3);
		expect(await page.locator('table:visible').count()).toBe(1);
		for (const hidden of ['.top', '.notice', '.filters', '.acts', 'button', '.on-paper']) {
			const shown = await page.locator(`${hidden}:visible`).count();
			expect(shown, hidden).toBe(0);
		}
		expect(await page.evaluate(tooWide)).toEqual([]);
		expect(await page.evaluate(clippedText)).toEqual([]);
		expect(await page.evaluate(overlappingText)).toEqual([]);
		const sheets = await sheetsOf(page, name);
		expect([1, 2]).toContain(sheets.length);
		expect(sheets[0]).toContain(site.notice);
		for (const part of [site.notice, `Edition ${site.edition}`])
			expect(sheets.at(-1)).toContain(part);
		await page.context().close();
	});
});

test('paper stays light in the dark', async () => {
	const page = await built.page({ colorScheme: 'dark' });
	await visit(page, built.at('/brief/'));
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const colours = await page.evaluate(() => {
		const { backgroundColor, color } = getComputedStyle(document.body);
		return [backgroundColor, color];
	});
	expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
	await page.context().close();
});

test('the brief of the default view stands without scripts', async () => {
	const page = await built.page({ javaScriptEnabled: false });
	await page.goto(built.at('/brief/'));
	expect(await page.locator('.policy-paper h1').count()).toBe(1);
	expect(await page.locator('figure.chart .rows').count()).toBe(3);
	expect(await page.locator('.courses tbody tr').count()).toBe(5);
	expect(await page.getByRole('button', { name: words.print }).count()).toBe(0);
	await page.context().close();
});

test('pages of figures lead to the brief of what they show', async () => {
	const page = await built.page();
	const leads = async (route: string, query: string) => {
		await visit(page, built.at(route, query));
		const target = await page.getByRole('link', { name: story.toBrief }).getAttribute('href');
		return target?.slice(base.length);
	};
	expect(await leads('/sectors/', '?sex=F&district_group=NOR')).toBe('/brief?sex=F');
	expect(await leads(`/sectors/${second}/`, '?age=15-24')).toBe(
		`/brief?age=15-24&sector=${second}`
	);
	expect(await leads('/', '?residence=rural')).toBe('/brief?residence=rural');
	expect(await leads('/credentials/', '?need=100&sex=F')).toBe('/brief?need=100&sex=F');
	await page.context().close();
});
