import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frame } from '#lib/vocabulary/messages/frame.ts';
import { sectors } from '../../src/routes/sector-list.ts';
import { base, openSite, visit, type Site } from '../support/site.ts';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

/** Path within the site, and query. */
const placeOf = (page: Page) => {
	const { pathname, search } = new URL(page.url());
	return pathname.slice(base.length) + search;
};

async function follow(page: Page, selector: string): Promise<string> {
	const before = page.url();
	await page.locator(selector).first().click();
	await page.waitForURL((url) => url.href !== before);
	return placeOf(page);
}

describe('filters', () => {
	test('go along with links from one page of figures to another, as far as it knows them', async () => {
		const page = await site.page();
		await visit(page, site.at('/', '?sex=F&sector=MIN,TEX'));
		const menu = (name: string) => `.nav a:text-is("${name}")`;
		expect(await follow(page, menu(frame.nav.sectors))).toBe('/sectors/?sex=F&sector=MIN,TEX');
		expect(await follow(page, 'figure.chart .name a')).toMatch(/^\/sectors\/[A-Z]+\/\?sex=F$/);
		expect(await follow(page, menu(frame.nav.credentials))).toBe('/credentials/?sex=F');
		expect(await follow(page, menu(frame.nav.data))).toBe('/data/');
		await page.context().close();
	});

	test('go along with the row that Enter follows', async () => {
		const page = await site.page();
		await visit(page, site.at('/sectors/', '?sex=F'));
		await page.locator('[data-row]:has(.name a)').first().press('Enter');
		await page.waitForURL(/\/sectors\/[A-Z]+\//);
		expect(new URL(page.url()).search).toBe('?sex=F');
		await page.context().close();
	});

	test('are cleared by the link that clears them', async () => {
		const page = await site.page();
		await visit(page, site.at('/sectors/', '?sex=F'));
		expect(await follow(page, 'form.filters .shown a')).toBe('/sectors/');
		await page.context().close();
	});
});

describe('an address that is no sector', () => {
	test('says so and lists the sectors, with the query', async () => {
		const page = await site.page();
		const response = await page.goto(site.at('/sectors/XYZ/', '?sex=F'));
		expect(response?.status()).toBe(404);
		await page.locator('.sectors a').first().waitFor();
		expect(await page.locator('h1').innerText()).toContain('XYZ');
		const links = await page.locator('.sectors a').all();
		const targets = await Promise.all(links.map((link) => link.getAttribute('href')));
		expect(targets).toEqual(sectors.map(({ code }) => `${base}/sectors/${code}?sex=F`));
		await page.context().close();
	});

	test('leads to the one that was meant', async () => {
		const page = await site.page();
		const [sector] = sectors;
		const asked = sector?.code.toLowerCase() ?? '';
		await page.goto(site.at(`/sectors/${asked}/`));
		const link = page.locator('.sectors a');
		expect(await link.innerText()).toBe(sector?.label);
		await link.click();
		await page.waitForURL((url) => url.pathname.endsWith(`/${sector?.code}/`));
		expect(await page.locator('figure.chart').count()).toBeGreaterThan(0);
		await page.context().close();
	});
});

test('a sheet of paper ends with edition and address, with its query', async () => {
	const page = await site.page();
	await visit(page, site.at('/sectors/', '?sex=F'));
	const line = page.locator('.on-paper');
	expect(await line.isVisible()).toBe(false);
	await page.emulateMedia({ media: 'print' });
	expect(await line.isVisible()).toBe(true);
	expect(await line.innerText()).toContain(site.at('/sectors/', '?sex=F'));
	await page.context().close();
});
