import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import type { EngineManifest, UnpackReply, UnpackRequest } from './engine.ts';

/** DuckDB's worker script and WebAssembly, unpacked. Enough to start any number of workers. */
export interface Engine {
	readonly worker: Blob;
	readonly wasm: Blob;
}

export interface DownloadOptions {
	/** Absolute address that the manifest's paths are relative to, ending in a slash. */
	readonly base: string;
	/** Compressed bytes so far and in all; rises, and ends at the total. */
	readonly onProgress?: (received: number, total: number) => void;
	/** Aborting stops the download and rejects with the signal's reason. */
	readonly signal?: AbortSignal;
}

/**
 * Downloads the engine in a worker of its own, so that nothing of it runs on the main thread.
 * @throws ProblemError `engine-failed` when a file is missing or damaged.
 */
export async function downloadEngine(
	manifest: EngineManifest,
	options: DownloadOptions
): Promise<Engine> {
	options.signal?.throwIfAborted();
	const absolute = (path: string) => new URL(path, options.base).href;
	const worker = blobWorker([`importScripts(${JSON.stringify(absolute(manifest.unpack.path))});`]);
	try {
		const [script, wasm] = await unpacked(worker, manifest, {
			...options,
			request: {
				decoder: absolute(manifest.decoder.path),
				files: [
					{
						url: absolute(manifest.worker.path),
						rawBytes: manifest.worker.rawBytes,
						type: 'text/javascript'
					},
					{
						url: absolute(manifest.wasm.path),
						rawBytes: manifest.wasm.rawBytes,
						type: 'application/wasm'
					}
				]
			}
		});
		if (!script || !wasm) throw engineFailed('download', 'The worker sent no files');
		return { worker: script, wasm };
	} finally {
		worker.terminate();
	}
}

/** A worker from the parts of its script: a blob worker inherits the page's content security policy. */
export function blobWorker(script: BlobPart[], options?: WorkerOptions): Worker {
	const url = URL.createObjectURL(new Blob(script, { type: 'text/javascript' }));
	const worker = new Worker(url, options);
	// Revoking before the worker has fetched its script would break it in some browsers.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
	return worker;
}

/** The error that every failure to get or start the engine ends in. */
export function engineFailed(
	stage: 'download' | 'start' | 'rebuild',
	cause: unknown
): ProblemError {
	const message = cause instanceof Error ? cause.message : String(cause);
	return new ProblemError(problem('engine-failed', { stage, message }), cause);
}

function unpacked(
	worker: Worker,
	manifest: EngineManifest,
	{ request, onProgress, signal }: DownloadOptions & { request: UnpackRequest }
): Promise<readonly Blob[]> {
	return new Promise((resolve, reject) => {
		let received = 0;
		const progress = (bytes: number) => {
			// A host that compresses on its own account may send more than the manifest says.
			received = Math.min(received + bytes, manifest.bytes);
			onProgress?.(received, manifest.bytes);
		};
		worker.onerror = (event) => {
			event.preventDefault();
			reject(engineFailed('download', event.message || 'The worker could not start'));
		};
		worker.onmessage = ({ data }: MessageEvent<UnpackReply>) => {
			if (data.kind === 'progress') progress(data.bytes);
			else if (data.kind === 'failed') reject(engineFailed('download', data.message));
			else {
				progress(manifest.unpack.bytes);
				resolve(data.blobs);
			}
		};
		signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
		worker.postMessage(request);
	});
}
