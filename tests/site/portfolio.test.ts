import highsLoader from 'highs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { Locator, Page, Worker } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Planning } from '#lib/contracts/planning.ts';
import { draftSettings } from '#lib/decisions/brief.ts';
import { solvePortfolio } from '#lib/decisions/portfolio.ts';
import { highsSolver } from '#lib/decisions/solver.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { portfolio as words } from '#lib/vocabulary/messages/portfolio.ts';
import { portfolioSection } from '#lib/vocabulary/messages/portfolio-section.ts';
import { plan } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { emptyView } from '#lib/vocabulary/view.ts';
import { askPlan } from '../../src/routes/credentials/portfolio/ask-plan.ts';
import { fieldsOf } from '../../src/routes/credentials/portfolio/fields.ts';
import { modelOf, planOptions } from '../../src/routes/credentials/portfolio/plan-model.ts';
import { readSettings } from '../../src/routes/credentials/portfolio/settings.ts';
import { tellPlan } from '../../src/routes/credentials/portfolio/told-plan.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { readAnswerBook, readCatalogue, readGenerated } from '../support/catalogue.ts';
import { openSite, visit, type Site } from '../support/site.ts';

let site: Site;
let page: Page;
let section: Locator;
let elsewhere: Server;
let elsewhereAddress = '';
let arrived: string[] = [];

beforeAll(async () => {
	site = await openSite();
	elsewhere = createServer((request, response) => {
		arrived.push(request.url ?? '');
		response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
	});
	await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
	const address = elsewhere.address();
	if (address === null || typeof address === 'string') throw new Error('No second server.');
	elsewhereAddress = `http://127.0.0.1:${address.port}`;
});
beforeEach(async () => {
	arrived = [];
	page = await site.page();
	section = page.locator('#portfolio');
	return () => page.context().close();
});
afterAll(async () => {
	await site.close();
	elsewhere.close();
});

const field = (name: string): Locator => section.locator(`input[name="${name}"]`);
const finding = (): Locator => section.locator('#plan h2');

/** The form is fetched once it comes near. */
async function open(fragment = ''): Promise<void> {
	await visit(page, site.at('/credentials/', fragment));
	await section.scrollIntoViewIfNeeded();
	await field('budget').waitFor();
}

async function find(): Promise<void> {
	await section.locator('button[type=submit]').click();
	await section.locator('#plan').waitFor({ timeout: 60_000 });
	await section.locator('.result[aria-busy=false]').waitFor({ timeout: 60_000 });
}

/** The ticked courses, in the order of the list. */
async function ticked(): Promise<string[]> {
	const boxes = page.locator('#priority input[type=checkbox]:checked');
	return boxes.evaluateAll((all) =>
		all.map((box) => {
			const brief = box.closest('li')?.querySelector('a')?.pathname ?? '';
			return brief.split('/').filter(Boolean).at(-1) ?? '';
		})
	);
}

async function rowsOf(figure: Locator): Promise<Record<string, string>[]> {
	const csv = figure.getByRole('button', { name: 'CSV' });
	const [file] = await Promise.all([page.waitForEvent('download'), csv.click()]);
	return readCsv((await readFile(await file.path(), 'utf8')).replace(/^(#.*\r\n)+/, ''));
}

/** The same plan, made in Node. */
async function planInNode(courses: readonly string[], texts: Readonly<Record<string, string>>) {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const supply = await readGenerated<Planning>('planning.json');
	const fields = fieldsOf(supply.costs, draftSettings.hours);
	const settings = readSettings(fields, texts, 'levels');
	if ('wrong' in settings) throw new Error(JSON.stringify(settings.wrong));
	const { currency } = supply.costs;
	const input = { view: emptyView, courses, settings, fields, texts, currency, supply };
	const asked = await askPlan(input, teller);
	if ('code' in asked) throw new Error(asked.code);
	const solver = highsSolver(await highsLoader());
	const result = await solvePortfolio(modelOf(asked.offers, settings), solver, planOptions);
	return tellPlan({ asked, result, seconds: 0 });
}

test('a link of another edition says which courses and settings it does not find, and keeps the rest', async () => {
	await open('#portfolio?budget=7,000,000&course=ZZ-0000&colour=red');
	expect(await section.innerText()).toContain(words.linkMissing(['ZZ-0000']));
	expect(await section.innerText()).toContain(words.linkIgnored('colour'));
	expect(await field('budget').inputValue()).toBe('7,000,000');
});

test('the plan of the page is that of the same numbers in Node, offer by offer', async () => {
	await open();
	const texts = { budget: '3,000,000', rural: '50%' };
	for (const [name, text] of Object.entries(texts)) await field(name).fill(text);
	await find();
	const courses = await ticked();
	expect(courses.length).toBeGreaterThan(1);
	const { figure } = await planInNode(courses, texts);
	expect(await finding().innerText()).toBe(figure.finding);
	const rows = await rowsOf(section.locator('#plan'));
	const at = figure.table.columns.filter(({ only }) => only !== 'page').map(({ id }) => id);
	const places = figure.table.columns.flatMap(({ only }, i) => (only === 'page' ? [] : [i]));
	const expected = figure.table.rows.map(({ cells }) =>
		Object.fromEntries(
			places.map((place, i) => {
				const cell = cells[place];
				const raw = typeof cell === 'object' && cell !== null ? (cell.raw ?? cell.text) : cell;
				return [at[i] ?? '', String(raw ?? '')];
			})
		)
	);
	expect(rows).toMatchObject(expected);
	expect(rows.reduce((sum, row) => sum + Number(row.seats), 0)).toBeGreaterThan(0);
});

test('all of it comes from the site, in a worker that can send nothing elsewhere', async () => {
	const foreign: string[] = [];
	page.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol !== 'blob:' && origin !== site.origin) foreign.push(request.url());
	});
	const attacks: Promise<readonly [url: string, outcome: string]>[] = [];
	const attack = async (worker: Worker) => {
		const outcome = await worker.evaluate(
			(target) =>
				fetch(target).then(
					() => 'arrived',
					() => 'refused'
				),
			elsewhereAddress
		);
		return [worker.url(), outcome] as const;
	};
	page.on('worker', (worker) => attacks.push(attack(worker)));
	// The worker that unpacks ends with its work: it waits until the attack is over.
	await page.route(/\.pack$/, async (route) => {
		await Promise.all(attacks);
		await route.continue();
	});
	await open();
	await find();
	const outcomes = await Promise.all(attacks);
	expect(outcomes.length).toBeGreaterThan(1);
	for (const [url, outcome] of outcomes) {
		expect(url).toMatch(/^blob:/);
		expect(outcome).toBe('refused');
	}
	expect([...foreign, ...arrived].filter((url) => !url.startsWith(elsewhereAddress))).toEqual([]);
	expect(arrived).toEqual([]);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
});

