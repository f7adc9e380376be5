import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksOf } from './source/chunks.ts';

export interface HashOptions {
	readonly signal?: AbortSignal | undefined;
	/** Most bytes that may be held in memory twice. */
	readonly mostHeld?: number | undefined;
}

const usuallyHeld = 32_000_000;

/**
 * SHA-256 of a file in hexadecimal, by the platform where it has one: that is ten times as quick, beside this thread,
 * and wants the whole file at once. Larger files are hashed here, a few megabytes at a time.
 */
export async function hashFile(
	blob: Blob,
	{ signal, mostHeld = usuallyHeld }: HashOptions = {}
): Promise<string> {
	// Pages that did not come over https have no `subtle`.
	if (blob.size <= mostHeld && 'subtle' in crypto) {
		const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
		return bytesToHex(new Uint8Array(digest));
	}
	const hash = sha256.create();
	for await (const chunk of chunksOf(blob, signal)) hash.update(chunk);
	return bytesToHex(hash.digest());
}
