import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import type { Work, WorkOptions } from './bench.ts';

/** One piece of work at a time: a new one ends the one before. */
export class Task {
	#work = $state.raw<Work>();
	#problem = $state.raw<Problem>();
	#abort: AbortController | undefined;

	/** What is being done; undefined when nothing is. */
	get work(): Work | undefined {
		return this.#work;
	}

	/** Why the last piece of work failed. */
	get problem(): Problem | undefined {
		return this.#problem;
	}

	/** Ends what is being done. */
	cancel(): void {
		this.#abort?.abort();
	}

	tell(doing: Work['doing'], done: Partial<Omit<Work, 'doing'>> = {}): void {
		this.#work = { ...{ doing, bytes: 0, ofBytes: 0, rows: 0 }, ...done };
	}

	/** Never rejects: `problem` says why it failed. @param file for the sentence */
	async run(
		doing: Work['doing'],
		file: string,
		work: (options: WorkOptions) => Promise<void>
	): Promise<void> {
		this.#abort?.abort();
		const abort = new AbortController();
		this.#abort = abort;
		this.#problem = undefined;
		this.tell(doing);
		try {
			await work({
				signal: abort.signal,
				onProgress: (done, now = this.#work?.doing ?? doing) => {
					if (this.#abort === abort) this.tell(now, done);
				}
			});
		} catch (error) {
			if (!abort.signal.aborted) this.#problem = problemOf(error, file);
		} finally {
			if (this.#abort === abort) this.#work = undefined;
		}
	}
}

/** Errors that nobody foresaw are told with their own words. */
function problemOf(error: unknown, file = ''): Problem {
	if (error instanceof ProblemError) return error.problem;
	console.error(error);
	return problem('unreadable', {
		file,
		why: error instanceof Error ? error.message : String(error)
	});
}
