import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engine } from '#lib/vocabulary/messages/engine.ts';
import { computeHere, forbidWebAssembly, offersEngine } from '../support/journeys.ts';
import {
	builtHtml,
	largeFamily,
	openSite,
	representativeRoutes,
	visit,
	type Site
} from '../support/site.ts';
import { violations } from '../support/violations.ts';

const phone = { width: 360, height: 740 };
const nobody = '?sex=F&residence=periurban&occupation=0&age=55%2B';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

test.each(representativeRoutes(largeFamily))('%s has no violation', async (route) => {
	expect(await violationsAt(route)).toEqual([]);
});

describe.each(representativeRoutes())('%s has no violation', (route) => {
	const filters = builtHtml(route).includes('<select name="sex"');
	const fine = builtHtml(route).includes('<select name="occupation"');

	test('in the dark', async () => {
		expect(await violationsAt(route, { options: { colorScheme: 'dark' } })).toEqual([]);
	});

	test('on a phone with its menu open', async () => {
		const before = async (page: Page) => {
			await page.locator('details.menu summary').click();
			expect(await page.locator('details.menu nav a').first().isVisible()).toBe(true);
		};
		expect(await violationsAt(route, { options: { viewport: phone }, before })).toEqual([]);
	});

	if (filters)
		test('filtered, with the table of a figure open', async () => {
			const before = async (page: Page) => {
				expect(await page.locator('select[name=sex]').inputValue()).toBe('F');
				await page.locator('figure.chart details.twin summary').first().click();
			};
			expect(await violationsAt(route, { query: '?sex=F', before })).toEqual([]);
		});

	if (fine)
		test('with nobody left', async () => {
			const before = async (page: Page) => {
				expect(await page.locator('form.filters .shown').first().innerText()).toMatch(/: 0 /);
			};
			expect(await violationsAt(route, { query: nobody, before })).toEqual([]);
		});

	if (filters)
		test('with a parameter and a code that nobody knows', async () => {
			const before = async (page: Page) => {
				expect(await page.locator('.ignored').count()).toBe(2);
			};
			expect(await violationsAt(route, { query: '?nonsense=1&sex=Q', before })).toEqual([]);
		});

	if (offersEngine(route))
		test("when the engine can't start", async () => {
			const page = await site.page();
			await forbidWebAssembly(page);
			await visit(page, site.at(route));
			await computeHere(page);
			await page.getByRole('button', { name: engine.retry }).first().waitFor();
			expect(await violations(page)).toEqual([]);
			await page.context().close();
		});
});

interface Visit {
	readonly query?: string;
	readonly options?: BrowserContextOptions;
	readonly before?: (page: Page) => Promise<void>;
}

async function violationsAt(route: string, { query = '', options = {}, before }: Visit = {}) {
	const page = await site.page(options);
	await visit(page, site.at(route, query));
	await before?.(page);
	const found = await violations(page);
	await page.context().close();
	return found;
}
