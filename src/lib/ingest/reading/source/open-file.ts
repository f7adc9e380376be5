import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { findFormat, findZipFormat, formatBytes, type Format } from './format.ts';
import { gunzip } from './gunzip.ts';
import { listZip } from './zip-entries.ts';

export interface OpenedFile {
	readonly format: 'text' | 'xlsx' | 'sav';
	readonly gzip: boolean;
	/** The file, unpacked where gzip packed it. */
	readonly content: Blob;
}

/**
 * Tells what a file is by its bytes, and unpacks it.
 * @throws ProblemError `empty-file`, or `unreadable` with what it is and what to do
 */
export async function openFile(
	blob: Blob,
	file: string,
	signal?: AbortSignal
): Promise<OpenedFile> {
	if (blob.size === 0) throw new ProblemError(problem('empty-file', { file }));
	const packed = await formatOf(blob, file);
	const gzip = packed.kind === 'gzip';
	const content = gzip ? await gunzip(blob, file, { signal }) : blob;
	if (content.size === 0) throw new ProblemError(problem('empty-file', { file }));
	const format = gzip ? await formatOf(content, file) : packed;
	if (format.kind === 'other') throw unreadable(file, format.why);
	if (format.kind === 'gzip') throw unreadable(file, words.isOther.packedTwice);
	if (content.size > limits.bytes) {
		throw unreadable(file, words.tooLarge(content.size, limits.bytes));
	}
	return { format: format.kind, gzip, content };
}

async function formatOf(blob: Blob, file: string): Promise<Format> {
	const start = new Uint8Array(await blob.slice(0, formatBytes).arrayBuffer());
	const found = findFormat(start);
	if (found.kind !== 'zip') return found;
	const entries = await listZip(blob);
	if (!entries) throw unreadable(file, words.isOther.brokenZip);
	const format = findZipFormat(entries.map(({ name }) => name));
	if (format.kind === 'xlsx') {
		if (entries.some((entry) => entry.isEncrypted)) throw unreadable(file, words.isOther.lockedZip);
		const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
		if (bytes > limits.workbookBytes) {
			throw unreadable(file, words.largeWorkbook(bytes, limits.workbookBytes));
		}
	}
	return format;
}
