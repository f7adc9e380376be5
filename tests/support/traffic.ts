import type { Page } from 'playwright';

/** Bytes of each request on the wire, response headers included, by request. */
interface Transfer {
	readonly url: string;
	bytes: number;
	done: boolean;
}

export interface Traffic {
	/** Bytes received until now. */
	bytes(): number;
	/** Addresses asked for until now. */
	urls(): string[];
	/** Resolves once no request has been open for `ms`. */
	quiet(ms?: number): Promise<void>;
}

/** Counts what a page receives, from now on. The cache is off for it; `slow` throttles to 3G. */
export async function countTraffic(page: Page, slow = false): Promise<Traffic> {
	const session = await page.context().newCDPSession(page);
	const transfers = new Map<string, Transfer>();
	let last = performance.now();
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	if (slow) {
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: 40,
			downloadThroughput: 200_000,
			uploadThroughput: 100_000
		});
	}
	const at = (id: string) => transfers.get(id) ?? { url: '', bytes: 0, done: false };
	session.on('Network.requestWillBeSent', ({ requestId, request }) => {
		last = performance.now();
		if (/^https?:/.test(request.url)) {
			transfers.set(requestId, { url: request.url, bytes: 0, done: false });
		}
	});
	session.on('Network.responseReceived', ({ requestId, response }) => {
		at(requestId).bytes = response.encodedDataLength;
	});
	session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
		at(requestId).bytes += encodedDataLength;
	});
	const end = (requestId: string, bytes?: number) => {
		last = performance.now();
		const transfer = at(requestId);
		transfer.done = true;
		if (bytes !== undefined) transfer.bytes = bytes;
	};
	session.on('Network.loadingFinished', (event) => end(event.requestId, event.encodedDataLength));
	session.on('Network.loadingFailed', (event) => end(event.requestId));
	const all = () => [...transfers.values()];
	return {
		bytes: () => all().reduce((sum, { bytes }) => sum + bytes, 0),
		urls: () => all().map(({ url }) => url),
		quiet: async (ms = 300) => {
			const idle = () => all().every(({ done }) => done) && performance.now() - last > ms;
			while (!idle()) await new Promise((wait) => setTimeout(wait, 50));
		}
	};
}
