import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { Encoding, Guess } from '#lib/ingest/reading/reading.ts';
import { ByteCensus } from './byte-census.ts';
import { chunksOf } from './chunks.ts';
import { isUtf8 } from './utf8.ts';

export interface FoundEncoding {
	readonly encoding: Guess<Encoding>;
	readonly bom: boolean;
	/** Places in a UTF-8 file that are no UTF-8; they are read as the replacement character. */
	readonly damaged: number;
}

/**
 * The encoding of a text file, from all of its bytes: its byte order mark; else UTF-16 by the zero bytes
 * between its letters; else UTF-8 where every byte agrees; else a single-byte encoding by which bytes occur.
 */
export async function findEncoding(blob: Blob, signal?: AbortSignal): Promise<FoundEncoding> {
	const start = new Uint8Array(await blob.slice(0, 65_536).arrayBuffer());
	const marked = markOf(start);
	if (marked && marked !== 'utf-8') {
		return { encoding: sure(marked, words.encoding.bom(marked)), bom: true, damaged: 0 };
	}
	const wide = findUtf16(start);
	if (wide && !marked) {
		const encoding = { value: wide, reason: words.encoding.zeros, confidence: 0.95 };
		return { encoding, bom: false, damaged: 0 };
	}
	const isWhole = await isUtf8(blob, signal);
	if (marked || isWhole === 'ascii' || isWhole) {
		const reason = marked
			? words.encoding.bom('utf-8')
			: isWhole === 'ascii'
				? words.encoding.ascii
				: words.encoding.utf8;
		const damaged = isWhole ? 0 : (await takeCensus(blob, signal)).invalid;
		return { encoding: sure('utf-8', reason), bom: marked !== undefined, damaged };
	}
	const census = await takeCensus(blob, signal);
	if (census.multibyte > 4 * census.invalid) {
		const reason = words.encoding.damaged(census.invalid);
		const encoding = { value: 'utf-8' as const, reason, confidence: 0.8 };
		return { encoding, bom: false, damaged: census.invalid };
	}
	return { encoding: census.singleByte(), bom: false, damaged: 0 };
}

function sure(value: Encoding, reason: string): Guess<Encoding> {
	return { value, reason, confidence: 1 };
}

function markOf([a, b, c]: Uint8Array): Encoding | undefined {
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Digits, commas and most letters are a byte and a zero in UTF-16: zeros stand at odd or at even places only. */
function findUtf16(start: Uint8Array): Encoding | undefined {
	const pairs = start.length >> 1;
	if (pairs < 2) return undefined;
	let [even, odd] = [0, 0];
	for (let i = 0; i < pairs * 2; i += 2) {
		if (start[i] === 0) even++;
		if (start[i + 1] === 0) odd++;
	}
	if (odd > pairs * 0.4 && even < odd / 5) return 'utf-16le';
	return even > pairs * 0.4 && odd < even / 5 ? 'utf-16be' : undefined;
}

async function takeCensus(blob: Blob, signal?: AbortSignal): Promise<ByteCensus> {
	const census = new ByteCensus();
	for await (const chunk of chunksOf(blob, signal)) census.take(chunk);
	return census;
}