describe('a search can be cancelled', () => {
	test('while the solver is fetched; what was entered stays, and it can be tried again', async () => {
		await page.route('**/generated/solver/*.pack', () => undefined);
		await open();
		await field('budget').fill('2,000,000');
		await section.locator('button[type=submit]').press('Enter');
		await section.getByRole('button', { name: words.cancel }).press('Enter');
		await section.getByText(words.cancelled).first().waitFor();
		expect(await section.locator('#plan').count()).toBe(0);
		expect(await field('budget').inputValue()).toBe('2,000,000');
		await page.unroute('**/generated/solver/*.pack');
		await find();
		expect(await finding().innerText()).toMatch(/trains/);
	});

	test('a solver that does not arrive is said, and the numbers are kept', async () => {
		await page.route('**/generated/solver/*.pack', (route) => route.abort());
		await open();
		await field('seats').fill('77');
		await section.locator('button[type=submit]').click();
		await section.getByText(words.failed).first().waitFor({ timeout: 60_000 });
		expect(await field('seats').inputValue()).toBe('77');
	});
});

describe('what cannot be', () => {
	test('a number that is none is marked where it stands, and nothing is fetched', async () => {
		await open();
		await field('women').fill('many');
		await section.locator('button[type=submit]').click();
		const described = await field('women').getAttribute('aria-describedby');
		expect(await section.locator(`[id="${described}"]`).innerText()).toContain('0 to 100%');
		expect(await field('women').inputValue()).toBe('many');
		expect(await section.locator('#plan').count()).toBe(0);
		await field('women').fill('10');
		expect(await field('women').getAttribute('aria-invalid')).toBeNull();
	});

	test('limits that no plan meets name the one to loosen', async () => {
		await open();
		await field('budget').fill('500');
		await find();
		expect(await finding().innerText()).toBe(plan.noneTitle);
		expect(await section.locator('#plan').innerText()).toContain('Loosen the budget');
		expect(await field('budget').inputValue()).toBe('500');
		const ease = section.getByRole('button', { name: 'Set the budget to' });
		await ease.focus();
		await page.keyboard.press('Enter');
		await section.locator('#plan').getByText(plan.bars.budget).waitFor();
		expect(await field('budget').inputValue()).toMatch(/^\d{1,3}(,\d{3})+$/);
	});
});

test('a link fills in numbers and courses, and a change marks the plan as of before', async () => {
	await open();
	const [first = '', second = ''] = await ticked();
	await page.close();
	page = await page.context().newPage();
	section = page.locator('#portfolio');
	await open(`#portfolio?seats=120&course=${second},${first}`);
	expect(await field('seats').inputValue()).toBe('120');
	expect(await ticked()).toEqual([first, second]);
	await find();
	const rows = await rowsOf(section.locator('#plan'));
	expect(new Set(rows.map(({ course }) => course))).toEqual(new Set([first, second]));
	expect(rows.reduce((sum, row) => sum + Number(row.seats), 0)).toBeLessThanOrEqual(120);
	await field('seats').fill('60');
	await section.getByText(words.stale).waitFor();
});

test('without scripts the section says that it needs them', async () => {
	const plain = await site.page({ javaScriptEnabled: false });
	await plain.goto(site.at('/credentials/'));
	const said = plain.locator('#portfolio noscript p');
	expect(await said.isVisible()).toBe(true);
	expect(await said.innerText()).toBe(portfolioSection.noScript);
	expect(await plain.locator('#portfolio form').isVisible()).toBe(false);
	await plain.context().close();
});
