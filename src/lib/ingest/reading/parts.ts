import type { Part, PartOptions } from './part.ts';
import type { GivenFile } from './raw-table.ts';
import { hashFile } from './sha256.ts';
import { openFile } from './source/open-file.ts';
import { textParts } from './text/text-parts.ts';

/**
 * Reads a file part by part. Whoever takes the parts sets the pace. What reads workbooks and SPSS files is loaded
 * when such a file comes.
 * @throws ProblemError with one sentence; the signal's reason when aborted
 */
export async function* partsOf(
	{ blob, name, reading }: GivenFile,
	options: PartOptions = {}
): AsyncGenerator<Part> {
	const { signal, limit } = options;
	const { content, format } = await openFile(blob, name, signal);
	// Beside the reading: while DuckDB loads a piece, this thread has time.
	const hash = limit === undefined ? hashFile(blob, signal) : Promise.resolve('');
	hash.catch(() => undefined);
	const open = { content, file: name, reading };
	const end = yield* (await readerOf(format))(open, options);
	yield { kind: 'end', ...end, sha256: await hash };
}

async function readerOf(format: 'text' | 'xlsx' | 'sav') {
	if (format === 'xlsx') return (await import('./workbook/workbook-parts.ts')).workbookParts;
	return format === 'sav' ? (await import('./spss/spss-parts.ts')).spssParts : textParts;
}
