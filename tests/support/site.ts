import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium, howToInstall } from '../../src/cli/support/find-chromium.mjs';
import { serve } from '../../src/cli/support/serve.mjs';

/** Milliseconds to wait for what should be there, on a machine that does much else at once. */
const patience = 60_000;
const folder = resolve('build');
const basePath = (process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');

/** The path under which the site was built: '' or '/name'. */
export const base = basePath === '' ? '' : `/${basePath}`;

/** The built site, served as a static host would, and a browser. */
export interface Site {
	/** `http://127.0.0.1:port`, without the base path. */
	readonly origin: string;
	readonly browser: Browser;
	/** A fresh page with a cold cache, in a context of its own. */
	page(options?: BrowserContextOptions): Promise<Page>;
	/** The address of a route such as `/sectors/`, with a query if wanted. */
	at(route: string, query?: string): string;
	close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
	if (!existsSync(join(folder, '404.html')))
		throw new Error('The site is not built: run npm test.');
	const executablePath = findChromium();
	if (executablePath === undefined) throw new Error(howToInstall);
	const server = await serve({ folder, base });
	const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
	const { origin } = new URL(server.address);
	return {
		origin,
		browser,
		page: async (options = {}) => {
			const context = await browser.newContext(options);
			context.setDefaultTimeout(patience);
			return context.newPage();
		},
		at: (route, query = '') => `${origin}${base}${route}${query}`,
		close: async () => {
			await browser.close();
			await server.close();
		}
	};
}

/** Every prerendered page, as its path: `/`, `/sectors/`, … */
export function builtRoutes(): string[] {
	return builtFiles()
		.filter((file) => file === 'index.html' || file.endsWith('/index.html'))
		.map((file) => `/${file.slice(0, -'index.html'.length)}`)
		.sort();
}

/** Paths of all files of the build, with slashes. */
export function builtFiles(): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.map((file) => file.split(sep).join('/'));
}

/** The HTML of a route as it was prerendered. */
export function builtHtml(route: string): string {
	return readFileSync(join(folder, route, 'index.html'), 'utf8');
}

/**
 * Whether a static host would find something at this path of the site, base path included, and,
 * where a fragment is given, whether that page has a place of this name.
 */
export function isBuilt(path: string, fragment = ''): boolean {
	if (!path.startsWith(`${base}/`)) return false;
	const file = join(folder, decodeURIComponent(path.slice(base.length)));
	if (!/\/$/.test(path) && statSync(file, { throwIfNoEntry: false })?.isFile()) return true;
	const page = join(file, 'index.html');
	if (!existsSync(page)) return false;
	return fragment === '' || readFileSync(page, 'utf8').includes(` id="${fragment}"`);
}

/** A folder with this many pages or more is made of one mould, such as the design briefs. */
export const largeFamily = 20;

/**
 * Few pages stand for many where a test is slow: of the pages below one folder (such as the
 * sectors) the one that says most and the one that says least.
 * @param most folders with fewer pages are looked at whole
 */
export function representativeRoutes(most = 8): string[] {
	const families = new Map<string, string[]>();
	for (const route of builtRoutes()) {
		const family = dirname(route);
		families.set(family, [...(families.get(family) ?? []), route]);
	}
	return [...families].flatMap(([family, routes]) => {
		// The pages of the menu are no family: each is made in its own way.
		if (family === '/' || routes.length < most) return routes;
		const bySize = routes.toSorted((a, b) => builtHtml(b).length - builtHtml(a).length);
		return [...bySize.slice(0, 1), ...bySize.slice(-1)];
	});
}

/** Opens a page and waits until its requests are done and the figures of its query are drawn. */
export async function visit(page: Page, address: string): Promise<void> {
	let open = 0;
	let last = performance.now();
	const count = (change: number) => () => {
		open += change;
		last = performance.now();
	};
	page.on('request', count(1));
	page.on('requestfinished', count(-1));
	page.on('requestfailed', count(-1));
	await page.goto(address, { waitUntil: 'load' });
	while (open > 0 || performance.now() - last < 150) {
		await new Promise((wait) => setTimeout(wait, 20));
	}
	await page.waitForFunction(() => document.documentElement.dataset.query !== 'pending');
}
