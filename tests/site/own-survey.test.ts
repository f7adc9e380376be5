import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCatalogue } from '../support/catalogue.ts';
import { deviceFiles, putOnDevice, recipeFor } from '../support/own-on-device.ts';
import { openOwnTables } from '../support/own-survey.ts';
import { openSite, visit, type Site } from '../support/site.ts';

type OnDevice = Awaited<ReturnType<typeof deviceFiles>>;

let site: Site;
let tracer: OnDevice;
let page: Page;

beforeAll(async () => {
	const warehouse = await openOwnTables('tracer', [
		`DELETE FROM tracer WHERE wave <> '2024' OR hash(respondent) % 2 = 0`,
		`UPDATE tracer SET wave = '2025', disability = NULL`,
		`UPDATE tracer SET institution = 'Our College' WHERE institution = (SELECT min(institution) FROM tracer)`
	]);
	const catalogue = await readCatalogue();
	const recipe = recipeFor('tracer', 'Follow-up of our graduates');
	tracer = await deviceFiles(warehouse, 'tracer', { recipe, source: 'a\n1\n', catalogue });
	await warehouse.close();
	site = await openSite();
});

afterAll(() => site.close());

beforeEach(async () => {
	page = await site.page();
	await page.goto(site.at('/methods/'));
	return () => page.context().close();
});

const query = (): string => `?survey=${tracer.own.id}`;
const notice = () => page.locator('aside.notice').innerText();
const heading = () => page.locator('main h1:visible').first().innerText();
/** The codes of a filter that the page offers; undefined where it has no such filter. */
const offered = async (name: string): Promise<string[] | undefined> => {
	const field = page.locator(`form.filters select[name=${name}]`);
	if ((await field.count()) === 0) return undefined;
	return field
		.locator('option')
		.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
};

test('a device without own surveys is offered none, and fetches no code for them', async () => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await visit(page, site.at('/graduates/'));
	expect(await offered('survey')).toBeUndefined();
	const scripts = await Promise.all(
		asked.filter((url) => url.endsWith('.js')).map(async (url) => (await fetch(url)).text())
	);
	expect(scripts.filter((text) => text.includes('getDirectory'))).toEqual([]);
});

test('a survey that is kept is a choice, and the page tells its story from it', async () => {
	await putOnDevice(page, tracer);
	await visit(page, site.at('/graduates/'));
	expect(await notice()).toContain('Demonstration data');
	await page.locator('form.filters select[name=survey]').selectOption(tracer.own.id);
	await page.waitForURL((url) => url.search === query());
	await page.waitForFunction(() => document.querySelector('.shown')?.textContent?.includes('2025'));
	expect(await notice()).toBe(
		'Your own survey, on this device: Follow-up of our graduates; not published.'
	);
	for (const source of await page.locator('figure.chart .src').allInnerTexts()) {
		expect(source).toContain('Follow-up of our graduates');
		expect(source).not.toMatch(/synthetic|Demonstration/);
	}
	expect(await page.locator('main').innerText()).not.toMatch(/demonstration/i);
	expect(await offered('institution')).toContain('Our College');
	expect(await offered('wave')).toBeUndefined();
});

test('its figures are those of its records, under a filter too, after a reload and in a second tab', async () => {
	await putOnDevice(page, tracer);
	const address = site.at('/graduates/', `${query()}&institution=Our+College`);
	await visit(page, address);
	const shown = await page.locator('.shown').first().innerText();
	expect(shown).toContain('institution: Our College');
	await page.reload();
	await page.locator('.shown').getByText('Our College').waitFor();
	const second = await page.context().newPage();
	await visit(second, address);
	expect(await second.locator('.shown').first().innerText()).toBe(shown);
	expect(await page.locator('.shown').first().innerText()).toBe(shown);
});

test('a page about others says so, and what the survey can tell', async () => {
	await putOnDevice(page, tracer);
	await visit(page, site.at('/sectors/', query()));
	expect(await heading()).toBe('This survey asks no workers or employers');
	expect(await page.locator('figure.chart:visible').count()).toBe(0);
	await page.getByRole('link', { name: 'Graduates', exact: true }).last().click();
	await page.waitForURL((url) => url.pathname.endsWith('/graduates/') && url.search === query());
	await page.waitForFunction(() => document.documentElement.dataset.query === undefined);
	expect(await page.locator('figure.chart:visible').count()).toBeGreaterThan(3);
});

test('without the survey a link shows nothing in its place, and says what is missing', async () => {
	await visit(page, site.at('/graduates/', query()));
	expect(await heading()).toBe('This survey is not on this device');
	expect(await page.locator('.figures:visible').count()).toBe(0);
	expect(await page.locator('main').innerText()).not.toMatch(/\d%/);
});

test('deleted in another tab, it is gone from this one', async () => {
	await putOnDevice(page, tracer);
	await visit(page, site.at('/graduates/', query()));
	const second = await page.context().newPage();
	await second.goto(site.at('/methods/'));
	await second.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		await root.removeEntry('own-surveys', { recursive: true });
		localStorage.removeItem('own-surveys');
	});
	await page.waitForFunction(() => document.documentElement.dataset.query === 'failed');
	expect(await heading()).toBe('This survey is not on this device');
});

test('its wave stands beside those of the site, and a change is drawn once its owner calls it comparable', async () => {
	await putOnDevice(page, tracer);
	await visit(page, site.at('/graduates/waves/', query()));
	expect(await heading()).toMatch(/^Waves side by side: no change is drawn/);
	const figure = page.locator('figure#waves');
	const key = await figure.locator('.key').innerText();
	for (const wave of ['2021', '2024', '2025 (yours)']) expect(key).toContain(wave);
	expect(await notice()).toMatch(/Your own survey.*Demonstration data: synthetic/s);
	await visit(page, site.at('/data/own/', query()));
	await page.getByRole('checkbox', { name: /Graduate tracer study, 2024/ }).check();
	await page.getByText('Kept: pages follow it from now on.').first().waitFor();
	await visit(page, site.at('/graduates/waves/', query()));
	expect(await page.locator('main .lead').first().innerText()).toContain(
		'the owner of the survey calls them comparable'
	);
	expect(await figure.locator('.what').innerText()).toContain('2025 (yours) minus 2024, in points');
});
