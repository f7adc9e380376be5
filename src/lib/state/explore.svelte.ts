import type { FileFindings } from '#lib/answers/ask-file.ts';
import type { FileDesign, FileQuestion } from '#lib/answers/file-question.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import type { ColumnProfile } from '#lib/warehouse/describe.ts';
import {
	nameOf,
	type BenchRequest,
	type Opening,
	type OpenWorkbench,
	type Workbench
} from './explore-bench.ts';
import { formOf, newForm, questionOf, type QuestionForm } from './explore-form.ts';

/** The page where people ask their own data: what is open, what was asked, what came out. */
export class Explorer {
	readonly #openBench: OpenWorkbench;
	#request = $state.raw<BenchRequest>();
	#opening = $state.raw<Opening>({ doing: 'fetch', bytes: 0, ofBytes: 0 });
	#problem = $state.raw<Problem>();
	#bench = $state.raw<Workbench>();
	#asking = $state(false);
	#findings = $state.raw<FileFindings>();
	/** What the bench was opened with, and what failed last. */
	#held = $state.raw<BenchRequest>({ demonstration: false });
	#failed = $state.raw<BenchRequest>();
	#abort: AbortController | undefined;
	#asked = 0;
	/** The Question as the person is putting it. */
	form = $state<QuestionForm>(newForm([]));

	constructor(openBench: OpenWorkbench) {
		this.#openBench = openBench;
	}

	/** What is being opened, while it is. */
	get request(): BenchRequest | undefined {
		return this.#request;
	}

	/** How far it is. */
	get opening(): Opening {
		return this.#opening;
	}

	/** Why the last file could not be opened; what was open before still is. */
	get problem(): Problem | undefined {
		return this.#problem;
	}

	/** The file that could not be opened. */
	get failed(): File | undefined {
		const own = this.#failed?.own;
		return own instanceof File ? own : undefined;
	}

	get bench(): Workbench | undefined {
		return this.#bench;
	}

	/** The file that is looked at; undefined where it is that of a survey, or nothing is open. */
	get looked(): File | undefined {
		const { own } = this.#held;
		return own instanceof File ? own : undefined;
	}

	get asking(): boolean {
		return this.#asking;
	}

	/** The last answer; its `problem` says why there is none. */
	get findings(): FileFindings | undefined {
		return this.#findings;
	}

	openFile(file: File): Promise<void> {
		return this.#run({ own: file, demonstration: this.#held.demonstration });
	}

	/** Opens a survey of this device, unless it is open or being opened. */
	async openSurvey(survey: OwnSurvey): Promise<void> {
		const { own } = this.#request ?? this.#held;
		if (own && !(own instanceof File) && own.id === survey.id) return;
		await this.#run({ own: survey, demonstration: this.#held.demonstration });
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
		this.#request = undefined;
	}

	/** Nothing is open any more. */
	close(): void {
		this.cancel();
		void this.#bench?.close();
		this.#bench = undefined;
		this.#held = { demonstration: false };
		this.#problem = undefined;
		this.#forget([]);
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

	/** Puts the Question of a link, and answers it. @returns whether it could be put */
	async askText(text: string): Promise<boolean> {
		const question = this.#bench?.read(text);
		const form = question && formOf(question, this.#bench?.columns ?? []);
		if (!form) return false;
		this.form = form;
		await this.ask();
		return true;
	}

	async #run(request: BenchRequest): Promise<void> {
		this.#abort?.abort();
		const abort = new AbortController();
		this.#abort = abort;
		this.#request = request;
		this.#opening = { doing: 'fetch', bytes: 0, ofBytes: 0 };
		this.#problem = undefined;
		try {
			const bench = await this.#openBench(request, {
				signal: abort.signal,
				tell: (opening) => (this.#opening = opening)
			});
			if (abort.signal.aborted) await bench.close();
			else this.#take(bench, request);
		} catch (error) {
			if (abort.signal.aborted) return;
			this.#failed = request;
			this.#problem = problemOf(error, nameOf(request));
		} finally {
			if (this.#abort === abort) this.#request = undefined;
		}
	}

	#take(bench: Workbench, request: BenchRequest): void {
		void this.#bench?.close();
		if (request.own !== this.#held.own) this.#forget(bench.columns, bench.design);
		this.#bench = bench;
		this.#held = request;
		this.#failed = undefined;
	}

	#forget(columns: readonly ColumnProfile[], design?: FileDesign): void {
		this.form = newForm(columns, design);
		this.#findings = undefined;
		this.#asked++;
		this.#asking = false;
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
