/** A researcher's own file on its way into the site, by keyboard alone, as a person sees it. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSurvey as words } from '#lib/vocabulary/messages/open-survey.ts';
import { Keyboard } from '../support/keyboard.ts';
import { openSite, type Site } from '../support/site.ts';
import { violations } from '../support/violations.ts';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

const files = 'tests/fixtures/import/files';

/** A page on a phone with a file open, chosen as somebody without a mouse chooses it. */
async function open(file: string, page?: Page): Promise<{ page: Page; keys: Keyboard }> {
	const at = page ?? (await site.page({ viewport: { width: 360, height: 740 } }));
	if (!page) await at.goto(site.at('/data/open/'));
	const keys = await Keyboard.of(at);
	const dialog = at.waitForEvent('filechooser');
	await keys.press('Enter', new RegExp(`^(${words.choose}|${words.another})$`));
	await (await dialog).setFiles(file.includes('/') ? file : `${files}/${file}`);
	await at.getByRole('navigation', { name: words.steps }).waitFor({ timeout: 60_000 });
	return { page: at, keys };
}

const title = (page: Page): Promise<string> => page.locator('h1').innerText();
const next = (keys: Keyboard, stage: keyof typeof words.stepNames): Promise<void> =>
	keys.press('Enter', words.next(words.stepNames[stage]));
const textOf = async (download: Download): Promise<string> =>
	readFileSync(await download.path(), 'utf8');

async function checked(page: Page): Promise<void> {
	await page.getByText(/rows can be used/).waitFor({ timeout: 30_000 });
}

test('from a file as it was typed to figures on every page, by keyboard on a phone', async () => {
	const { page, keys } = await open('hand-typed-tracer.csv');
	expect(await title(page)).toBe('58 rows and 11 columns were read');
	await next(keys, 'kind');
	expect(await title(page)).toBe('This looks like a tracer study of graduates');
	await next(keys, 'columns');
	await keys.to(words.columns.meaningOf('sex'));
	expect(await page.getByText('look like personal data and stay out').isVisible()).toBe(true);
	await next(keys, 'values');
	expect(await title(page)).toContain('without a code');
	// A typing error that nobody but a person can settle.
	const femail = words.values.meaningOf('Femail', 'Gender');
	await keys.to(femail);
	await page.keyboard.type('Women');
	// The last choice of a table folds nothing away from under the hand that made it.
	expect(await page.getByLabel(femail).evaluate((one) => one === document.activeElement)).toBe(
		true
	);
	await next(keys, 'design');
	expect(await title(page)).toBe(words.finding.design(false));
	await next(keys, 'checks');
	await checked(page);
	await next(keys, 'import');
	await keys.to(words.import.fields.title);
	await page.keyboard.press('Control+a');
	await page.keyboard.type('Our graduates');
	await keys.to(words.import.fields.wave);
	await page.keyboard.press('Control+a');
	await page.keyboard.type('2024');
	await keys.press('Enter', words.import.go);
	await keys.press('Enter', words.import.doneLink);
	await page.waitForURL(/\/data\/own\/\?survey=tracer-/);
	const { search } = new URL(page.url());
	await page.getByText('Our graduates').first().waitFor();
	await page.goto(site.at('/graduates/', search));
	await page.getByText('Your own survey, on this device: Our graduates').first().waitFor();
	expect(await page.locator('main').innerText()).not.toMatch(/demonstration data/i);
	await page.context().close();
}, 120_000);

