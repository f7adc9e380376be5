import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formatShared } from '#lib/state/own-surveys/recipe-link.ts';
import { importedFiles, putOnDevice } from '../support/own-on-device.ts';
import { openOwnTables } from '../support/own-survey.ts';
import { openSite, visit, type Site } from '../support/site.ts';

const name = 'followup-2025.csv';

let site: Site;
let csv: string;
let kept: Awaited<ReturnType<typeof importedFiles>>;
let page: Page;

beforeAll(async () => {
	csv = await fileOfGraduates();
	kept = await importedFiles(csv, name, { title: 'Our follow-up', wave: '2025', synthetic: true });
	site = await openSite();
}, 120_000);

afterAll(() => site.close());

beforeEach(async () => {
	page = await site.page();
	await page.goto(site.at('/methods/'));
	return () => page.context().close();
});

/** A CSV file as a college would have it, of a third of a wave. */
async function fileOfGraduates(): Promise<string> {
	const warehouse = await openOwnTables('tracer', [
		`DELETE FROM tracer WHERE wave <> '2024' OR hash(respondent) % 3 > 0`
	]);
	const table = await warehouse.query('SELECT * EXCLUDE (wave) FROM tracer ORDER BY respondent');
	await warehouse.close();
	const names = table.columns.map((column) => column.name);
	const rows = Array.from({ length: table.rows }, (_, row) =>
		names.map((column) => String(table.column(column)[row] ?? '')).join(',')
	);
	return [names.join(','), ...rows, ''].join('\r\n');
}

const upload = (text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const values = () => page.locator('figure#work-by-group').innerText();

async function openLink(): Promise<void> {
	const fragment = await formatShared({ recipe: kept.recipe, figure: 'work-by-group' });
	await visit(page, site.at('/graduates/', `?survey=${kept.own.id}${fragment}`));
	await page.getByRole('heading', { name: 'This survey is not on this device' }).waitFor();
}

/** What the page of the one who made the link shows. */
async function theirs(): Promise<string> {
	const device = await site.page();
	await device.goto(site.at('/methods/'));
	await putOnDevice(device, kept);
	await visit(device, site.at('/graduates/', `?survey=${kept.own.id}`));
	const shown = await device.locator('figure#work-by-group').innerText();
	await device.context().close();
	return shown;
}

test('with the same file the same figures stand, and nothing before', async () => {
	await openLink();
	const help = await page.locator('main').innerText();
	expect(help).toContain(name);
	expect(help).toContain(kept.own.file.sha256.slice(0, 12));
	expect(await page.locator('.figures:visible').count()).toBe(0);
	await page.locator('input[type=file]').setInputFiles(upload(csv));
	await page.locator('figure#work-by-group').waitFor({ timeout: 60_000 });
	expect(await values()).toBe(await theirs());
	expect(await page.locator('aside.notice').innerText()).toContain(
		'Its owner says that these data are made up.'
	);
});

test('another file is told from it, and nothing is kept', async () => {
	await openLink();
	await page.locator('input[type=file]').setInputFiles(upload(csv.replace('2019', '2018')));
	await page.getByText(/is another file than/).waitFor();
	expect(await page.evaluate(() => localStorage.getItem('own-surveys'))).toBeNull();
	expect(await page.locator('.figures:visible').count()).toBe(0);
});

test('a link that was cut off says so', async () => {
	const fragment = await formatShared({ recipe: kept.recipe });
	await visit(page, site.at('/graduates/', `?survey=${kept.own.id}${fragment.slice(0, 80)}`));
	await page.getByText(/^The link holds no recipe of it, or was cut off/).waitFor();
	expect(await page.locator('input[type=file]').count()).toBe(0);
});

test('lost cells are made again from file and recipe', async () => {
	await putOnDevice(page, kept);
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('own-surveys');
		const names: string[] = [];
		for await (const file of folder.keys()) names.push(file);
		for (const file of names.filter((one) => one.endsWith('.cells')))
			await folder.removeEntry(file);
	});
	await visit(page, site.at('/graduates/', `?survey=${kept.own.id}`));
	await page.getByRole('heading', { name: /have to be made again/ }).waitFor();
	await page.getByRole('button', { name: /^Make them again here/ }).click();
	await page.locator('figure#work-by-group').waitFor({ timeout: 60_000 });
	expect(await values()).toBe(await theirs());
});
