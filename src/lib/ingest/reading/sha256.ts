import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksOf } from './source/chunks.ts';

/** A Blob that has a quicker way to its own SHA-256. */
export interface HashingBlob extends Blob {
	/** In hexadecimal. */
	sha256(signal?: AbortSignal): Promise<string>;
}

/** Up to this size a file is held in memory, twice, for the platform to hash it. */
const wholeBytes = 32_000_000;

/**
 * SHA-256 of a file in hexadecimal, by the platform where it has one: that is ten times as quick, beside this thread,
 * and wants the whole file at once. Larger files are hashed here, a few megabytes at a time.
 */
export async function hashFile(blob: Blob, signal?: AbortSignal): Promise<string> {
	if (isHashing(blob)) return blob.sha256(signal);
	// Pages that did not come over https have no `subtle`.
	if (blob.size <= wholeBytes && 'subtle' in crypto) {
		const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
		return bytesToHex(new Uint8Array(digest));
	}
	const hash = sha256.create();
	for await (const chunk of chunksOf(blob, signal)) hash.update(chunk);
	return bytesToHex(hash.digest());
}

function isHashing(blob: Blob): blob is HashingBlob {
	return 'sha256' in blob;
}
