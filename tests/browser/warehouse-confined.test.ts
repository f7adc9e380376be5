import { afterEach, expect, test } from 'vitest';
import script from './support/confined-warehouse.ts?url';

/** The policy that pages are built with (svelte.config.js), here for a page in a frame. */
const policy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;
	connect-src 'self' blob:; object-src 'none'; base-uri 'self'`;

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

/** Runs the script in a frame under the policy, and returns what it posts to us. */
function confined(): Promise<unknown> {
	frame = document.createElement('iframe');
	frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
		<base href="${location.origin}/"><script type="module" src="${script}"></script>`;
	const answer = new Promise((resolve) => {
		addEventListener('message', ({ data, source }) => {
			if (source === frame?.contentWindow) resolve(data);
		});
	});
	document.body.append(frame);
	return answer;
}

test('under the policy the engine starts, and neither page nor worker reaches another origin', async () => {
	expect(await confined()).toEqual({
		answer: [42],
		page: 'blocked',
		worker: 'blocked'
	});
});
