/** The numbers of a course in the list: each opens to the Question behind it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courseNumbers as words } from '#lib/vocabulary/messages/course-numbers.ts';
import { credentials } from '#lib/vocabulary/messages/credentials.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { clippedText, tooWide } from '../support/boxes.ts';
import { Keyboard } from '../support/keyboard.ts';
import { openSite, visit, type Site } from '../support/site.ts';
import { violations } from '../support/violations.ts';

let site: Site;

beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

test('by keyboard alone on a phone: from a course to the command that asks for its people short', async () => {
	const page = await site.page({ viewport: { width: 360, height: 740 } });
	await visit(page, site.at('/credentials/'));
	const row = page.locator('.prio li[data-row]').first();
	const people = await row.locator('.people b').first().innerText();
	const keys = await Keyboard.of(page);
	await keys.to(credentials.numbers);
	await page.keyboard.press('Enter');
	await row.getByText(words.lead).waitFor();
	await keys.to(new RegExp(`^${words.labels.reach}`));
	await page.keyboard.press('Enter');
	const first = row.locator('details.numbers li').first();
	expect(await first.locator('b').innerText()).toBe(people);
	const command = await first.locator('code').innerText();
	const asked = /^npm run -s ask -- '(.*)'$/.exec(command)?.[1] ?? '';
	expect(parseQuestion(asked).indicator).toBe('people-short-any');
	await keys.to(`${words.copy}: ${words.labels.reach}`);
	const last = row.locator('details.numbers li').last();
	await last.locator('summary').click();
	expect(await last.innerText()).toMatch(/100 × \(/);
	expect(await page.evaluate(tooWide)).toEqual([]);
	expect(await page.evaluate(clippedText)).toEqual([]);
	expect(await violations(page)).toEqual([]);
	await page.context().close();
});

test('an address opens them for a course below the first ones, of those whom the filters keep', async () => {
	const page = await site.page();
	await visit(page, site.at('/credentials/?sex=F'));
	await page.locator('figure#priority .twin > summary').click();
	const link = page.locator('figure#priority table a[href^="#numbers-"]').last();
	const anchor = (await link.getAttribute('href')) ?? '';
	expect(await page.locator(anchor).count()).toBe(0);
	await link.click();
	const opened = page.locator(anchor);
	await opened.getByText(words.lead).waitFor();
	expect(await opened.getAttribute('open')).not.toBeNull();
	await opened.locator('li summary').first().click();
	expect(await opened.locator('code').first().innerText()).toContain('"sex":["F"]');
	await page.context().close();
});

test('without a script they lead to the brief, which has the figures and their Questions', async () => {
	const page = await site.page({ javaScriptEnabled: false });
	await page.goto(site.at('/credentials/'));
	const row = page.locator('.prio li[data-row]').first();
	await row.locator('details.numbers > summary').click();
	await row.getByRole('link', { name: credentials.numbersBrief }).click();
	expect(await page.locator('#item-3 table tbody tr').count()).toBeGreaterThan(3);
	await page.context().close();
});
