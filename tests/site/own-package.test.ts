import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { openSurvey as words } from '#lib/vocabulary/messages/open-survey.ts';
import { openPacker } from '../support/own-package.ts';
import { importedFiles, putOnDevice } from '../support/own-on-device.ts';
import { openSite, visit, type Site } from '../support/site.ts';

const name = 'graduates 2025.csv';
const survey = { title: 'Follow-up of our graduates', synthetic: true };
const heading = 'Graduate ID,Gender,Year of graduation,Employment status,Weight';
const rows = Array.from({ length: 40 }, (_, i) =>
	[
		...[`G${i}`, i % 3 === 0 ? 'Male' : 'Female', 2019 + (i % 3)],
		...[i % 4 === 0 ? 'Looking for work' : 'Employee', 1 + (i % 7) / 10]
	].join(',')
);
const csv = [heading, ...rows, ''].join('\r\n');
const withNames = [`${heading},Full name`, ...rows.map((row) => `${row},Thabo Mokoena`), '']
	.map((line, i) => line.replace('Mokoena', `Mokoen${'abcdefghijklmnopqrstuvwxyz'[i % 26]}`))
	.join('\r\n');

type OnDevice = Awaited<ReturnType<typeof importedFiles>>;

let site: Site;
let plain: OnDevice;
let personal: OnDevice;
let page: Page;

beforeAll(async () => {
	plain = await importedFiles(csv, name, survey);
	personal = await importedFiles(withNames, name, survey);
	site = await openSite();
}, 120_000);

afterAll(() => site.close());

beforeEach(async () => {
	page = await site.page({ acceptDownloads: true });
	await page.goto(site.at('/methods/'));
	return () => page.context().close();
});

async function open(kept: OnDevice): Promise<void> {
	await putOnDevice(page, kept);
	await visit(page, site.at('/data/own/', `?survey=${kept.own.id}`));
	await page.getByRole('heading', { name: 'Data package' }).waitFor();
}

const tick = () => page.getByRole('checkbox', { name: /With the file as it came/ });

/** Presses the button by the keyboard and reads what comes. */
async function download(): Promise<{ file: string; files: Record<string, string> }> {
	await page.getByRole('button', { name: 'Download data package' }).focus();
	const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
	await page.getByText(/^Saved as /).waitFor();
	const entries = Object.entries(unzipSync(await readFile(await saved.path())));
	return {
		file: saved.suggestedFilename(),
		files: Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]))
	};
}

async function packedHere(text: string, recipe: Recipe, withSource: boolean) {
	const packer = await openPacker();
	const packed = await packer.pack(new Blob([text]), name, { survey, withSource });
	await packer.close();
	expect(packed.result.recipe.steps).toEqual(recipe.steps);
	return Object.fromEntries(
		[...packed.files].map(([path, content]) => [`${packed.name}/${path}`, content])
	);
}

test('the package is that of the command, file by file and byte for byte', async () => {
	await open(plain);
	expect(await tick().isChecked()).toBe(true);
	await page.getByText(/nothing is withheld/).waitFor();
	const { file, files } = await download();
	expect(file).toBe('follow-up-of-our-graduates-2025-data-package.zip');
	expect(files).toEqual(await packedHere(csv, plain.recipe, true));
});

test('its table goes through the import with nothing asked, and comes out byte for byte', async () => {
	await open(plain);
	const { files } = await download();
	const tables = (all: Record<string, string>) =>
		Object.entries(all).find(([path]) => path.endsWith('/tracer.csv'))?.[1] ?? '';
	const table = tables(files);
	await page.goto(site.at('/data/open/'));
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'tracer.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
	const steps = page.getByRole('navigation', { name: words.steps });
	await steps.waitFor();
	for (const stage of ['kind', 'columns', 'values', 'design', 'checks'] as const) {
		await steps.getByRole('button', { name: words.stepNames[stage] }).click();
		// Beside each stage stand its questions.
		expect(await page.locator('option[value="?"]').count(), stage).toBe(0);
		expect(await page.getByRole('button', { name: words.asks.look }).count(), stage).toBe(0);
	}
	await page.getByText(/rows can be used/).waitFor();
	await steps.getByRole('button', { name: words.stepNames.import }).click();
	await page.getByRole('button', { name: words.import.go }).click();
	await page.getByRole('link', { name: words.import.doneLink }).click();
	await page.getByRole('heading', { name: 'Data package' }).waitFor();
	expect(tables((await download()).files)).toBe(table);
});

test('where personal columns were left out, the file as it came stays at home unless it is wanted', async () => {
	await open(personal);
	expect(await tick().isChecked()).toBe(false);
	await page
		.getByText(/left out of the table because they may tell who somebody is \(Full name\)/)
		.waitFor();
	const { files } = await download();
	expect(JSON.stringify(files)).not.toContain('Thabo');
	await tick().check();
	const again = await download();
	const [, source] = Object.entries(again.files).find(([path]) => path.includes('/source/')) ?? [];
	expect(source).toBe(withNames);
});

test('nothing of it is fetched before it is asked for', async () => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await open(plain);
	const scripts = await Promise.all(
		asked.filter((url) => url.endsWith('.js')).map(async (url) => (await fetch(url)).text())
	);
	expect(scripts.filter((text) => text.includes('import delimited using'))).toEqual([]);
	expect(asked.filter((url) => url.includes('engine'))).toEqual([]);
});
