import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';

interface GunzipOptions {
	readonly signal?: AbortSignal | undefined;
	/** Most bytes it may unpack to, else `limits.bytes`. */
	readonly most?: number;
}

/**
 * Unpacks a file packed by gzip. It stops as soon as more comes out than may: a small file can hold gigabytes.
 * @throws ProblemError when it is damaged or too large
 */
export async function gunzip(
	blob: Blob,
	file: string,
	{ signal, most = limits.bytes }: GunzipOptions = {}
): Promise<Blob> {
	const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	const parts: Blob[] = [];
	let waiting: Uint8Array<ArrayBuffer>[] = [];
	let [bytes, waitingBytes] = [0, 0];
	const settle = () => {
		parts.push(new Blob(waiting));
		waiting = [];
		waitingBytes = 0;
	};
	try {
		for (;;) {
			signal?.throwIfAborted();
			const { done, value } = await readChunk(reader, file, bytes);
			if (done) break;
			waiting.push(value);
			waitingBytes += value.length;
			bytes += value.length;
			if (bytes > most) throw unreadable(file, words.unpacksTooLarge(most));
			if (bytes > limits.bombBytes && bytes > blob.size * limits.bombRatio) {
				throw unreadable(file, words.bomb(blob.size, bytes));
			}
			// A Blob may be kept outside this script's memory; an array of arrays may not.
			if (waitingBytes > 16_000_000) settle();
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
	settle();
	return new Blob(parts);
}

async function readChunk(
	reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
	file: string,
	bytes: number
) {
	try {
		return await reader.read();
	} catch (error) {
		throw unreadable(file, words.badGzip(bytes), error);
	}
}