test('a guess that is changed, undone and redone leaves nothing behind', async () => {
	const { page } = await open('wave-2024-tracer.csv');
	await page.getByRole('button', { name: 'Columns' }).click();
	const sex = page.getByLabel(words.columns.meaningOf('Sex'));
	expect(await sex.inputValue()).toBe('sex');
	await sex.selectOption('');
	expect(await sex.isVisible()).toBe(false);
	await page.getByRole('button', { name: words.log.undoOf('Sex left out') }).click();
	await page.getByRole('button', { name: words.log.undoOf('Gender has no column') }).click();
	expect(await sex.inputValue()).toBe('sex');
	await page.getByRole('button', { name: words.log.redoOf('Sex left out') }).click();
	await page.getByRole('button', { name: words.log.redoOf('Gender has no column') }).click();
	await page.getByRole('button', { name: 'Left out, 1' }).click();
	expect(await sex.isVisible()).toBe(true);
	await page.context().close();
}, 90_000);

test('another way to read the file is shown at once, and the way back', async () => {
	const { page } = await open('wave-2024-tracer.csv');
	await page.getByLabel('Between fields').selectOption(';');
	await page.getByRole('heading', { name: '66 rows and 1 column were read' }).waitFor();
	await page.getByLabel('Between fields').selectOption(',');
	await page.getByRole('heading', { name: '66 rows and 13 columns were read' }).waitFor();
	expect(await page.getByRole('columnheader', { name: 'Respondent code' }).isVisible()).toBe(true);
	await page.context().close();
}, 90_000);

describe('bad input', () => {
	test.each([
		['empty.csv', '', /is empty/],
		[
			'web.csv',
			'<!doctype html><html><body><table><tr><td>1</td></tr></table></body></html>',
			/web page/
		],
		['head.csv', 'sex,age\n', /no rows/]
	])(
		'%s is refused in a sentence, and what was open stays open',
		async (name, text, sentence) => {
			const { page } = await open('wave-2024-tracer.csv');
			await page.setInputFiles('input[type=file]', {
				...{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }
			});
			const alert = page.getByRole('alert');
			await alert.waitFor();
			expect(await alert.innerText()).toMatch(sentence);
			expect(await title(page)).toBe('66 rows and 13 columns were read');
			await page.context().close();
		},
		90_000
	);
});

test('rejected rows leave with their reasons, and a recipe replays on the next wave', async () => {
	const { page } = await open('wave-2023-tracer.csv');
	// What a person changed is what the next wave is compared with.
	await page.getByRole('button', { name: 'Columns' }).click();
	await page.getByLabel(words.columns.meaningOf('Sex')).selectOption('');
	await page.getByRole('button', { name: 'Import' }).click();
	await page.getByRole('button', { name: words.import.recipe }).waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: words.import.recipe }).click()
	]);
	const recipe = await textOf(download);
	expect(JSON.parse(recipe)).toMatchObject({ format: 'recipe-1', file: { counts: {} } });
	expect(JSON.parse(recipe)).not.toHaveProperty('file.counts.sex');
	expect(recipe).not.toContain('R1007');
	const fresh = await site.page();
	await fresh.goto(site.at('/data/open/'));
	await fresh.setInputFiles('input[accept*=json]', {
		...{ name: 'recipe.json', mimeType: 'application/json', buffer: Buffer.from(recipe) }
	});
	await fresh.getByText('is ready: choose the file of the new wave').waitFor();
	await open('wave-2024-tracer.csv', fresh);
	const drift = fresh.getByRole('region', { name: words.drift.title });
	await drift.waitFor();
	expect((await drift.getByRole('listitem').allInnerTexts()).length).toBeGreaterThan(0);
	await Promise.all([page.context().close(), fresh.context().close()]);
}, 120_000);

test.each(['light', 'dark'] as const)(
	'no stage has a violation, %s',
	async (colorScheme) => {
		const page = await site.page({ viewport: { width: 360, height: 740 }, colorScheme });
		await page.goto(site.at('/data/open/'));
		await open('hand-typed-tracer.csv', page);
		for (const stage of Object.values(words.stepNames)) {
			await page
				.getByRole('navigation', { name: words.steps })
				.getByText(stage)
				.dispatchEvent('click');
			if (stage === words.stepNames.checks) await checked(page);
			expect(await violations(page), stage).toEqual([]);
		}
		await page.context().close();
	},
	120_000
);
