/** Two people come with a question and leave with paper, by keyboard alone: nothing is clicked, filled or focused for them. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDate } from '#lib/vocabulary/dates.ts';
import { briefItems } from '#lib/vocabulary/messages/brief-items.ts';
import { briefPage } from '#lib/vocabulary/messages/brief-page.ts';
import { briefPageItems as items } from '#lib/vocabulary/messages/brief-page-items.ts';
import { credentials, weighing } from '#lib/vocabulary/messages/credentials.ts';
import { frame } from '#lib/vocabulary/messages/frame.ts';
import { policyBrief, policyBriefEnd } from '#lib/vocabulary/messages/policy-brief.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { providers } from '#lib/vocabulary/messages/providers.ts';
import { providersNote } from '#lib/vocabulary/messages/providers-note.ts';
import site from '#data/site.json';
import { tooWide } from '../support/boxes.ts';
import { Keyboard } from '../support/keyboard.ts';
import { sheetsOf, watchPrint } from '../support/sheets.ts';
import { openSite, visit, type Site } from '../support/site.ts';

let built: Site;

beforeAll(async () => {
	built = await openSite();
});

afterAll(() => built.close());

const queryOf = (page: Page) => new URL(page.url()).searchParams;
const shownOn = (page: Page) => page.locator('form.filters .shown').first().innerText();

/** Waits until the address has what was chosen and the page says so. */
async function told(page: Page, parameter: string, words: RegExp): Promise<void> {
	await page.waitForURL((url) => url.searchParams.has(parameter));
	await page.locator('form.filters .shown', { hasText: words }).first().waitFor();
}

test('a policymaker on a phone: from the first page over the order of courses to a printed brief', async () => {
	const page = await built.page({ viewport: { width: 360, height: 740 } });
	const printed = await watchPrint(page);
	await visit(page, built.at('/'));
	const keys = await Keyboard.of(page);

	await keys.press('ArrowDown', 'Sector');
	await page.waitForURL((url) => url.searchParams.has('sector'));
	const sector = queryOf(page).get('sector') ?? '';
	await keys.press('ArrowDown', 'Gender');
	await told(page, 'sex', /women/);
	await keys.press('Enter', frame.menu, { back: true });
	await keys.press('Enter', frame.nav.credentials, { role: 'link' });
	await page.waitForURL((url) => /\/credentials\/?$/.test(url.pathname));
	expect([queryOf(page).get('sex'), queryOf(page).get('sector')]).toEqual(['F', sector]);
	await told(page, 'sex', /women/);
	expect(await page.evaluate(tooWide)).toEqual([]);

	// The list comes first; a link leads over it to the weights.
	const what = page.locator('#priority .what');
	const before = await what.innerText();
	await keys.press('Enter', credentials.toWeights);
	await keys.to(weighing.criteria.equity.label, { role: 'slider' });
	for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
	await page.waitForURL((url) => url.searchParams.get('equity') === '30');
	expect(await what.innerText()).not.toBe(before);
	expect(await what.innerText()).toContain('equity 30');

	await keys.press('Enter', story.toBrief, { back: true });
	await page.waitForURL((url) => /\/brief\/?$/.test(url.pathname));
	await told(page, 'equity', /women/);
	await page.locator('.policy-paper .line', { hasText: 'women' }).waitFor();
	expect(await page.evaluate(tooWide)).toEqual([]);
	await keys.press('Enter', policyBrief.print, { back: true });
	const title = (await page.locator('h1').textContent()) ?? '';
	expect(await printed()).toEqual([title]);

	const sheets = await sheetsOf(page, 'policymaker');
	expect(sheets.length).toBeLessThanOrEqual(2);
	const [first = ''] = sheets;
	const last = sheets.at(-1) ?? '';
	for (const part of [title, site.notice, 'women', `Edition ${site.edition}`])
		expect(first).toContain(part);
	for (const part of [policyBriefEnd.sourcesTitle, 'Skills audit', site.notice])
		expect(last).toContain(part);
	expect(last).toContain(`Edition ${site.edition}, ${formatDate(site.editionDate)}`);
	expect(last.replaceAll(' ', '')).toContain(page.url());
	expect(Object.fromEntries(queryOf(page))).toEqual({ sector, sex: 'F', equity: '30' });
	await page.context().close();
});

