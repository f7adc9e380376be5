import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { EngineFile, PackedEngineFile } from '#lib/warehouse/engine.ts';

/** A name for what is made of these files: another one as soon as one of them changes. */
export async function keyOf(paths: readonly string[]): Promise<string> {
	const hashes = await Promise.all(paths.map(async (path) => hash(await readFile(path))));
	return hash(hashes.join());
}

/** The manifest of a folder that was packed before; undefined where there is none. */
export async function readKept<Manifest>(folder: string): Promise<Manifest | undefined> {
	const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
	return text === undefined ? undefined : JSON.parse(text);
}

/** Writes a file named by its content. */
export async function store(
	folder: string,
	name: string,
	content: Uint8Array
): Promise<EngineFile> {
	const [stem, extension] = name.split('.');
	const path = `${stem}.${hash(content).slice(0, 12)}.${extension}`;
	await writeFile(join(folder, path), content);
	return { path, bytes: content.length };
}

interface Packing {
	readonly raw: Uint8Array;
	readonly pack: (raw: Uint8Array) => Promise<Uint8Array>;
}

/** Writes a file compressed. */
export async function storePacked(
	folder: string,
	name: string,
	{ raw, pack }: Packing
): Promise<PackedEngineFile> {
	return { ...(await store(folder, name, await pack(raw))), rawBytes: raw.length };
}

/**
 * Quality 10 makes DuckDB 10% smaller than quality 9 for 30 s of work, done once; quality 11 takes
 * minutes. 24 is the largest window that every decoder accepts.
 */
export function brotli(raw: Uint8Array): Promise<Uint8Array> {
	return promisify(brotliCompress)(raw, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 10,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: raw.length
		}
	});
}

export function gzipped(raw: Uint8Array): Promise<Uint8Array> {
	return promisify(gzip)(raw, { level: 9 });
}

function hash(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
