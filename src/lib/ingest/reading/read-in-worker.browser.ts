import { blobWorker, engineFailed } from '#lib/warehouse/engine-download.browser.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import type { FileReading } from './file-reading.ts';
import type { Part, PartOptions } from './part.ts';
import type { GivenFile } from './raw-table.ts';
import type { Examined } from './reading.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

/**
 * Reads files in a worker of its own: however large a file is, the page's thread does nothing but hand the parts on.
 * Aborting ends the worker at once; the next call starts another.
 */
export class ReadInWorker implements FileReading {
	readonly #url: string;
	readonly #ids = new WeakMap<Blob, number>();
	#lastId = 0;
	#worker: Worker | undefined;

	/** @param url absolute address of the script, of the same origin */
	constructor(url: string) {
		this.#url = url;
	}

	async examine(blob: Blob, name: string, signal?: AbortSignal): Promise<Examined> {
		const reply = await this.#ask({ kind: 'examine', id: this.#idOf(blob), blob, name }, signal);
		if (reply.kind !== 'examined') throw engineFailed('start', 'The worker sent something else');
		return reply.examined;
	}

	async *parts(file: GivenFile, { signal, ...options }: PartOptions): AsyncGenerator<Part> {
		let request: ReadingRequest = { kind: 'read', id: this.#idOf(file.blob), file, options };
		for (;;) {
			const reply = await this.#ask(request, signal);
			if (reply.kind !== 'part') throw engineFailed('start', 'The worker sent something else');
			if (!reply.part) return;
			yield reply.part;
			request = { kind: 'next' };
		}
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#idOf(blob: Blob): number {
		const id = this.#ids.get(blob) ?? ++this.#lastId;
		this.#ids.set(blob, id);
		return id;
	}

	#ask(request: ReadingRequest, signal: AbortSignal | undefined): Promise<ReadingReply> {
		return new Promise((resolve, reject) => {
			const stop = (reason: unknown): void => {
				this.close();
				reject(reason);
			};
			if (signal?.aborted) {
				stop(signal.reason);
				return;
			}
			const abort = () => stop(signal?.reason);
			signal?.addEventListener('abort', abort, { once: true });
			const worker = (this.#worker ??= this.#start());
			worker.onerror = (event) => {
				event.preventDefault();
				stop(engineFailed('start', event.message || 'The worker could not start'));
			};
			worker.onmessage = ({ data }: MessageEvent<ReadingReply>) => {
				signal?.removeEventListener('abort', abort);
				if (data.kind === 'problem') reject(new ProblemError(data.problem));
				else if (data.kind === 'failed') stop(engineFailed('start', data.message));
				else resolve(data);
			};
			worker.postMessage(request);
		});
	}

	#start(): Worker {
		return blobWorker([`import ${JSON.stringify(this.#url)};`], { type: 'module' });
	}
}
