/** Briefs that come from files: old, broken or forged. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Brief } from '#lib/decisions/brief-record.ts';
import { briefFindings } from '#lib/vocabulary/messages/brief-findings.ts';
import { briefItems } from '#lib/vocabulary/messages/brief-items.ts';
import { briefPageItems as items } from '#lib/vocabulary/messages/brief-page-items.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { builtRoutes, openSite, visit, type Site } from '../support/site.ts';

const route = builtRoutes().find((one) => /^\/credentials\/[A-Z]+-\w+\/$/.test(one)) ?? '';
let site: Site;
let drafted: Brief;

beforeAll(async () => {
	site = await openSite();
	const page = await site.page({ acceptDownloads: true });
	await visit(page, site.at(route));
	drafted = JSON.parse(await saved(page, words.files.json)) as Brief;
	await page.context().close();
});

afterAll(() => site.close());

async function saved(page: Page, button: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return readFileSync(await download.path(), 'utf8');
}

/** The page of the course with this brief opened, and what went wrong on it. */
async function opened(brief: object): Promise<{ page: Page; errors: string[] }> {
	const page = await site.page({ acceptDownloads: true });
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	await visit(page, site.at(route));
	await page.locator('input[type=file]').setInputFiles({
		...{ name: 'brief.json', mimeType: 'application/json' },
		buffer: Buffer.from(JSON.stringify(brief))
	});
	await page.getByText(words.loaded).waitFor();
	return { page, errors };
}

test('one whose figures were changed may not be handed on, and keeps the notice', async () => {
	const { figures, notice } = drafted.evidence;
	const forged = figures.map((one) => ({ ...one, value: 999_999, synthetic: false }));
	const { page } = await opened({
		...drafted,
		evidence: { ...drafted.evidence, notice: '', figures: forged }
	});
	const label = figures[0]?.label ?? '';
	const said = briefFindings['evidence-altered']({ label });
	expect(await page.locator('#findings').innerText()).toContain(said);
	expect(await page.locator('.paper > header').innerText()).toContain(words.refused);
	expect(await page.locator('.paper > header').innerText()).toContain(notice);
	const word = await saved(page, words.files.word);
	for (const part of [words.refused, notice, said]) expect(word).toContain(part);
	await page.getByRole('button', { name: words.files.badge }).click();
	expect(await page.locator('[role=status]').filter({ hasText: words.notReady }).count()).toBe(1);
	await page.context().close();
});

test('a file too large for a brief is not read, on either page that opens one', async () => {
	for (const at of [route, '/credentials/open/']) {
		const page = await site.page();
		await visit(page, site.at(at));
		await page.locator('input[type=file]').setInputFiles({
			...{ name: 'brief.json', mimeType: 'application/json' },
			buffer: Buffer.from(JSON.stringify({ ...drafted, title: 'x'.repeat(2e6) }))
		});
		await page.getByRole('status').getByText(words.tooLarge).waitFor();
		expect(await page.locator('h1').innerText()).not.toContain('xxx');
		await page.context().close();
	}
});

test('a line that is no number is kept as it was typed, and said', async () => {
	const page = await site.page();
	await visit(page, site.at(route));
	await page.getByRole('button', { name: items.edit(briefItems.labels.tracer) }).click();
	const months = page.getByLabel(items.oneALine(items.fields.tracerMonths));
	await months.fill('6 months\n18');
	await months.blur();
	expect(await page.locator('#item-18').innerText()).toContain(items.noNumbers('6 months'));
	expect(await months.inputValue()).toBe('6 months\n18');
	await months.fill('6\n18');
	await months.blur();
	expect(await page.locator('#item-18').innerText()).not.toContain('is not taken');
	await page.context().close();
});

test('an old one without edition, with figures of one name and links to elsewhere, opens whole', async () => {
	const { figures } = drafted.evidence;
	const links = ['javascript:alert(1)', '//evil.example/x', '.evil.example'];
	const strange = [...figures, ...figures].map((one, i) => ({
		...one,
		link: links[i % links.length]
	}));
	const old = Object.entries(drafted).filter(([name]) => name !== 'edition');
	const { page, errors } = await opened({
		...Object.fromEntries(old),
		evidence: { ...drafted.evidence, figures: strange }
	});
	expect(errors).toEqual([]);
	const lines = await page.locator('.items table tbody tr th').allInnerTexts();
	expect(lines.filter((line) => !/draws/.test(line))).toHaveLength(strange.length);
	expect(await page.locator('.notes').first().innerText()).toContain('does not say');
	const elsewhere = await page
		.locator('main a')
		.evaluateAll((links) =>
			links
				.map((link) => (link as HTMLAnchorElement).href)
				.filter((href) => !href.startsWith(location.origin))
		);
	expect(elsewhere).toEqual([]);
	expect(await saved(page, words.files.word)).not.toContain('evil');
	await page.context().close();
});

test('one with words of its own says whose they are, on the page, on paper and in its exports', async () => {
	const evidence = { ...drafted.evidence, coverage: 'Everybody.', remark: 'Mines asked for it.' };
	const { page, errors } = await opened({ ...drafted, title: 'Dig\u202Eging', evidence });
	const sheet = page.locator('.paper');
	expect(await sheet.locator('#item-1 .tag').innerText()).toBe(words.authored);
	expect(await sheet.locator('#item-2 .tag').count()).toBe(0);
	const text = await sheet.innerText();
	expect(text).toContain('Digging');
	expect(text).toContain('Added by the author: Mines asked for it.');
	expect(text).toContain(drafted.evidence.coverage);
	expect(text).toContain('Item 1 is in the author’s words');
	const notes = await page.locator('.notes').first().innerText();
	expect(notes).toContain('U+202E');
	expect(notes).toContain('Everybody.');
	expect(JSON.parse(await saved(page, words.files.json))).toMatchObject({ authored: ['title'] });
	for (const form of [words.files.word, words.files.badge, words.files.model]) {
		const made = await saved(page, form);
		expect(made, form).toContain('Item 1 is in the author’s words');
		expect(made, form).not.toContain('\u202E');
		expect(made, form).not.toContain('Everybody.');
	}
	expect(errors).toEqual([]);
	await page.context().close();
});

test('what a provider chose is taken into duration and delivery, and may be undone', async () => {
	const page = await site.page();
	await visit(page, site.at(`${route}?mode=evening&weekly=6`));
	await page.getByText('Items 8 and 9 follow what you chose').waitFor();
	expect(await page.locator('#item-8').innerText()).toContain('in the evening');
	expect(await page.locator('#item-8 .tag').innerText()).toBe(words.authored);
	await page.getByRole('button', { name: items.edit(briefItems.labels.duration) }).click();
	await page.getByRole('button', { name: items.undo }).click();
	expect(await page.locator('#item-8 .tag').count()).toBe(0);
	await page.context().close();
});
