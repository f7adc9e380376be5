/**
 * Downloads and unpacks the engine off the main thread. packEngine bundles this file into one classic
 * script, which the page starts from a blob so that the page's content security policy covers it.
 */
import init, { BrotliStreamResultCode, DecompressStream } from 'brotli-dec-wasm/web';
import type { UnpackFile, UnpackReply, UnpackRequest } from './engine.ts';

const outputBytes = 1 << 20;

self.onmessage = async ({ data }: MessageEvent<UnpackRequest>) => {
	try {
		const decoder = countedStream(await fetchFile(data.decoder));
		const unzipped = decoder.pipeThrough(new DecompressionStream('gzip'));
		await init({ module_or_path: await new Response(unzipped).arrayBuffer() });
		reply({ kind: 'done', blobs: await Promise.all(data.files.map(unpack)) });
	} catch (error) {
		reply({ kind: 'failed', message: String(error) });
	}
};

function reply(message: UnpackReply): void {
	self.postMessage(message);
}

async function fetchFile(url: string): Promise<Response> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} ${response.status}`);
	return response;
}

/** The body, its bytes reported as they arrive. */
function countedStream(response: Response): ReadableStream<Uint8Array<ArrayBuffer>> {
	if (!response.body) throw new Error(`${response.url} is empty`);
	const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(chunk, controller) {
			reply({ kind: 'progress', bytes: chunk.length });
			controller.enqueue(chunk);
		}
	});
	return response.body.pipeThrough(count);
}

async function unpack({ url, rawBytes, type }: UnpackFile): Promise<Blob> {
	const reader = countedStream(await fetchFile(url)).getReader();
	const stream = new DecompressStream();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		decode(stream, value, parts);
	}
	const size = stream.total_out();
	stream.free();
	if (size !== rawBytes) throw new Error(`${url} has ${size} bytes, not ${rawBytes}`);
	return new Blob(parts, { type });
}

/** Feeds one chunk to the decoder, which gives back at most `outputBytes` a turn. */
function decode(stream: DecompressStream, chunk: Uint8Array, parts: Uint8Array<ArrayBuffer>[]) {
	let rest = chunk;
	for (;;) {
		const result = stream.decompress(rest, outputBytes);
		if (result.buf.length > 0) parts.push(new Uint8Array(result.buf));
		rest = rest.subarray(result.input_offset);
		if (result.code !== BrotliStreamResultCode.NeedsMoreOutput) return;
	}
}
