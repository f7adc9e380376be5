import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetSectors } from '#data/site.json';
import { portfolio as words } from '#lib/vocabulary/messages/portfolio.ts';
import { builtRoutes, openSite, visit, type Site } from '../support/site.ts';

/** Courses of sectors that the page does not open on. */
const elsewhere = builtRoutes()
	.map((route) => /^\/credentials\/(([A-Z]+)-\w+)\/$/.exec(route))
	.flatMap((found) => (found ? [{ id: found[1] ?? '', sector: found[2] ?? '' }] : []))
	.filter(({ sector }) => !targetSectors.some(({ code }) => code === sector));

let site: Site;

beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

/** Keeps what the page has ever said in its notices. */
function keepNotices() {
	const said: string[] = [];
	Object.assign(window, { said });
	new MutationObserver(() => {
		for (const { textContent } of document.querySelectorAll('.ignored'))
			said.push(textContent ?? '');
	}).observe(document, { subtree: true, childList: true, characterData: true });
}

test('a link to a plan never says that its course is not in the list while the list is on its way', async () => {
	const [course] = elsewhere;
	if (!course) throw new Error('No course outside the target sectors');
	const page = await site.page();
	await page.addInitScript(keepNotices);
	await visit(page, site.at(`/credentials/?sector=${course.sector}#portfolio?course=${course.id}`));
	await page.locator(`#numbers-${course.id}`).waitFor({ state: 'attached' });
	await page.locator('#portfolio .sides').waitFor();
	const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
	expect(said.filter((text) => text.includes(course.id))).toEqual([]);
	await page.context().close();
});

test('one that is truly not there is named', async () => {
	const page = await site.page();
	await visit(page, site.at('/credentials/#portfolio?course=MIN-0000'));
	const notice = page.getByText(words.linkMissing(['MIN-0000']));
	await notice.waitFor();
	expect(await notice.count()).toBe(1);
	await page.context().close();
});
