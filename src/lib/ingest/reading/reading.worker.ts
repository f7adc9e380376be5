/**
 * Looks at files and takes them apart off the main thread. packReader bundles this file; the page starts it from a
 * blob, so that its content security policy covers it.
 */
import { ProblemError } from '#lib/vocabulary/problem.ts';
import type { Part } from './part.ts';
import { examineFile } from './examine.ts';
import { partsOf } from './parts.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

let parts: AsyncGenerator<Part> | undefined;
let last: { readonly id: number; readonly blob: Blob } | undefined;

self.onmessage = async ({ data }: MessageEvent<ReadingRequest>) => {
	try {
		self.postMessage(await answer(data));
	} catch (error) {
		const reply: ReadingReply =
			error instanceof ProblemError
				? { kind: 'problem', problem: error.problem }
				: { kind: 'failed', message: String(error) };
		self.postMessage(reply);
	}
};

async function answer(request: ReadingRequest): Promise<ReadingReply> {
	if (request.kind === 'examine') {
		const { id, blob, name } = request;
		return { kind: 'examined', examined: await examineFile(known(id, blob), name) };
	}
	if (request.kind === 'read') {
		const { id, file, options } = request;
		parts = partsOf({ ...file, blob: known(id, file.blob) }, options);
	}
	const next = await parts?.next();
	return { kind: 'part', part: next?.done === true ? undefined : next?.value };
}

/** The Blob that came first for this file: what has been found out about its bytes is kept by it. */
function known(id: number, blob: Blob): Blob {
	if (last?.id !== id) last = { id, blob };
	return last.blob;
}
