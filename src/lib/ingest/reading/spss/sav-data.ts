import { limits } from '#lib/ingest/reading/limits.ts';
import { chunksOf } from '#lib/ingest/reading/source/chunks.ts';
import { SavBytes, SavError } from './sav-bytes.ts';
import type { SavRaw } from './sav-dictionary.ts';

/** The bytes of the cases, unzipped where the file is a `.zsav`, and the share of the file read so far. */
export async function* caseBytes(
	content: Blob,
	raw: SavRaw,
	signal?: AbortSignal
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly share: number }> {
	if (raw.compression === 'zlib') {
		yield* unzipped(content, raw, signal);
		return;
	}
	let read = raw.dataAt;
	for await (const bytes of chunksOf(content.slice(raw.dataAt), signal)) {
		read += bytes.length;
		yield { bytes, share: read / content.size };
	}
}

/** Source: "ZLIB Data Header", "ZLIB Data Trailer" in the PSPP developer's guide. */
async function* unzipped(content: Blob, raw: SavRaw, signal?: AbortSignal) {
	const head = new SavBytes(
		await bytesOf(content.slice(raw.dataAt, raw.dataAt + 24)),
		raw.isLittle
	);
	head.skip(8);
	const [trailerAt, trailerBytes] = [head.long(), head.long()];
	if (trailerAt < raw.dataAt || trailerAt + trailerBytes > content.size) {
		throw new SavError('its end is missing');
	}
	const trailer = await bytesOf(content.slice(trailerAt, trailerAt + trailerBytes));
	const from = new SavBytes(trailer, raw.isLittle);
	from.skip(20);
	const blocks = from.int();
	let all = 0;
	for (let block = 0; block < blocks; block++) {
		signal?.throwIfAborted();
		from.skip(8);
		const at = from.long();
		const [plain, packed] = [from.int(), from.int()];
		all += plain;
		if (all > limits.bytes) throw new SavError('it unpacks to more than may be');
		yield { bytes: await inflate(content.slice(at, at + packed), plain), share: block / blocks };
	}
}

/** SPSS makes blocks of four megabytes. */
const mostBlockBytes = 64_000_000;

/** @param bytes that come out, as the file says: no more are taken */
async function inflate(block: Blob, bytes: number): Promise<Uint8Array> {
	if (bytes < 0 || bytes > mostBlockBytes) throw new SavError('a block has no possible length');
	const out = new Uint8Array(bytes);
	const reader = block.stream().pipeThrough(new DecompressionStream('deflate')).getReader();
	let at = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read().catch((error: unknown) => {
				throw new SavError('a block cannot be unzipped', { cause: error });
			});
			if (done) break;
			if (at + value.length > out.length) throw new SavError('a block is longer than it says');
			out.set(value, at);
			at += value.length;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
	if (at < out.length) throw new SavError('a block is shorter than it says');
	return out;
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await blob.arrayBuffer());
}
