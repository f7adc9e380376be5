import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './src/cli/support/find-chromium.mjs';

/** duckdb-wasm's worker names source files it does not ship; Vite warns ~120 times per run. */
function quietDuckdbWorker(): Plugin {
	return {
		name: 'quiet-duckdb-worker',
		apply: 'serve',
		enforce: 'pre',
		async load(id) {
			const [file = id, query = ''] = id.split('?');
			if (query === 'url' || !/duckdb-browser-\w+\.worker\.js$/.test(file)) return;
			const code = await readFile(file, 'utf8');
			return { code: code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), map: null };
		}
	};
}

/** What only surveys of the person's own need: no page without one pays for it. */
const ofOwnSurveys =
	/\/src\/(lib\/(ingest|state\/import|state\/own-surveys\/(?!hint)|[^?]*\/(own-|make-shard|shard-join|withhold))|routes\/(own|data\/own|data\/open)\/)/;

/** What makes cells and writes tables, on the device with DuckDB: most pages only read them. */
const ofMakingCells =
	/\/src\/lib\/(indicators\/compile|warehouse\/|answers\/(cells-from-table|engine-cells|compile-plan|encode-shard|write-columns|shard-parts\/(find|join-|kinds)))/;

/** What the pages of one family share: graduates, the data, the order of courses. */
const ofOneFamily =
	/\/src\/(lib\/(vocabulary\/messages\/(data|graduates)\.ts|survey\/bootstrap|decisions\/(criteria|evidence|measure|normalise|composite|draw|priority))|routes\/graduates\/)/;

const executablePath = findChromium();

export default defineConfig({
	plugins: [quietDuckdbWorker(), sveltekit()],
	build: {
		rolldownOptions: {
			output: {
				// Each request costs headers, and small files compress badly: what many pages share is one file.
				codeSplitting: {
					groups: [
						{
							name: 'site',
							minShareCount: 5,
							test: (id) =>
								![ofOwnSurveys, ofMakingCells, ofOneFamily].some((some) => some.test(id))
						},
						// Else three files each, which the list of courses needs all of.
						{
							name: 'order',
							minShareCount: 2,
							test: /\/src\/routes\/credentials\/(absence|findings|facts|credentials-table|conditions|choices|places|gathered|order)\.ts/
						},
						{
							name: 'courses',
							minShareCount: 2,
							test: /\/src\/lib\/vocabulary\/messages\/credentials(-method|-firm)?\.ts/
						}
					]
				}
			}
		}
	},
	test: {
		expect: { requireAssertions: true },
		testTimeout: 30_000,
		hookTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['**/*.svelte.test.ts'],
					// Vitest keeps a core for itself, which on two cores leaves one at work.
					maxWorkers: availableParallelism()
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['src/**/*.svelte.test.ts', 'tests/browser/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(executablePath === undefined ? {} : { executablePath }),
								args: chromiumArgs()
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				extends: true,
				test: {
					name: 'site',
					environment: 'node',
					include: ['tests/site/**/*.test.ts'],
					testTimeout: 180_000,
					maxWorkers: 2
				}
			}
		]
	}
});
