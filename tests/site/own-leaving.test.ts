import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readShared } from '#lib/state/own-surveys/recipe-link.ts';
import { readCatalogue } from '../support/catalogue.ts';
import { deviceFiles, putOnDevice, recipeFor } from '../support/own-on-device.ts';
import { openOwnTables } from '../support/own-survey.ts';
import { openSite, visit, type Site } from '../support/site.ts';

let site: Site;
/** A survey so small that some groups are of fewer than ten. */
let tracer: Awaited<ReturnType<typeof deviceFiles>>;
/** An audit in which some groups of a course are withheld so that a total does not tell others. */
let audit: Awaited<ReturnType<typeof deviceFiles>>;
let page: Page;

beforeAll(async () => {
	const workers = await openOwnTables('audit', [
		`DELETE FROM audit_skill WHERE hash(cluster) % 6 > 0`,
		`UPDATE audit_skill SET wave = '2025', stratum = sector`
	]);
	audit = await deviceFiles(workers, 'audit_skill', {
		...{ recipe: recipeFor('audit', 'Our audit'), source: 'sex,age\r\nF,23\r\n' },
		catalogue: await readCatalogue()
	});
	await workers.close();
	const warehouse = await openOwnTables('tracer', [
		`DELETE FROM tracer WHERE wave <> '2024' OR hash(respondent) % 20 > 0`,
		`UPDATE tracer SET wave = '2025'`
	]);
	const recipe = recipeFor('tracer', 'Follow-up of our graduates');
	tracer = await deviceFiles(warehouse, 'tracer', {
		...{ recipe, source: 'sex,age\r\nF,23\r\n', catalogue: await readCatalogue() }
	});
	await warehouse.close();
	site = await openSite();
});

afterAll(() => site.close());

beforeEach(async () => {
	page = await site.page({
		...{ acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] }
	});
	await page.goto(site.at('/methods/'));
	await putOnDevice(page, tracer);
	return () => page.context().close();
});

const query = (): string => `?survey=${tracer.own.id}`;
const groups = () => page.locator('#work-by-group');
const protect = () => page.getByRole('checkbox', { name: /^Protect the people asked/ });

async function saved(name: string, within = groups()): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		within.getByRole('button', { name, exact: true }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

/** Lines of a CSV file with their n, by the header. */
function countsOf(csv: string): number[] {
	const lines = csv.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
	const at = (lines[0] ?? '').split(',').indexOf('n');
	// The labels of these tables hold commas within quotes alone.
	return lines
		.slice(1)
		.map((line) => Number(line.replace(/"[^"]*"/g, '').split(',')[at]))
		.filter((n) => n > 0);
}

test('a file holds no figure of fewer than ten, until the owner switches that off', async () => {
	await visit(page, site.at('/graduates/', query()));
	const held = await saved('CSV');
	expect(held).toMatch(/^In work,Master,+suppressed\r$/m);
	expect(Math.min(...countsOf(held))).toBeGreaterThanOrEqual(10);
	expect(held).toContain('Your own survey, on this device: Follow-up of our graduates');
	expect(held).not.toMatch(/synthetic|CC0/);
	await protect().uncheck();
	const whole = await saved('CSV');
	expect(whole).toMatch(/^In work,Master,0\.\d+,.*,6,.*unreliable\r$/m);
	expect(Math.min(...countsOf(whole))).toBeLessThan(10);
});

test('on screen everything stands, on paper what may leave', async () => {
	await visit(page, site.at('/graduates/', query()));
	await groups().getByText('Table', { exact: true }).click();
	const texts = () => groups().locator('table').innerText();
	expect(await texts()).toMatch(/Master\t\d+%/);
	// The story for paper is told while the page has nothing else to do.
	await page.waitForTimeout(2500);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	expect(await texts()).toMatch(/Master\twithheld/);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	expect(await texts()).toMatch(/Master\t\d+%/);
});

test('a table that is marked and copied does not leave either', async () => {
	await visit(page, site.at('/graduates/', query()));
	await groups().getByText('Table', { exact: true }).click();
	await groups().locator('table').waitFor();
	const copied = async (): Promise<string> => {
		await page.evaluate(() => {
			const table = document.querySelector('#work-by-group table');
			if (table) getSelection()?.selectAllChildren(table);
		});
		await page.keyboard.press('ControlOrMeta+c');
		return page.evaluate(() => navigator.clipboard.readText());
	};
	expect(await copied()).toMatch(/^This table was not copied/);
	await protect().uncheck();
	expect(await copied()).toContain('too few answers to show');
});

test('a link carries the View and the recipe and no row; it opens where the survey is', async () => {
	await visit(page, site.at('/graduates/', `${query()}&sex=F`));
	await groups().getByRole('button', { name: 'Copy link' }).click();
	await groups().getByText('Link copied').waitFor();
	const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
	expect(link.search).toContain('sex=F');
	const shared = await readShared(link.hash);
	expect(shared?.figure).toBe('work-by-group');
	expect(shared?.recipe.survey.title).toBe('Follow-up of our graduates');
	expect(shared?.recipe.file.sha256).toBe(tracer.own.file.sha256);
	const second = await page.context().newPage();
	await visit(second, link.href);
	await second.waitForFunction(() => {
		const figure = document.getElementById('work-by-group');
		return Math.abs(figure?.getBoundingClientRect().top ?? 1e6) < 300;
	});
	expect(await second.locator('.shown').first().innerText()).toContain('women');
});

test('a plan within a budget is made of what may leave, and is gone where it was not', async () => {
	await putOnDevice(page, audit);
	await visit(page, site.at('/credentials/', `?survey=${audit.own.id}`));
	const section = page.locator('#portfolio');
	await section.scrollIntoViewIfNeeded();
	await section.locator('input[name="budget"]').waitFor();
	const find = async () => {
		await section.locator('button[type=submit]').click();
		await section.locator('#plan').waitFor();
		await section.locator('.result[aria-busy=false]').waitFor();
	};
	const withheld = section.getByText(/withheld to protect the people asked/);
	await find();
	expect(await withheld.count()).toBeGreaterThan(0);
	await protect().uncheck();
	await find();
	expect(await withheld.count()).toBe(0);
	await protect().check();
	expect(await section.locator('#plan').count()).toBe(0);
});

test('no figure can be embedded or taken as R, since nobody else could draw it', async () => {
	await visit(page, site.at('/graduates/', query()));
	expect(await groups().getByText('Embed').count()).toBe(0);
	expect(await groups().getByRole('button', { name: 'R', exact: true }).count()).toBe(0);
	await groups().getByText('How this was computed').click();
	await groups().getByText('FROM "own_tracer"').first().waitFor();
	expect(await groups().innerText()).toContain(`"source":"${tracer.own.id}"`);
});
