import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { blobWorker } from '#lib/warehouse/engine-download.browser.ts';

// Vitest rewrites import() into a call of its runner, which a frame does not have.
Object.assign(globalThis, {
	__vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() }
});

/** Whether the policy refuses a request to another origin; the page and the worker run the same. */
function tryElsewhere(): Promise<'blocked' | 'tried'> {
	return new Promise((resolve) => {
		addEventListener('securitypolicyviolation', () => resolve('blocked'));
		fetch('https://elsewhere.invalid/').catch(() => setTimeout(() => resolve('tried'), 500));
	});
}

function tryInWorker(): Promise<unknown> {
	const worker = blobWorker([`(${tryElsewhere})().then((answer) => postMessage(answer))`]);
	return new Promise((resolve) => {
		worker.onmessage = ({ data }) => resolve(data);
	});
}

async function ask(): Promise<unknown> {
	const { engine } = await (await fetch('/generated/manifest.json')).json();
	const base = new URL('/generated/engine/', document.baseURI).href;
	const warehouse = await openBrowserWarehouse({ engine, base });
	const table = await warehouse.query('SELECT 42 AS answer');
	await warehouse.close();
	return table.column('answer');
}

try {
	const answer = await ask();
	parent.postMessage({ answer, page: await tryElsewhere(), worker: await tryInWorker() }, '*');
} catch (error) {
	parent.postMessage({ error: String(error) }, '*');
}
