import type { Part, PartOptions } from './part.ts';
import type { GivenFile } from './raw-table.ts';
import type { Reading } from './reading.ts';
import { hashOnTheWay } from './sha256.ts';
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
	const isRead = content === blob && format === 'text' && isPlain(reading);
	// Beside the reading: while DuckDB loads a piece, this thread has time.
	const hash = limit === undefined ? hashOnTheWay(blob, isRead, signal) : undefined;
	const open = { content, file: name, reading, ...(hash?.take ? { onBytes: hash.take } : {}) };
	const end = yield* (await readerOf(format))(open, options);
	yield { kind: 'end', ...end, sha256: (await hash?.result()) ?? '' };
}

/** The text of such a file is its bytes. */
function isPlain({ encoding, bom }: Reading): boolean {
	return encoding === 'utf-8' && !bom;
}

async function readerOf(format: 'text' | 'xlsx' | 'sav') {
	if (format === 'xlsx') return (await import('./workbook/workbook-parts.ts')).workbookParts;
	return format === 'sav' ? (await import('./spss/spss-parts.ts')).spssParts : textParts;
}
