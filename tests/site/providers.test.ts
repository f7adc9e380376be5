import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition, notice } from '#data/site.json';
import { providers } from '#lib/vocabulary/messages/providers.ts';
import { providersNote } from '#lib/vocabulary/messages/providers-note.ts';
import { Keyboard } from '../support/keyboard.ts';
import { sheetsOf } from '../support/sheets.ts';
import { openSite, visit, type Site } from '../support/site.ts';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

const queryOf = (page: Page) => new URL(page.url()).search;

test('a provider chooses fields and courses by keyboard; back takes a choice away', async () => {
	const page = await site.page();
	await visit(page, site.at('/providers/'));
	const shown = page.locator('form.filters .shown').first();
	const before = await shown.innerText();
	const keys = await Keyboard.of(page);
	await keys.press('Enter', new RegExp(`^${providers.labels.field}`));
	await keys.press('Space', /./, { role: 'checkbox' });
	await page.waitForURL(/\?field=\d\d$/);
	await page.waitForFunction((text) => !document.body.innerText.includes(text), before);
	expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('field');
	await keys.press('Enter', providersNote.compareChoose);
	await keys.press('Space', /./, { role: 'checkbox' });
	await page.waitForURL(/compare=/);
	await page.waitForFunction(() => document.querySelectorAll('.compared thead th').length === 2);
	await page.goBack();
	await page.waitForFunction(() => document.querySelectorAll('.compared thead th').length === 4);
	expect(queryOf(page)).toMatch(/^\?field=\d\d$/);
	await page.context().close();
});

test('the demand note alone is printed, on one sheet, with the longest choices too', async () => {
	const page = await site.page();
	const starts = ['', '?sector=all&field=01,02,03,04,05,06,07,08&mode=block,evening,blended'];
	for (const query of starts) {
		await visit(page, site.at('/providers/', query));
		const [sheet = '', ...more] = await sheetsOf(page, `note${query.replace(/\W+/g, '-')}`);
		expect(more, query).toEqual([]);
		for (const part of [notice, `Edition ${edition}`, providersNote.sources])
			expect(sheet).toContain(part);
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('figure.chart').first().isVisible()).toBe(false);
		expect(await page.getByRole('article', { name: providersNote.noteName }).isVisible()).toBe(
			true
		);
		await page.emulateMedia({ media: null });
	}
	await page.context().close();
});