test('a provider: from what it can teach to a design brief that is kept, valid, exported and printed', async () => {
	const page = await built.page({ acceptDownloads: true });
	const printed = await watchPrint(page);
	await visit(page, built.at('/providers/'));
	const keys = await Keyboard.of(page);

	await keys.press('Enter', new RegExp(`^${providers.labels.field}`));
	await keys.press('Space', /engineering/i, { role: 'checkbox' });
	await told(page, 'field', /engineering/i);
	await keys.press('ArrowDown', providers.labels.at, { role: 'combobox' });
	await page.waitForURL((url) => url.searchParams.has('at'));
	await keys.press('Enter', new RegExp(`^${providers.labels.mode}`));
	await keys.press('Space', providers.modes.workplace, { role: 'checkbox' });
	await told(page, 'mode', new RegExp(providers.modes.workplace));
	await keys.press('Enter', frame.moreFilters);
	await keys.press('ArrowDown', providers.labels.weekly, { role: 'combobox' });
	await page.waitForURL((url) => url.searchParams.has('weekly'));
	expect(await shownOn(page)).toMatch(/engineering.*at the workplace/i);

	await keys.press('Enter', providersNote.compareChoose);
	for (const count of [1, 2]) {
		await page.keyboard.press('Tab');
		expect((await keys.here()).role).toBe('checkbox');
		await page.keyboard.press('Space');
		await page.waitForFunction(
			(of) => document.querySelectorAll('.compared thead th').length === of + 1,
			count
		);
	}
	const compared = queryOf(page).get('compare')?.split(',') ?? [];
	expect(compared).toHaveLength(2);

	const name = (await page.locator('.compared thead th').nth(1).textContent())?.trim() ?? '';
	await keys.press('Enter', name, { role: 'link' });
	await page.waitForURL((url) => compared.some((id) => url.pathname.includes(id)));
	const brief = page.locator('.brief');
	await brief.getByText('19 of 20 items complete').waitFor();

	await keys.press('Enter', items.edit(briefItems.labels.duration));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('1');
	await keys.press('Enter', items.done);
	expect(await page.locator('#findings').innerText()).toMatch(/weeks/);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+A');
	await page.keyboard.type('26');
	await keys.press('Enter', items.done);
	await keys.press('Enter', items.edit(briefItems.labels.capacity));
	for (const text of ['College A', 'Applied for', 'Two trainers', 'Eight machines', 'Campus B']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	expect((await keys.here()).name).toBe(items.done);
	await page.keyboard.press('Enter');
	expect(await brief.innerText()).toContain('20 of 20 items complete');
	expect(await brief.innerText()).toContain(briefPage.kept);

	await visit(page, page.url());
	const again = await Keyboard.of(page);
	expect(await page.locator('#item-14').innerText()).toMatch(/Two trainers[\s\S]*Campus B/);
	expect(await page.locator('#item-8').innerText()).toContain('26 weeks');
	const badge = await saved(page, again, briefPage.files.badge);
	const schema = JSON.parse(readFileSync('tests/schemas/open-badges-achievement.json', 'utf8'));
	const validate = new Ajv({ strict: true, strictTuples: false }).compile(schema as object);
	expect(validate(JSON.parse(badge)), JSON.stringify(validate.errors)).toBe(true);

	await again.press('Enter', briefPage.print, { back: true });
	const title = (await page.locator('h1').textContent()) ?? '';
	expect(await printed()).toEqual([title]);
	const sheets = await sheetsOf(page, 'provider');
	expect(sheets.length).toBeLessThanOrEqual(2);
	const text = sheets.join(' ');
	for (const part of [title, briefPage.status, site.notice, 'Two trainers', '26 weeks'])
		expect(text).toContain(part);
	expect(text).toContain(`Edition ${site.edition} · ${formatDate(site.editionDate)}`);
	expect(text).toMatch(/Ranks in 95 of 100 draws, of \d+ courses/);
	await page.context().close();
});

/** The text of the file that a button saves. */
async function saved(page: Page, keys: Keyboard, button: string): Promise<string> {
	await keys.to(button);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.keyboard.press('Enter')
	]);
	expect(download.suggestedFilename()).toMatch(/\.jsonld$/);
	return readFileSync(await download.path(), 'utf8');
}
