import type { Page } from 'playwright';
import { builtHtml, builtRoutes } from './site.ts';

/** The page with the most figures: what a journey through charts is walked on. */
export function richestRoute(): string {
	const figures = (route: string) => builtHtml(route).split('<figure').length;
	const [first] = builtRoutes().toSorted((a, b) => figures(b) - figures(a));
	if (first === undefined) throw new Error('The build holds no page.');
	return first;
}

/** Presses "Compute here" under the first figure, which starts the engine. */
export async function computeHere(page: Page): Promise<void> {
	await page
		.getByRole('button', { name: /compute here/i })
		.first()
		.click();
}
