import type { Encoding } from '#lib/ingest/reading/reading.ts';
import { chunksOf } from './chunks.ts';
import { fromSingleByte } from './single-byte.ts';
import { isUtf8 } from './utf8.ts';

/**
 * The text of a file as UTF-8 without its byte order mark: the file itself where it is that already. Bytes that
 * the encoding does not know become the replacement character.
 */
export async function toUtf8(
	blob: Blob,
	{ encoding, bom }: { readonly encoding: Encoding; readonly bom: boolean },
	signal?: AbortSignal
): Promise<Blob> {
	const text = bom ? blob.slice(encoding === 'utf-8' ? 3 : 2) : blob;
	if (encoding === 'utf-8' && (await isUtf8(text, signal))) return text;
	const convert = converter(encoding);
	const parts: Blob[] = [];
	for await (const chunk of chunksOf(text, signal)) parts.push(new Blob([convert(chunk)]));
	parts.push(new Blob([convert()]));
	return new Blob(parts);
}

/** Turns one chunk after the other into UTF-8; without a chunk, what is left at the end. */
function converter(
	encoding: Encoding
): (chunk?: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> {
	if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
		const decoder = new TextDecoder(encoding, { ignoreBOM: true });
		const encoder = new TextEncoder();
		return (chunk) =>
			encoder.encode(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
	}
	const convert = fromSingleByte(encoding);
	return (chunk) => convert(chunk ?? new Uint8Array());
}
