import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import site from '#data/site.json';
import { clippedText, overlappingText, tooWide } from '../support/boxes.ts';
import { base, openSite, visit, type Site } from '../support/site.ts';

const phone = { width: 360, height: 740 };
/** A sheet of A4 less its margins, at 96 dots an inch. */
const sheet = { width: 688, height: 1031 };
const reports = '.cache/reports';
const [first, second, third] = site.targetSectors.map(({ code }) => code);

let built: Site;

beforeAll(async () => {
	built = await openSite();
	mkdirSync(reports, { recursive: true });
});

afterAll(() => built.close());

/** Presses Tab until the element that has the focus matches. */
async function tabTo(page: Page, selector: string, text = ''): Promise<void> {
	for (let i = 0; i < 120; i++) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(
			([wanted = '', words = '']) => {
				const at = document.activeElement;
				return at?.matches(wanted) === true && (at.textContent ?? '').includes(words);
			},
			[selector, text]
		);
		if (found) return;
	}
	throw new Error(`Tab does not reach ${selector} ${text}`);
}

/** How many sheets the page takes; the file stays with the reports. */
async function sheetsOf(page: Page, name: string): Promise<number> {
	const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	writeFileSync(`${reports}/${name}.pdf`, file);
	return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The brief as it is printed, drawn at the width of a sheet. */
async function onPaper(page: Page, name: string): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize(sheet);
	await page.screenshot({ path: `${reports}/${name}.png`, fullPage: true });
}

test('a policymaker comes from the first page to a printed brief, on a phone, by keyboard alone', async () => {
	const page = await built.page({ viewport: phone });
	await page.addInitScript(() => {
		const own = window as unknown as { printed?: string };
		window.print = () => {
			own.printed = document.querySelector('h1')?.textContent ?? '';
		};
	});
	await visit(page, built.at('/'));
	await tabTo(page, 'select[name=sector]');
	await page.keyboard.press('ArrowDown');
	await page.waitForURL((url) => url.searchParams.has('sector'));
	await tabTo(page, 'select[name=sex]');
	await page.keyboard.press('ArrowDown');
	await page.waitForURL((url) => url.searchParams.has('sex'));
	await tabTo(page, 'a', words.link);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => /\/brief\/?$/.test(url.pathname));
	const { searchParams } = new URL(page.url());
	expect(searchParams.get('sex')).toBe('F');
	expect(searchParams.has('sector')).toBe(true);
	await page.locator('.policy-paper .line', { hasText: 'women' }).waitFor();
	expect(await page.evaluate(tooWide)).toEqual([]);
	await tabTo(page, 'button', words.print);
	await page.keyboard.press('Enter');
	const printed = await page.evaluate(() => (window as unknown as { printed?: string }).printed);
	expect(printed).toBe(await page.locator('h1').textContent());
	await page.screenshot({ path: `${reports}/brief-phone.png`, fullPage: true });
	await onPaper(page, 'brief-journey');
	expect(await page.locator('.filters').first().isVisible()).toBe(false);
	expect(await page.locator('.policy-paper .address').innerText()).toContain('sex=F');
	expect(await sheetsOf(page, 'brief-journey')).toBeLessThanOrEqual(2);
	await page.context().close();
});

describe.each([
	'',
	`?sector=${first}`,
	`?sector=${second}&sex=F`,
	`?sector=${third}`,
	'?age=15-24'
])('the brief %s', (query) => {
	test('takes one sheet or two, with all that a sheet must say', async () => {
		const page = await built.page();
		await visit(page, built.at('/brief/', query));
		const name = `brief-${query.replace(/\W+/g, '-')}`;
		await onPaper(page, name);
		const paper = page.locator('.policy-paper');
		expect(await paper.locator('header').innerText()).toContain(site.notice);
		const foot = await paper.locator('footer').innerText();
		expect(foot).toContain(site.notice);
		expect(foot).toContain(`Edition ${site.edition}`);
		expect(foot).toContain(built.at('/brief/', query));
		expect(await page.locator('figure.chart .rows').count()).toBe(3);
		expect(await page.locator('table:visible').count()).toBe(1);
		for (const hidden of ['.top', '.notice', '.filters', '.acts', 'button', '.on-paper']) {
			const shown = await page.locator(`${hidden}:visible`).count();
			expect(shown, hidden).toBe(0);
		}
		expect(await page.evaluate(tooWide)).toEqual([]);
		expect(await page.evaluate(clippedText)).toEqual([]);
		expect(await page.evaluate(overlappingText)).toEqual([]);
		const sheets = await sheetsOf(page, name);
		expect(sheets).toBeGreaterThanOrEqual(1);
		expect(sheets).toBeLessThanOrEqual(2);
		await page.context().close();
	});
});

test('paper stays light in the dark', async () => {
	const page = await built.page({ colorScheme: 'dark' });
	await visit(page, built.at('/brief/'));
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const colours = await page.evaluate(() => {
		const { backgroundColor, color } = getComputedStyle(document.body);
		return [backgroundColor, color];
	});
	expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
	await page.context().close();
});

test('the brief of the default view stands without scripts', async () => {
	const page = await built.page({ javaScriptEnabled: false });
	await page.goto(built.at('/brief/'));
	expect(await page.locator('.policy-paper h1').count()).toBe(1);
	expect(await page.locator('figure.chart .rows').count()).toBe(3);
	expect(await page.locator('.courses tbody tr').count()).toBe(5);
	expect(await page.getByRole('button', { name: words.print }).count()).toBe(0);
	await page.context().close();
});

test('pages of figures lead to the brief of what they show', async () => {
	const page = await built.page();
	const leads = async (route: string, query: string) => {
		await visit(page, built.at(route, query));
		const target = await page.getByRole('link', { name: words.link }).getAttribute('href');
		return target?.slice(base.length);
	};
	expect(await leads('/sectors/', '?sex=F&district_group=NOR')).toBe('/brief?sex=F');
	expect(await leads(`/sectors/${second}/`, '?age=15-24')).toBe(
		`/brief?age=15-24&sector=${second}`
	);
	expect(await leads('/', '?residence=rural')).toBe('/brief?residence=rural');
	expect(await leads('/credentials/', '?need=100&sex=F')).toBe('/brief?need=100&sex=F');
	await page.context().close();
});
