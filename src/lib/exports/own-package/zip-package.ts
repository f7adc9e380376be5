import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { OwnPackage, PackageFile } from './package-files.ts';

/** Bytes that are packed before anything else may run: a few milliseconds on a phone. */
const slice = 128 * 1024;

/** Kinds of file that are packed already. */
const packed = /\.(gz|zip|xlsx|zsav)$/i;

/**
 * A package as one zip file, in a folder of its name. The rows go through a slice at a time, so that a page stays
 * quick to answer.
 * @throws the signal's reason when aborted
 */
export async function zipPackage(
	{ name, files }: OwnPackage,
	{
		signal,
		pause = nextTask
	}: { readonly signal?: AbortSignal; readonly pause?: () => Promise<void> } = {}
): Promise<Blob> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const failure: { error?: Error } = {};
	const zip = new Zip((error, chunk) => {
		if (error) failure.error = error;
		else chunks.push(chunk as Uint8Array<ArrayBuffer>);
	});
	for (const file of files) {
		const path = `${name}/${file.path}`;
		const entry = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
		// The same package gives the same bytes.
		entry.mtime = new Date(1980, 0, 1);
		zip.add(entry);
		for await (const bytes of slicesOf(file)) {
			signal?.throwIfAborted();
			entry.push(bytes);
			await pause();
		}
		entry.push(new Uint8Array(), true);
		if (failure.error) throw failure.error;
	}
	zip.end();
	return new Blob(chunks, { type: 'application/zip' });
}

async function* slicesOf({ content }: PackageFile): AsyncGenerator<Uint8Array> {
	if (content instanceof Blob) {
		for (let from = 0; from < content.size; from += slice) {
			yield new Uint8Array(await content.slice(from, from + slice).arrayBuffer());
		}
		return;
	}
	const encoder = new TextEncoder();
	for await (const text of typeof content === 'string' ? [content] : content) {
		const bytes = encoder.encode(text);
		for (let from = 0; from < bytes.length; from += slice) yield bytes.subarray(from, from + slice);
	}
}

/** Lets what waits, such as a click, come first. */
function nextTask(): Promise<void> {
	return new Promise((done) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			done();
		};
		port2.postMessage(null);
	});
}
