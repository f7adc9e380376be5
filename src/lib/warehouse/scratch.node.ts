import { randomUUID } from 'node:crypto';
import { constants, type PathLike } from 'node:fs';
import { access, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that Linux keeps in memory: what lives for a moment never waits for a disk. It may be small, or not there. */
const memoryFolder = '/dev/shm';
const smallBytes = 24_000_000;
/** Up to this size a Blob is written at once: one of many small parts gives as many chunks when it is streamed. */
const wholeBytes = 64_000_000;

/**
 * Writes a file that nobody else on the machine may read.
 * @returns its path
 */
export async function writeScratch(content: Blob | Uint8Array): Promise<string> {
	const name = `warehouse-${randomUUID()}.csv`;
	const bytes = await bytesOf(content);
	if (
		bytes instanceof Uint8Array &&
		bytes.length <= smallBytes &&
		(await isWritable(memoryFolder))
	) {
		const file = join(memoryFolder, name);
		try {
			return await write(file, bytes);
		} catch (error) {
			await rm(file, { force: true });
			if (!isFull(error)) throw error;
		}
	}
	return write(join(tmpdir(), name), bytes);
}

async function bytesOf(content: Blob | Uint8Array) {
	if (content instanceof Uint8Array) return content;
	return content.size < wholeBytes ? new Uint8Array(await content.arrayBuffer()) : content.stream();
}

async function write(file: string, bytes: Parameters<typeof writeFile>[1]): Promise<string> {
	await writeFile(file, bytes, { mode: 0o600 });
	return file;
}

function isWritable(folder: PathLike): Promise<boolean> {
	return access(folder, constants.W_OK).then(
		() => true,
		() => false
	);
}

function isFull(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
