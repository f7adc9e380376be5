import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engine as words } from '#lib/vocabulary/messages/engine.ts';
import { openSite, visit, type Site } from '../support/site.ts';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

const agrees = /worked out [\d,]+ figures of this page again: every one agrees/;

async function compute(page: Page): Promise<void> {
	await page
		.getByRole('button', { name: /^Compute here/ })
		.first()
		.click();
}

function strip(page: Page) {
	return page.locator('.engine').first();
}

test('DuckDB works a filtered page out again and every figure agrees', async () => {
	const page = await site.page();
	await visit(page, site.at('/sectors/MIN/', '?sex=F&residence=rural'));
	const title = await page.locator('h1').textContent();
	await compute(page);
	await strip(page).getByText(agrees).waitFor();
	expect(await page.locator('h1').textContent()).toBe(title);
	await page.context().close();
});

test('the example beside one’s own files is worked out again like any other figure', async () => {
	const page = await site.page();
	await visit(page, site.at('/explore/'));
	await compute(page);
	await strip(page).getByText(agrees).waitFor();
	expect(await strip(page).textContent()).toMatch(agrees);
	await page.context().close();
});

test('what the published tables do not hold is DuckDB’s alone, and says so', async () => {
	const page = await site.page();
	await visit(page, site.at('/sectors/', '?isced_level=6'));
	expect(await page.locator('figure.chart ol').count()).toBe(0);
	await compute(page);
	await strip(page).getByText('nothing to compare').waitFor();
	expect(await page.locator('figure.chart ol').count()).toBeGreaterThan(1);
	await page.context().close();
});

test('offline, the page stays, says what it can’t do, and tries again when asked', async () => {
	const page = await site.page();
	await visit(page, site.at('/sectors/MIN/'));
	const title = await page.locator('h1').textContent();
	await page.context().setOffline(true);
	await compute(page);
	await strip(page).getByText('could not start').waitFor();
	expect(await page.locator('h1').textContent()).toBe(title);
	await page.context().setOffline(false);
	await strip(page).getByRole('button', { name: words.retry }).click();
	await strip(page).getByText(agrees).waitFor();
	expect(await strip(page).textContent()).toMatch(agrees);
	await page.context().close();
});

test('under a filtered link no unfiltered number is seen, while it loads or when it fails', async () => {
	const page = await site.page();
	let fail = (): void => undefined;
	const held = new Promise<void>((resolve) => (fail = resolve));
	await page.route('**/*.cells', async (route) => {
		await held;
		await route.abort();
	});
	await page.goto(site.at('/sectors/TEX/', '?sex=F'));
	await page.locator('select[name=sex]').waitFor();
	await page.waitForFunction(
		() => document.querySelector<HTMLSelectElement>('select[name=sex]')?.value === 'F'
	);
	expect(await page.locator('h1').isVisible()).toBe(false);
	expect(await page.locator('.shown').first().isVisible()).toBe(false);
	expect(await page.locator('figure.chart').first().isVisible()).toBe(false);
	fail();
	await page.getByRole('button', { name: words.retry }).waitFor();
	expect(await page.locator('.shown').first().isVisible()).toBe(false);
	expect(await page.locator('figure.chart').first().isVisible()).toBe(false);
	expect(await page.getByRole('alert').allTextContents()).toHaveLength(1);
	await page.unroute('**/*.cells');
	await page.getByRole('button', { name: words.retry }).click();
	await page.locator('figure.chart').first().waitFor({ state: 'visible' });
	expect(await page.locator('.shown').first().textContent()).toContain('women');
	await page.context().close();
});
