import type { CellMaker } from '#lib/answers/ask.ts';
import { ProblemError, problem, type Problem } from '#lib/vocabulary/problem.ts';

/** Starts DuckDB on this device and loads a source's records; calls back with bytes received and expected. */
export type StartEngine = (
	progress: (received: number, total: number) => void,
	signal: AbortSignal
) => Promise<CellMaker>;

export type EngineStatus = 'off' | 'starting' | 'ready' | 'failed';

/** DuckDB on this device, on demand and in sight: one for all pages. */
export class Engine {
	#status = $state<EngineStatus>('off');
	#received = $state(0);
	#total = $state(0);
	#problem = $state.raw<Problem>();
	#maker = $state.raw<CellMaker>();
	#abort: AbortController | undefined;
	#started: Promise<void> | undefined;

	get status(): EngineStatus {
		return this.#status;
	}

	/** Bytes received so far, and bytes to receive in all. */
	get received(): number {
		return this.#received;
	}

	get total(): number {
		return this.#total;
	}

	/** Why it could not start. */
	get problem(): Problem | undefined {
		return this.#problem;
	}

	/** Answers Questions once the engine is ready. */
	get maker(): CellMaker | undefined {
		return this.#maker;
	}

	/** Starts it unless it runs or is starting; never rejects, `status` says how it went. */
	start(start: StartEngine): Promise<void> {
		if (this.#status === 'ready') return Promise.resolve();
		return (this.#started ??= this.#run(start).finally(() => (this.#started = undefined)));
	}

	/** Stops the download; what the page shows stays. */
	cancel(): void {
		this.#abort?.abort();
	}

	async #run(start: StartEngine): Promise<void> {
		const abort = new AbortController();
		this.#abort = abort;
		this.#status = 'starting';
		this.#received = 0;
		this.#problem = undefined;
		try {
			this.#maker = await start((received, total) => {
				this.#received = received;
				this.#total = total;
			}, abort.signal);
			this.#status = 'ready';
		} catch (error) {
			this.#status = abort.signal.aborted ? 'off' : 'failed';
			if (abort.signal.aborted) return;
			this.#problem = error instanceof ProblemError ? error.problem : problem('engine-failed');
			console.error(error);
		}
	}
}
