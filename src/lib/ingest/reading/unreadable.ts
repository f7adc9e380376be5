import { problem, ProblemError } from '#lib/vocabulary/problem.ts';

/** The error of a file that cannot be read, `why` being one or two whole sentences for the person. */
export function unreadable(file: string, why: string, cause?: unknown): ProblemError {
	return new ProblemError(problem('unreadable', { file, why }), cause);
}
