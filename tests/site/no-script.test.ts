import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import {
	base,
	representativeRoutes,
	isBuilt,
	openSite,
	visit,
	type Site,
	largeFamily
} from '../support/site.ts';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

for (const route of representativeRoutes(largeFamily)) {
	test(`${route} says the same with scripts blocked`, async () => {
		const plain = await site.page({ javaScriptEnabled: false });
		await plain.goto(site.at(route));
		expect(await plain.locator('h1').count()).toBe(1);
		expect((await plain.locator('h1').innerText()).length).toBeGreaterThan(3);
		expect(await plain.locator('.notice').innerText()).toMatch(/synthetic/i);
		expect(await figureFaults(plain)).toEqual([]);
		expect(await deadLinks(plain, site.at(route))).toEqual([]);
		const scripted = await site.page();
		await visit(scripted, site.at(route));
		expect(await numbersOf(scripted)).toEqual(await numbersOf(plain));
		await plain.context().close();
		await scripted.context().close();
	});
}

/** What is missing from the figures: drawing, text in it or beside it, table, interval, n. */
async function figureFaults(page: Page): Promise<string[]> {
	const faults: string[] = [];
	for (const figure of await page.locator('figure.chart').all()) {
		const name = (await figure.locator('h2, h3, figcaption').first().textContent()) ?? '?';
		const needs: [string, boolean][] = [
			['a drawing', (await figure.locator('svg').count()) > 0],
			['text in a drawing', (await figure.locator('svg text, .axes .xs span').count()) > 0],
			['a table with rows', (await figure.locator('table tbody tr').count()) > 0]
		];
		const heads = (await figure.locator('table thead th').allTextContents()).join(' | ');
		// Records that count everybody have no interval, and their counts are themselves the n.
		const counted = /^Enrolment records/.test((await figure.locator('.src').textContent()) ?? '');
		if (!counted) {
			needs.push(['an interval in the table', /interval/i.test(heads)]);
			needs.push(['n in the table', /(^|[\s|])n([\s|]|$)/.test(heads)]);
		}
		for (const [what, there] of needs) if (!there) faults.push(`${name.trim()}: no ${what}`);
	}
	return faults;
}

/** Links that lead to nothing in the build, or to a place that their page does not have. */
async function deadLinks(page: Page, address: string): Promise<string[]> {
	const targets = await page
		.locator('a[href]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	return [...new Set(targets)].filter((target) => {
		const url = new URL(target, address);
		if (url.origin !== new URL(address).origin) return false;
		return !isBuilt(url.pathname, decodeURIComponent(url.hash.slice(1)));
	});
}

/** The text of every table, in order: all numbers that the page gives. */
async function numbersOf(page: Page): Promise<string[]> {
	const tables = await page.locator('table').allTextContents();
	return tables.map((text) => text.replace(/\s+/g, ' ').trim());
}

test('a page that does not exist is answered by the site', async () => {
	const page = await site.page();
	const response = await page.goto(`${site.origin}${base}/no/such/page/`);
	expect(response?.status()).toBe(404);
	await page.waitForSelector('h1');
	await page.context().close();
});
