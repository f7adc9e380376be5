import { mkdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition, notice } from '#data/site.json';
import { briefItems } from '#lib/vocabulary/messages/brief-items.ts';
import { briefOpen } from '#lib/vocabulary/messages/brief-open.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { briefPageItems as items } from '#lib/vocabulary/messages/brief-page-items.ts';
import { clippedText, tooWide } from '../support/boxes.ts';
import { Keyboard } from '../support/keyboard.ts';
import { sheetsOf } from '../support/sheets.ts';
import { violations } from '../support/violations.ts';
import { builtHtml, builtRoutes, openSite, visit, type Site } from '../support/site.ts';

const routes = builtRoutes().filter((one) => /^\/credentials\/[A-Z]+-\w+\/$/.test(one));
const route = routes[0] ?? '';
const id = route.split('/')[2] ?? '';
const shots = '.cache/reports/brief';

let site: Site;

beforeAll(async () => {
	site = await openSite();
	mkdirSync(shots, { recursive: true });
});

afterAll(() => site.close());

/** The text of the file that a press of Enter saves. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
	await (await Keyboard.of(page)).to(button);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.keyboard.press('Enter')
	]);
	const path = await download.path();
	return { name: download.suggestedFilename(), text: readFileSync(path, 'utf8') };
}

test('a brief stands in the page without scripts: 20 items, figures, proposed, synthetic', async () => {
	const html = builtHtml(route);
	for (const label of Object.values(briefItems.labels)) expect(html).toContain(label);
	const page = await site.page({ javaScriptEnabled: false });
	await page.goto(site.at(route));
	expect(await page.locator('.items > li').count()).toBe(20);
	expect(await page.locator('.items table tbody tr').count()).toBeGreaterThan(3);
	expect(await page.locator('.paper').innerText()).toMatch(/not accredited[\s\S]*synthetic/i);
	expect(await page.locator('.items button:visible').count()).toBe(0);
	expect(await page.locator('.brief noscript, .brief').first().innerText()).toContain('scripts');
	await page.context().close();
});

test('by keyboard alone: fill the open item, reload, save in every form, undo, delete', async () => {
	const page = await site.page({ acceptDownloads: true });
	await visit(page, site.at(route));
	expect(await page.locator('.brief').innerText()).toContain('19 of 20 items complete');
	const capacity = briefItems.labels.capacity;
	const keys = await Keyboard.of(page);
	await keys.to(items.edit(capacity));
	await page.keyboard.press('Enter');
	const filled = ['College A', 'Applied for', 'Two assessors from industry', 'A workshop'];
	for (const text of [...filled, 'The main campus']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	// The focus stands on "Done", which closes the form and hands it back.
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
		items.edit(capacity)
	);
	expect(await page.locator('.brief').innerText()).toContain('20 of 20 items complete');
	expect(await page.locator('.brief').innerText()).toContain(words.kept);

	await visit(page, page.url());
	expect(await page.locator('#item-14').innerText()).toContain('Two assessors from industry');

	const ajv = new Ajv({ strict: true, strictTuples: false });
	const schema = (name: string) =>
		ajv.compile(JSON.parse(readFileSync(`tests/schemas/${name}.json`, 'utf8')) as object);
	const word = await saved(page, words.files.word);
	expect(word.name).toBe(`credentials-${id}-brief.doc`);
	expect(word.text).toContain('Two assessors from industry');
	const json = await saved(page, words.files.json);
	expect(JSON.parse(json.text)).toMatchObject({ id, capacity: { site: 'The main campus' } });
	const badge: unknown = JSON.parse((await saved(page, words.files.badge)).text);
	expect(schema('open-badges-achievement')(badge)).toBe(true);
	expect(JSON.stringify(badge)).toContain(`${site.at(route)}#achievement`);
	expect(badge).toMatchObject({ creator: { name: 'College A' } });
	const model: unknown = JSON.parse((await saved(page, words.files.model)).text);
	expect(schema('learning-model')(model)).toBe(true);
	for (const made of [word.text, JSON.stringify(badge), JSON.stringify(model)]) {
		expect(made).toMatch(/not accredited/);
		expect(made).toMatch(/synthetic/);
	}

	await keys.to(items.edit(capacity));
	await page.keyboard.press('Enter');
	await keys.to(items.undo);
	await page.keyboard.press('Enter');
	expect(await page.locator('#item-14 .yours').textContent()).toContain(items.yours);
	await keys.to(words.delete, { back: true });
	await page.keyboard.press('Enter');
	expect(await page.locator('.brief').innerText()).toContain(words.deleted);
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
	await page.context().close();
});

test('a brief with a mandatory item missing says which, keeps it, and is not handed on as a credential', async () => {
	const page = await site.page();
	await visit(page, site.at(route));
	expect(await page.locator('#findings').innerText()).toContain(words.findingsYours);
	await page.getByRole('button', { name: items.edit(briefItems.labels.assessment) }).click();
	await page.getByLabel(items.fields.assessmentStandard).fill('');
	await page.getByRole('button', { name: items.done }).click();
	expect(await page.locator('#findings').innerText()).toContain('Assessment is mandatory');
	expect(await page.locator('#item-11').innerText()).toContain('Assessment is mandatory');
	expect(await page.locator('.paper > header').innerText()).toContain(
		'Draft: item 11 not complete'
	);
	await page.getByRole('button', { name: words.files.badge }).click();
	expect(await page.locator('[role=status]').filter({ hasText: words.notReady }).count()).toBe(1);
	expect(await violations(page)).toEqual([]);
	await page.context().close();
});

test('every form fits a phone and has no violation while it is open', async () => {
	const page = await site.page({ viewport: { width: 360, height: 740 } });
	await visit(page, site.at(route));
	while ((await page.locator('.items .top-line button').count()) > 0) {
		await page.locator('.items .top-line button').first().click();
	}
	expect(await page.locator('.items form').count()).toBe(20);
	expect(await page.evaluate(tooWide)).toEqual([]);
	expect(await page.evaluate(clippedText)).toEqual([]);
	expect(await violations(page)).toEqual([]);
	await page.screenshot({ path: `${shots}/forms-360.png`, fullPage: true });
	await page.context().close();
});

describe('on paper', () => {
	test('the briefs with most to say take two sheets of A4 at most, with notice, edition and questions', async () => {
		const page = await site.page();
		const said = (one: string) => builtHtml(one).length;
		const most = routes.toSorted((a, b) => said(b) - said(a)).slice(0, 8);
		for (const at of [...most, route]) {
			await visit(page, site.at(at));
			const sheets = await sheetsOf(page, at.replaceAll('/', '-').slice(1, -1));
			expect(sheets.length, at).toBeLessThanOrEqual(2);
			const text = sheets.join(' ');
			for (const part of [words.status, notice, `Edition ${edition}`, 'npm run ask'])
				expect(text, at).toContain(part);
			for (const label of Object.values(briefItems.labels)) expect(text, at).toContain(label);
		}
		await page.context().close();
	});

	test('the frame, the bar and the buttons stay off it', async () => {
		const page = await site.page();
		await visit(page, site.at(route));
		await page.emulateMedia({ media: 'print' });
		for (const hidden of ['header.top', '.bar', '.items button', 'footer.foot'])
			expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
		expect(await page.locator('.paper details code').first().isVisible()).toBe(true);
		await page.context().close();
	});
});

describe('/credentials/open', () => {
	test('a saved file opens under its own name, and says what an older version changed', async () => {
		const page = await site.page();
		await visit(page, site.at('/credentials/open/'));
		const older = { id: 'ZZ-0000', title: 'Kept from last year', edition: '2019.1', skills: [] };
		await page.locator('input[type=file]').setInputFiles({
			...{ name: 'brief.json', mimeType: 'application/json' },
			buffer: Buffer.from(JSON.stringify(older))
		});
		await page.waitForURL(/id=ZZ-0000/);
		await page.locator('.paper').waitFor();
		expect(await page.locator('h1').innerText()).toBe('Kept from last year');
		expect(await page.locator('.notes').first().innerText()).toContain('2019.1');
		expect(await page.locator('#findings').innerText()).toContain('no evidence of need');
		await visit(page, site.at('/credentials/open/'));
		expect(await page.locator('main').innerText()).toContain('Kept from last year');
		await page.context().close();
	});

	test('a file that is no brief is refused in a sentence', async () => {
		const page = await site.page();
		await visit(page, site.at('/credentials/open/'));
		await page.locator('input[type=file]').setInputFiles({
			...{ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[1]') }
		});
		await page.getByText(words.problems['not-a-brief']).waitFor();
		expect(new URL(page.url()).search).toBe('');
		await page.context().close();
	});

	test('drafts the brief for those whom the address keeps, from the published tables', async () => {
		const page = await site.page();
		await visit(page, site.at('/credentials/open/', `?id=${id}&sex=M`));
		await page.locator('.paper').waitFor();
		expect(await page.locator('.paper table').innerText()).toContain('(men)');
		expect(await page.locator('.paper').innerText()).toContain('of men only');
		expect(await page.locator('.items > li').count()).toBe(20);
		await page.context().close();
	});

	test('says which filter to loosen where too few answered', async () => {
		const page = await site.page();
		await visit(page, site.at('/credentials/open/', `?id=${id}&occupation=0&sex=F&need=3&moon=1`));
		await page.getByRole('link', { name: briefOpen.everybody }).waitFor();
		const main = await page.locator('main').innerText();
		expect(main).toContain('Too few');
		expect(main).toContain('moon');
		expect(main).not.toContain('“need”');
		expect(await page.locator('main a').count()).toBeGreaterThanOrEqual(3);
		await page.context().close();
	});

	test('a name that no course has leads here from the page that is not there', async () => {
		const page = await site.page();
		const wrong = `${id.slice(0, -1)}z`;
		const response = await page.goto(site.at(`/credentials/${wrong}/`));
		expect(response?.status()).toBe(404);
		await page.getByRole('link', { name: briefOpen.open }).click();
		await page.getByRole('heading', { name: briefOpen.meant }).waitFor();
		await page.locator('main a', { hasText: /\w/ }).nth(1).click();
		await page.waitForURL((url) => url.pathname.endsWith(route));
		expect(await page.locator('.items > li').count()).toBe(20);
		await page.context().close();
	});
});
