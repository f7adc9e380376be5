import type { Page } from 'playwright';
import { engine } from '#lib/vocabulary/messages/engine.ts';
import { builtHtml, builtRoutes } from './site.ts';

/** Whether the figures of a page can be computed on the device. */
export function offersEngine(route: string): boolean {
	return builtHtml(route).includes(engine.computeAgain);
}

/** A page on which the engine can be started. */
export function routeWithEngine(): string {
	const route = builtRoutes().findLast(offersEngine);
	if (route === undefined) throw new Error('No page offers to compute its figures.');
	return route;
}

/** Presses the button under the first figure, which starts the engine. */
export async function computeHere(page: Page): Promise<void> {
	await page.getByRole('button', { name: engine.computeAgain }).first().click();
}

/** From now on a page may not run WebAssembly, in its workers neither, as where an administrator forbids it. */
export async function forbidWebAssembly(page: Page): Promise<void> {
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() !== 'document') return route.fallback();
		const response = await route.fetch();
		const body = (await response.text()).replace("'wasm-unsafe-eval' ", '');
		return route.fulfill({ response, body });
	});
}
