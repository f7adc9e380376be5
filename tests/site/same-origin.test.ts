import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { Page, Worker } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	builtFiles,
	largeFamily,
	openSite,
	representativeRoutes,
	visit,
	type Site
} from '../support/site.ts';
import { computeHere, routeWithEngine } from '../support/journeys.ts';

const policy = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self' blob:",
	"connect-src 'self' blob:",
	"img-src 'self' data: blob:",
	"style-src 'self'",
	"style-src-attr 'unsafe-inline'",
	"object-src 'none'",
	"base-uri 'self'",
	"form-action 'none'"
];

let site: Site;
let elsewhere: Server;
let elsewhereAddress = '';
let arrived: string[] = [];

beforeAll(async () => {
	site = await openSite();
	elsewhere = createServer((request, response) => {
		arrived.push(request.url ?? '');
		response.writeHead(200, {
			'access-control-allow-origin': '*',
			'content-type': 'text/javascript'
		});
		response.end('0');
	});
	await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
	const address = elsewhere.address();
	if (address === null || typeof address === 'string')
		throw new Error('No port for the second server.');
	elsewhereAddress = `http://127.0.0.1:${address.port}`;
});

beforeEach(() => {
	arrived = [];
});

afterAll(async () => {
	await site.close();
	elsewhere.close();
});

test('the second server hears what is sent to it', async () => {
	await fetch(`${elsewhereAddress}/control`);
	expect(arrived).toEqual(['/control']);
});

test.each(representativeRoutes(largeFamily))('%s asks nothing of another origin', async (route) => {
	const page = await site.page();
	const foreign: string[] = [];
	page.on('request', (request) => {
		const url = request.url();
		if (/^\w+ps?:/.test(url) && !url.startsWith(`${site.origin}/`)) foreign.push(url);
	});
	await visit(page, site.at(route));
	expect(foreign).toEqual([]);
	await page.context().close();
});

test('every page carries the policy', () => {
	const pages = builtFiles().filter((file) => file.endsWith('.html'));
	expect(pages.length).toBeGreaterThan(1);
	for (const file of pages) {
		const content = /http-equiv="content-security-policy" content="([^"]*)"/.exec(
			readFileSync(`build/${file}`, 'utf8')
		);
		// Scripts and styles within the page are named by their hashes.
		const directives = (content?.[1] ?? '').replace(/ 'sha256-[^']+'/g, '').split(/;\s*/);
		expect(directives, file).toEqual(expect.arrayContaining(policy));
		expect(directives, file).toHaveLength(policy.length);
	}
});

test.each(representativeRoutes())(
	'nothing that a script of %s sends elsewhere arrives',
	async (route) => {
		const page = await site.page();
		await visit(page, site.at(route));
		await page.evaluate(sendFromPage, `${elsewhereAddress}/page`);
		await sendFromOwnWorker(page);
		await page.waitForTimeout(300);
		expect(arrived).toEqual([]);
		await page.context().close();
	}
);

test('nothing that a worker of the site sends elsewhere arrives', async () => {
	const page = await site.page();
	const outcomes: Promise<{ url: string; outcome: object }>[] = [];
	const attack = async (worker: Worker) => ({
		url: worker.url(),
		outcome: await worker.evaluate(sendFromWorker, `${elsewhereAddress}/worker`)
	});
	page.on('worker', (worker) => outcomes.push(attack(worker)));
	// The worker that fetches the engine ends with it: the engine waits until the attack is over.
	await page.route(/\/engine\/.*\.pack$/, async (route) => {
		await Promise.all(outcomes);
		await route.continue();
	});
	await visit(page, site.at(routeWithEngine()));
	await computeHere(page);
	// One worker fetches the engine, another answers.
	await expect.poll(() => outcomes.length, { timeout: 90_000 }).toBeGreaterThan(1);
	const workers = await Promise.all(outcomes);
	for (const { url, outcome } of workers) {
		expect(url, 'a policy of the page does not reach a worker loaded from an address').toMatch(
			/^blob:/
		);
		expect(outcome).toEqual({ fetch: 'refused', xhr: 'refused', script: 'refused' });
	}
	expect(arrived).toEqual([]);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.context().close();
});

/** Runs in the page: all the ways by which a page sends something. */
async function sendFromPage(target: string): Promise<void> {
	const image = new Image();
	image.src = `${target}-image`;
	const script = document.createElement('script');
	script.src = `${target}-script`;
	const frame = document.createElement('iframe');
	frame.src = `${target}-frame`;
	const sheet = document.createElement('link');
	sheet.rel = 'stylesheet';
	sheet.href = `${target}-style`;
	document.body.append(image, script, frame, sheet);
	navigator.sendBeacon(`${target}-beacon`);
	new EventSource(`${target}-events`).close();
	await fetch(`${target}-fetch`).catch(() => undefined);
	await fetch(`${target}-opaque`, { mode: 'no-cors' }).catch(() => undefined);
}

/** A worker such as the site starts them: from a blob, which takes over the policy of its page. */
async function sendFromOwnWorker(page: Page): Promise<void> {
	const outcome = await page.evaluate(async (target) => {
		const code = `fetch('${target}').then(() => postMessage('arrived'), () => postMessage('refused'))`;
		const worker = new Worker(URL.createObjectURL(new Blob([code])));
		return new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
	}, `${elsewhereAddress}/own-worker`);
	expect(outcome).toBe('refused');
}

/** Runs inside a worker. */
async function sendFromWorker(target: string) {
	const attempt = async (send: () => unknown) => {
		try {
			await send();
			return 'sent';
		} catch {
			return 'refused';
		}
	};
	return {
		fetch: await attempt(() => fetch(`${target}-fetch`)),
		xhr: await attempt(() => {
			const request = new XMLHttpRequest();
			request.open('GET', `${target}-xhr`, false);
			request.send();
		}),
		script: await attempt(() => {
			(globalThis as unknown as { importScripts(url: string): void }).importScripts(
				`${target}-script`
			);
		})
	};
}
