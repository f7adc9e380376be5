import type { FileFindings } from '#lib/answers/ask-file.ts';
import type { FileQuestion } from '#lib/answers/file-question.ts';
import type { FileTable } from '#lib/ingest/open-csv.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import type { ColumnProfile } from '#lib/warehouse/describe.ts';
import type { QueryOptions, Table } from '#lib/warehouse/warehouse.ts';
import { newForm, questionOf, type QuestionForm } from './explore-form.ts';

/** DuckDB with what a person opened in it, locked: it reads no file and no address any more. */
export interface Workbench {
	readonly file?: FileTable;
	/** Of the file. */
	readonly columns: readonly ColumnProfile[];
	/** All tables that SQL can read. */
	readonly tables: readonly { readonly name: string; readonly rows: number }[];
	readonly hasDemonstration: boolean;
	ask(question: FileQuestion): Promise<FileFindings>;
	query(sql: string, options: QueryOptions): Promise<Table>;
	close(): Promise<void>;
}

export interface BenchRequest {
	readonly file?: File;
	/** The records of the site's surveys beside it. */
	readonly demonstration: boolean;
}

interface OpenOptions {
	/** Bytes received and expected of what has to be fetched. */
	readonly onProgress: (received: number, total: number) => void;
	readonly signal: AbortSignal;
}

/** Checks the file, starts DuckDB and loads it. @throws ProblemError that says why not. */
export type OpenWorkbench = (request: BenchRequest, options: OpenOptions) => Promise<Workbench>;

/** The page where people ask their own file: what is open, what was asked, what came out. */
export class Explorer {
	readonly #openBench: OpenWorkbench;
	#opening = $state.raw<BenchRequest>();
	#progress = $state.raw({ received: 0, total: 0 });
	#problem = $state.raw<Problem>();
	#bench = $state.raw<Workbench>();
	#asking = $state(false);
	#findings = $state.raw<FileFindings>();
	/** What the bench was opened with, and what failed last. */
	#held: BenchRequest = { demonstration: false };
	#failed: BenchRequest | undefined;
	#abort: AbortController | undefined;
	#asked = 0;
	/** The Question as the person is putting it. */
	form = $state<QuestionForm>(newForm([]));

	constructor(openBench: OpenWorkbench) {
		this.#openBench = openBench;
	}

	/** What is being opened, while it is. */
	get opening(): BenchRequest | undefined {
		return this.#opening;
	}

	/** Bytes fetched so far, and bytes to fetch in all. */
	get progress(): { readonly received: number; readonly total: number } {
		return this.#progress;
	}

	/** Why the last file could not be opened; what was open before still is. */
	get problem(): Problem | undefined {
		return this.#problem;
	}

	get bench(): Workbench | undefined {
		return this.#bench;
	}

	get asking(): boolean {
		return this.#asking;
	}

	/** The last answer; its `problem` says why there is none. */
	get findings(): FileFindings | undefined {
		return this.#findings;
	}

	openFile(file: File): Promise<void> {
		return this.#run({ file, demonstration: this.#held.demonstration });
	}

	addDemonstration(): Promise<void> {
		return this.#run({ ...this.#held, demonstration: true });
	}

	/** Tries again what failed last. */
	async retry(): Promise<void> {
		if (this.#failed) await this.#run(this.#failed);
	}

	/** Stops opening; what was open before still is. */
	cancel(): void {
		this.#abort?.abort();
		this.#opening = undefined;
	}

	/** Answers the form. Never rejects; of several in a row only the last counts. */
	async ask(): Promise<void> {
		const bench = this.#bench;
		if (!bench?.file) return;
		const question = questionOf($state.snapshot(this.form), bench.file.file);
		const turn = ++this.#asked;
		this.#asking = true;
		const findings = await bench
			.ask(question)
			.catch((error: unknown) => failedFindings(question, error));
		if (turn !== this.#asked) return;
		this.#asking = false;
		this.#findings = findings;
	}

	async #run(request: BenchRequest): Promise<void> {
		this.#abort?.abort();
		const abort = new AbortController();
		this.#abort = abort;
		this.#opening = request;
		this.#progress = { received: 0, total: 0 };
		this.#problem = undefined;
		try {
			const bench = await this.#openBench(request, {
				signal: abort.signal,
				onProgress: (received, total) => (this.#progress = { received, total })
			});
			if (abort.signal.aborted) await bench.close();
			else this.#take(bench, request);
		} catch (error) {
			if (abort.signal.aborted) return;
			this.#failed = request;
			this.#problem = problemOf(error, request.file?.name);
		} finally {
			if (this.#abort === abort) this.#opening = undefined;
		}
	}

	#take(bench: Workbench, request: BenchRequest): void {
		void this.#bench?.close();
		if (request.file !== this.#held.file) {
			this.form = newForm(bench.columns);
			this.#findings = undefined;
			this.#asked++;
			this.#asking = false;
		}
		this.#bench = bench;
		this.#held = request;
		this.#failed = undefined;
	}
}

/** Errors that nobody foresaw are told with their own words. */
function problemOf(error: unknown, file: string | undefined): Problem {
	if (error instanceof ProblemError) return error.problem;
	console.error(error);
	const why = error instanceof Error ? error.message : String(error);
	return file === undefined
		? problem('engine-failed', { why })
		: problem('unreadable', { file, why });
}

function failedFindings(question: FileQuestion, error: unknown): FileFindings {
	const found = problemOf(error, question.file);
	return {
		answer: { question, estimates: [], problem: found, access: 'own' },
		top: [],
		sql: ''
	};
}
