import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineFile } from '#lib/warehouse/engine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const worker = join(root, 'src/lib/ingest/reading/reading.worker.ts');

/**
 * Writes the worker that reads files into `folder/reader` of `outDir`, as modules named by content: the one that
 * every file needs, and others that it fetches for a workbook or an SPSS file.
 * @returns the first of them, its path from `outDir` on
 */
export async function packReader(outDir: string): Promise<EngineFile> {
	const result = await build({
		...{ configFile: false, logLevel: 'error', root },
		build: {
			...{ write: false, target: 'es2022', modulePreload: false },
			rolldownOptions: {
				input: worker,
				preserveEntrySignatures: false,
				output: {
					...{ format: 'es', entryFileNames: 'reader.[hash].js' },
					chunkFileNames: '[name].[hash].js'
				}
			}
		}
	});
	const outputs = [result].flat().flatMap((made) => ('output' in made ? made.output : []));
	const chunks = outputs.filter((output) => output.type === 'chunk');
	const entry = chunks.find(({ isEntry }) => isEntry);
	if (!entry) throw new Error('The reading worker has no script');
	await mkdir(join(outDir, 'reader'), { recursive: true });
	await Promise.all(
		chunks.map(({ fileName, code }) => writeFile(join(outDir, 'reader', fileName), code))
	);
	return { path: `reader/${entry.fileName}`, bytes: Buffer.byteLength(entry.code) };
}
