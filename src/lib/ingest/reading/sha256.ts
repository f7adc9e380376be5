import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksOf } from './source/chunks.ts';

/** A Blob that has a quicker way to its own SHA-256. */
export interface HashingBlob extends Blob {
	/** In hexadecimal. */
	sha256(signal?: AbortSignal): Promise<string>;
}

/** Up to this size a file is held in memory, twice, for the platform to hash it. */
const wholeBytes = 16_000_000;

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

/** The hash of a file that is read meanwhile. */
export interface HashOnTheWay {
	/**
	 * Where the hash takes the bytes that are read: called with all of them in their order, some perhaps twice.
	 * @param from place of the first of them in the file
	 */
	readonly take?: (bytes: Uint8Array, from: number) => void;
	/** In hexadecimal, once all was read. */
	result(): Promise<string>;
}

/** @param isRead the bytes of the file pass as they are: what takes long to hash need not be read a second time */
export function hashOnTheWay(
	blob: Blob,
	isRead: boolean,
	signal: AbortSignal | undefined
): HashOnTheWay {
	if (!isRead || isHashing(blob) || blob.size <= wholeBytes) {
		const hash = hashFile(blob, signal);
		// It is awaited as the last; until then its failure is nobody's.
		hash.catch(() => undefined);
		return { result: () => hash };
	}
	const hash = sha256.create();
	let taken = 0;
	return {
		take: (bytes, from) => {
			const fresh = bytes.subarray(taken - from);
			hash.update(fresh);
			taken += fresh.length;
		},
		// A file that was repaired on the way did not pass as it is.
		result: async () =>
			taken === blob.size ? bytesToHex(hash.digest()) : await hashFile(blob, signal)
	};
}

function isHashing(blob: Blob): blob is HashingBlob {
	return 'sha256' in blob;
}

/** What passed through `measured`. */
export interface Measured {
	/** Bytes of UTF-8. */
	bytes: number;
	/** SHA-256 of them in hexadecimal; '' until all of it has passed. */
	sha256: string;
}

/** Lets text pass, and says after its end how many bytes it was and what its SHA-256 is. */
export async function* measured(
	text: AsyncIterable<string>,
	into: Measured
): AsyncGenerator<string> {
	const encoder = new TextEncoder();
	const hash = sha256.create();
	for await (const part of text) {
		const bytes = encoder.encode(part);
		hash.update(bytes);
		into.bytes += bytes.length;
		yield part;
	}
	into.sha256 = bytesToHex(hash.digest());
}
