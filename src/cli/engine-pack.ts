import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineManifest } from '#lib/warehouse/engine.ts';
import { brotli, gzipped, keyOf, readKept, store, storePacked } from './packing.ts';
import { stripExports } from './strip-exports.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/engine-pack');
const unpackSource = join(root, 'src/lib/warehouse/unpack.worker.ts');
const decoderScript = require.resolve('brotli-dec-wasm/web');
const sources = {
	worker: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'),
	wasm: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
	decoder: require.resolve('brotli-dec-wasm/web/bg.wasm'),
	decoderScript,
	unpack: unpackSource,
	strip: fileURLToPath(new URL('strip-exports.ts', import.meta.url)),
	packing: fileURLToPath(new URL('packing.ts', import.meta.url)),
	pack: fileURLToPath(import.meta.url)
};

/**
 * Writes DuckDB-Wasm into `outDir` as files that any static host can serve: none over 25 MiB, compressed
 * beforehand, named by content. Takes half a minute the first time (brotli), nothing afterwards: the result
 * is kept under node_modules/.cache until a source changes. The paths in the manifest are file names.
 */
export async function packEngine(outDir: string): Promise<EngineManifest> {
	const kept = join(cache, await keyOf(Object.values(sources)));
	const manifest = (await readKept<EngineManifest>(kept)) ?? (await pack(kept));
	await mkdir(outDir, { recursive: true });
	const files = [manifest.unpack, manifest.decoder, manifest.worker, manifest.wasm];
	await Promise.all(files.map(({ path }) => copyFile(join(kept, path), join(outDir, path))));
	return manifest;
}

async function pack(folder: string): Promise<EngineManifest> {
	await rm(cache, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const script = withoutSourceMap(await readFile(sources.worker, 'utf8'));
	const module = stripExports(await readFile(sources.wasm), script);
	const [unpack, decoder, worker, wasm] = await Promise.all([
		bundleUnpack().then((code) => store(folder, 'unpack.js', Buffer.from(code))),
		readFile(sources.decoder).then((raw) =>
			storePacked(folder, 'brotli.pack', { raw, pack: gzipped })
		),
		storePacked(folder, 'duckdb-worker.pack', { raw: Buffer.from(script), pack: brotli }),
		storePacked(folder, 'duckdb-eh.pack', { raw: module, pack: brotli })
	]);
	const manifest: EngineManifest = {
		version: await duckdbVersion(),
		unpack,
		decoder,
		worker,
		wasm,
		bytes: unpack.bytes + decoder.bytes + worker.bytes + wasm.bytes
	};
	await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
	return manifest;
}

/** The unpacking worker with its decoder's script, one classic script for importScripts(). */
async function bundleUnpack(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		root,
		resolve: { alias: { 'brotli-dec-wasm/web': decoderScript } },
		plugins: [
			{
				name: 'decoder-from-manifest',
				enforce: 'pre',
				// Else Vite inlines the decoder's WebAssembly, which comes by its own file.
				transform(code, id) {
					if (basename(id) !== basename(decoderScript)) return null;
					return code.replace(/new URL\("[^"]+",import\.meta\.url\)/, 'undefined');
				}
			}
		],
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: unpackSource, formats: ['iife'], name: 'unpack' }
		}
	});
	const outputs = Array.isArray(result) ? result.flatMap(({ output }) => output) : [];
	const chunk = outputs.find((output) => output.type === 'chunk');
	if (!chunk) throw new Error('The unpacking worker has no script');
	return `/*! With brotli-dec-wasm, https://github.com/ustclug-dev/brotli-dec-wasm, MIT OR Apache-2.0 */\n${chunk.code}`;
}

function withoutSourceMap(script: string): string {
	return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

async function duckdbVersion(): Promise<string> {
	const path = join(dirname(sources.wasm), '../package.json');
	const { version }: { version: string } = JSON.parse(await readFile(path, 'utf8'));
	return version;
}
