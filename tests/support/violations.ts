import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds, one line each: the rule and where. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found = await page.evaluate(async () => {
		const { axe: checker } = window as unknown as { axe: typeof import('axe-core') };
		// Marks that slide in are read when they have arrived.
		await Promise.all(document.getAnimations().map((animation) => animation.finished));
		const { violations } = await checker.run(document, { resultTypes: ['violations'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(
				({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`
			)
		);
	});
	return found.map((line) => line.replace(/\s+/g, ' '));
}
