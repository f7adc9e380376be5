import type { Part, PartOptions } from './part.ts';
import type { GivenFile } from './raw-table.ts';
import { hashFile } from './sha256.ts';
import { openFile } from './source/open-file.ts';
import { textParts } from './text/text-parts.ts';

/**
 * Reads a file part by part. Whoever takes the parts sets the pace.
 * @throws ProblemError with one sentence; the signal's reason when aborted
 */
export async function* partsOf(
	{ blob, name, reading }: GivenFile,
	options: PartOptions = {}
): AsyncGenerator<Part> {
	const { signal, limit } = options;
	const { content } = await openFile(blob, name, signal);
	// Beside the reading: while DuckDB loads a piece, this thread has time.
	const hash = limit === undefined ? hashFile(blob, signal) : Promise.resolve('');
	hash.catch(() => undefined);
	const end = yield* textParts({ content, file: name, reading }, options);
	yield { kind: 'end', ...end, sha256: await hash };
}
