import type { Part, PartOptions } from './part.ts';
import type { GivenFile } from './raw-table.ts';
import type { Examined } from './reading.ts';

/** Whatever looks at files and takes them apart: this thread, or a worker. */
export interface FileReading {
	/**
	 * Looks at a file and says how to read it, and why so.
	 * @throws ProblemError with one sentence: what is wrong, and where; the signal's reason when aborted
	 */
	examine(blob: Blob, name: string, signal?: AbortSignal): Promise<Examined>;
	/** Reads a file part by part. @throws as examine does */
	parts(file: GivenFile, options: PartOptions): AsyncGenerator<Part>;
}
