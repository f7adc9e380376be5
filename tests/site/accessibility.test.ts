import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtRoutes, openSite, representativeRoutes, visit, type Site } from '../support/site.ts';
import { computeHere } from '../support/journeys.ts';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

test.each(builtRoutes())('%s has no violation', async (route) => {
	const page = await site.page();
	await visit(page, site.at(route));
	expect(await violations(page)).toEqual([]);
	await page.context().close();
});

for (const route of representativeRoutes()) {
	test(`${route} has no violation in the dark`, async () => {
		const page = await site.page({ colorScheme: 'dark' });
		await visit(page, site.at(route));
		expect(await violations(page)).toEqual([]);
		await page.context().close();
	});

	test(`${route} has no violation on a phone with its menu open`, async () => {
		const page = await site.page({ viewport: { width: 360, height: 740 } });
		await visit(page, site.at(route));
		await page.locator('details.menu summary').click();
		expect(await page.locator('details.menu nav a').first().isVisible()).toBe(true);
		expect(await violations(page)).toEqual([]);
		await page.context().close();
	});

	test.each([
		['filtered', '?sex=F'],
		['without anyone left', '?sex=F&residence=rural&age_band=none'],
		['with a parameter that nobody knows', '?sector=XYZ&nonsense=1&sex=Q']
	])(`${route} has no violation %s`, async (_, query) => {
		const page = await site.page();
		await visit(page, site.at(route, query));
		expect(await violations(page)).toEqual([]);
		await page.context().close();
	});

	test(`${route} has no violation when the engine can't start`, async () => {
		const page = await site.page();
		await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
		await visit(page, site.at(route));
		if ((await page.locator('figure.chart').count()) > 0) {
			await computeHere(page);
			await page
				.getByRole('button', { name: /try again/i })
				.first()
				.waitFor();
		}
		expect(await violations(page)).toEqual([]);
		await page.context().close();
	});
}

/** What axe finds, one line each: the rule and where. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found = await page.evaluate(async () => {
		const { axe: checker } = window as unknown as { axe: typeof import('axe-core') };
		// Marks that slide in are read when they have arrived.
		await Promise.all(document.getAnimations().map((animation) => animation.finished));
		const { violations } = await checker.run(document, { resultTypes: ['violations'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(
				({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`
			)
		);
	});
	return found.map((line) => line.replace(/\s+/g, ' '));
}
