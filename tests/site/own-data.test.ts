import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCatalogue } from '../support/catalogue.ts';
import { deviceFiles, putOnDevice, recipeFor } from '../support/own-on-device.ts';
import { openOwnTables } from '../support/own-survey.ts';
import { openSite, visit, type Site } from '../support/site.ts';

const source = 'sex,age\r\nF,23\r\n';

let site: Site;
let tracer: Awaited<ReturnType<typeof deviceFiles>>;
let page: Page;

beforeAll(async () => {
	const warehouse = await openOwnTables('tracer', [
		`DELETE FROM tracer WHERE wave <> '2024' OR hash(respondent) % 2 = 0`,
		`UPDATE tracer SET wave = '2025'`
	]);
	const recipe = recipeFor('tracer', 'Follow-up of our graduates');
	tracer = await deviceFiles(warehouse, 'tracer', {
		...{ recipe, source, catalogue: await readCatalogue() }
	});
	await warehouse.close();
	site = await openSite();
});

afterAll(() => site.close());

beforeEach(async () => {
	page = await site.page({ acceptDownloads: true });
	await page.goto(site.at('/data/own/'));
	return () => page.context().close();
});

/** Opening the page sweeps what no index names: the files are put there while another one is open. */
async function openWithSurvey(): Promise<void> {
	await page.goto(site.at('/methods/'));
	await putOnDevice(page, tracer);
	await page.goto(site.at('/data/own/'));
}

async function saved(button: Locator): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
	return readFile(await download.path(), 'utf8');
}

test('a device that keeps nothing says so, and how much room there is', async () => {
	await page.getByText('Nothing is kept on this device.').waitFor();
	const room = page.getByText(/^This site uses .* it may use\./);
	await room.waitFor();
	expect(await room.innerText()).toMatch(/uses [\d.,]+ (bytes|[KMG]B) of the [\d.]+ [MGT]B/);
});

test('a survey has a page, with its file byte for byte, its recipe and its measures beside the site’s', async () => {
	await openWithSurvey();
	await page.getByRole('link', { name: 'About this survey' }).click();
	await page.getByRole('heading', { name: 'Follow-up of our graduates', level: 1 }).waitFor();
	expect(await saved(page.getByRole('button', { name: 'Save the file as it came' }))).toBe(source);
	const recipe: unknown = JSON.parse(
		await saved(page.getByRole('button', { name: 'Save the recipe' }))
	);
	expect(recipe).toMatchObject({ format: 'recipe-1', file: { sha256: tracer.own.file.sha256 } });
	const figure = page.locator('figure#beside');
	await figure.waitFor();
	expect(await figure.locator('.src').innerText()).toMatch(
		/Your own survey, on this device.*Demonstration data: synthetic/s
	);
	// Every measure has both values, each with its interval.
	await figure.getByText('Table', { exact: true }).click();
	const rows = await figure.locator('tbody tr').allInnerTexts();
	expect(rows.length).toBeGreaterThanOrEqual(10);
	expect(rows.length % 2).toBe(0);
	for (const row of rows) expect(row).toMatch(/\d%\t\d+–\d+/);
});

test('what was deleted is gone: file, recipe, cells, index, and from the other tab', async () => {
	await openWithSurvey();
	const other = await page.context().newPage();
	await visit(other, site.at('/graduates/', `?survey=${tracer.own.id}`));
	expect(await other.locator('figure.chart:visible').count()).toBeGreaterThan(3);
	await visit(page, site.at('/data/own/', `?survey=${tracer.own.id}`));
	await page.getByRole('button', { name: 'Delete …' }).click();
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await page.getByText('Nothing is kept on this device.').waitFor();
	const left = await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('own-surveys');
		const names: string[] = [];
		for await (const name of folder.keys()) names.push(name);
		return { names, hint: localStorage.getItem('own-surveys') };
	});
	expect(left).toEqual({ names: ['index.json'], hint: null });
	await other.getByRole('heading', { name: 'This survey is not on this device' }).waitFor();
	expect(await other.locator('figure.chart:visible').count()).toBe(0);
});

test('the owner’s word on comparable waves is kept', async () => {
	await openWithSurvey();
	const address = site.at('/data/own/', `?survey=${tracer.own.id}`);
	await visit(page, address);
	const box = () =>
		page.getByRole('checkbox', { name: 'Comparable with Graduate tracer study, 2024' });
	expect(await box().isChecked()).toBe(false);
	await box().check();
	await page.getByText('Kept: pages follow it from now on.').first().waitFor();
	await page.reload();
	await box().waitFor();
	expect(await box().isChecked()).toBe(true);
});

test('files that a killed import left are swept when the page is opened', async () => {
	await openWithSurvey();
	const names = () =>
		page.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('own-surveys');
			const found: string[] = [];
			for await (const name of folder.keys()) found.push(name);
			return found.sort();
		});
	const before = await names();
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('own-surveys');
		const target = await (
			await folder.getFileHandle('dead.source', { create: true })
		).createWritable();
		await target.write('half of a fi');
		await target.close();
	});
	await page.reload();
	await page.getByRole('link', { name: 'About this survey' }).waitFor();
	await expect.poll(names).toEqual(before);
});
