import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineManifest, PackedEngineFile } from '#lib/warehouse/engine.ts';
import { brotli, keyOf, readKept, storePacked } from './packing.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/solver-pack');
const decisions = join(root, 'src/lib/decisions');
const workerSource = join(decisions, 'solver.worker.ts');
const sources = {
	/** Its script leaves the loader in a global `Module`. */
	loader: require.resolve('highs'),
	wasm: require.resolve('highs/runtime'),
	worker: workerSource,
	...Object.fromEntries(
		[
			...['solver', 'solver-messages', 'portfolio', 'portfolio-model', 'portfolio-plan'],
			...['plan-conditions', 'programme', 'worth', 'decision-problem']
		].map((name) => [name, join(decisions, `${name}.ts`)])
	),
	packing: fileURLToPath(new URL('packing.ts', import.meta.url)),
	pack: fileURLToPath(import.meta.url)
};

interface Packed {
	readonly worker: PackedEngineFile;
	readonly wasm: PackedEngineFile;
}

/**
 * Writes HiGHS and the worker that solves with it into `folder/solver` of `outDir`, compressed beforehand and named
 * by content. It is unpacked by what DuckDB is unpacked with, which a visitor who has used either has already.
 * @returns paths from `outDir` on
 */
export async function packSolver(outDir: string, engine: EngineManifest): Promise<EngineManifest> {
	const kept = join(cache, await keyOf(Object.values(sources)));
	const { worker, wasm } = (await readKept<Packed>(kept)) ?? (await pack(kept));
	const folder = join(outDir, 'solver');
	await mkdir(folder, { recursive: true });
	const files = [worker, wasm];
	await Promise.all(files.map(({ path }) => copyFile(join(kept, path), join(folder, path))));
	const at = <File extends { path: string }>(place: string, file: File): File => ({
		...file,
		path: `${place}/${file.path}`
	});
	return {
		version: await highsVersion(),
		unpack: at('engine', engine.unpack),
		decoder: at('engine', engine.decoder),
		worker: at('solver', worker),
		wasm: at('solver', wasm),
		bytes: [engine.unpack, engine.decoder, worker, wasm].reduce((sum, { bytes }) => sum + bytes, 0)
	};
}

async function pack(folder: string): Promise<Packed> {
	await rm(cache, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const loader = await readFile(sources.loader, 'utf8');
	const script = `/*! HiGHS by highs-js, https://github.com/lovasoa/highs-js, MIT */\n${loader}\n${await bundle()}`;
	const [worker, wasm] = await Promise.all([
		storePacked(folder, 'worker.pack', { raw: Buffer.from(script), pack: brotli }),
		storePacked(folder, 'highs.pack', { raw: await readFile(sources.wasm), pack: brotli })
	]);
	const packed: Packed = { worker, wasm };
	await writeFile(join(folder, 'manifest.json'), JSON.stringify(packed));
	return packed;
}

/** The worker and all it imports as one classic script. */
async function bundle(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		root,
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: workerSource, formats: ['iife'], name: 'solver' }
		}
	});
	const outputs = Array.isArray(result) ? result.flatMap(({ output }) => output) : [];
	const chunk = outputs.find((output) => output.type === 'chunk');
	if (!chunk) throw new Error('The solving worker has no script');
	return chunk.code;
}

async function highsVersion(): Promise<string> {
	const path = join(root, 'node_modules/highs/package.json');
	const { version }: { version: string } = JSON.parse(await readFile(path, 'utf8'));
	return version;
}
