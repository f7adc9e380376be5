import { stat } from 'node:fs/promises';
import { importCommand as words } from '#lib/vocabulary/messages/import-command.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { openDiskBlob } from './import/disk-blob.ts';

/**
 * A file of this machine, whose bytes are read where they are.
 * @param name for the sentence
 * @throws ProblemError when there is no such file
 */
export async function openBlob(path: string, name: string): Promise<Blob> {
	try {
		const found = await stat(path);
		if (!found.isFile()) throw new Error(words.noFile);
		return await openDiskBlob(path);
	} catch (error) {
		throw notOpened(name, path, error);
	}
}

/** Why a file could not be opened, as a sentence. */
export function notOpened(file: string, path: string, error: unknown): ProblemError {
	return new ProblemError(problem('unreadable', { file, why: whyNot(path, error) }), error);
}

function whyNot(path: string, error: unknown): string {
	const code = codeOf(error);
	if (code === undefined) return messageOf(error);
	if (code === 'ENOENT' || code === 'ENOTDIR') return words.absent(path);
	if (code === 'EISDIR') return words.noFile;
	return code === 'EACCES' || code === 'EPERM' ? words.denied : words.notOpened(code);
}

/** What the system calls a failure, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
