/** The list of courses on paper. */
import { expect, test } from 'vitest';
import { credentials } from '#lib/vocabulary/messages/credentials.ts';
import { portfolioSection } from '#lib/vocabulary/messages/portfolio-section.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { sheetsOf } from '../support/sheets.ts';
import { openSite, visit } from '../support/site.ts';

test('has every course with its ranks and people, on sheets that cut nothing off', async () => {
	const site = await openSite();
	try {
		const page = await site.page();
		await visit(page, site.at('/credentials/', '?sector=MIN,TEX'));
		const links = page.locator('#priority .prio .row .name a');
		const onScreen = await links.count();
		const sheets = await sheetsOf(page, 'credentials');
		const text = sheets.join(' ');
		expect(await links.count()).toBe(onScreen);
		await page.locator('#priority .prio > .btn').click();
		const names = await links.allInnerTexts();
		expect(names.length).toBeGreaterThan(onScreen);
		for (const name of names) expect(text).toContain(name);
		expect(text.match(/people short\b/g)?.length).toBeGreaterThanOrEqual(names.length);
		expect(text).not.toContain(credentials.all(formatCount(names.length)));
		// No plan was made: its section would be an empty heading.
		expect(text).not.toContain(portfolioSection.title);
	} finally {
		await site.close();
	}
});
