import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksOf } from './source/chunks.ts';

/** SHA-256 of a file in hexadecimal, a few megabytes at a time: the browser's own wants the whole of it at once. */
export async function hashFile(blob: Blob, signal?: AbortSignal): Promise<string> {
	const hash = sha256.create();
	for await (const chunk of chunksOf(blob, signal)) hash.update(chunk);
	return bytesToHex(hash.digest());
}
