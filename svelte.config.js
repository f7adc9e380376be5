import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import adapter from '@sveltejs/adapter-static';

/** @typedef {`sha256-${string}`} ScriptHash */

/**
 * The content hashes of the inline scripts of src/app.html, as the policy names them. SvelteKit
 * adds those of the scripts that it writes itself.
 * @returns {ScriptHash[]}
 */
function templateScripts() {
	const page = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8');
	return [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
		([, code = '']) =>
			/** @type {ScriptHash} */ (`sha256-${createHash('sha256').update(code).digest('base64')}`)
	);
}

/** @returns {'' | `/${string}`} the path under which the site is served, as BASE_PATH says */
function basePath() {
	const path = (process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
	return path === '' ? '' : `/${path}`;
}

/** @type {import('@sveltejs/kit').Config} */
const config = {
	compilerOptions: {
		// Runes in all our code; libraries decide for themselves.
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: adapter({ fallback: '404.html', precompress: true }),
		// A small stylesheet costs less in the page than the headers of its request.
		inlineStyleThreshold: 1024,
		paths: { base: process.argv.includes('dev') ? '' : basePath() },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval', ...templateScripts()],
				'worker-src': ['self', 'blob:'],
				'connect-src': ['self', 'blob:'],
				'img-src': ['self', 'data:', 'blob:'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['none']
			}
		}
	}
};

export default config;
