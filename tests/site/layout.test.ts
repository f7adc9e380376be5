import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, representativeRoutes, visit, type Site } from '../support/site.ts';
import { brokenIntervals, clippedText, overlappingText, tooWide } from '../support/boxes.ts';

const widths = [360, 390, 768, 1440, 1920];

let site: Site;

beforeAll(async () => {
	site = await openSite();
});

afterAll(() => site.close());

for (const route of representativeRoutes()) {
	test(`${route} fits its window, its text whole and apart`, async () => {
		const page = await site.page();
		await visit(page, site.at(route));
		await page.evaluate(() => document.fonts.ready);
		for (const width of widths) {
			await page.setViewportSize({ width, height: width < 768 ? 740 : 900 });
			const at = `at ${width} px`;
			expect(await page.evaluate(tooWide), `wider than the window ${at}`).toEqual([]);
			expect(await page.evaluate(clippedText), `clipped ${at}`).toEqual([]);
			expect(await page.evaluate(overlappingText), `overlapping ${at}`).toEqual([]);
			if (width < 768) expect(await page.evaluate(brokenIntervals), `broken ${at}`).toEqual([]);
		}
		await page.context().close();
	});

	test(`${route} shows its first answer at once or after one swipe on a phone`, async () => {
		const page = await site.page({ viewport: { width: 360, height: 740 } });
		await visit(page, site.at(route));
		// The first page answers with courses, every other page with a chart.
		const chart = page.locator('figure.chart svg, .courses li').first();
		const top = (await chart.count()) === 0 ? 0 : ((await chart.boundingBox())?.y ?? Infinity);
		expect(top).toBeLessThanOrEqual(2 * 740);
		await page.context().close();
	});
}
