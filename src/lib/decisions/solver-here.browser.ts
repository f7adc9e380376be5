import {
	blobWorker,
	downloadEngine,
	engineFailed
} from '#lib/warehouse/engine-download.browser.ts';
import type { EngineManifest } from '#lib/warehouse/engine.ts';
import type { DecisionProblem } from './decision-problem.ts';
import type { NoPlan, PortfolioPlan } from './portfolio-plan.ts';
import type { Priced, SolveReply, SolveRequest } from './solver-messages.ts';
import type { SolverProgress } from './solver.ts';

export interface SolveWatch {
	/** Compressed bytes so far and in all; not called where the solver is here already. */
	readonly download?: (received: number, total: number) => void;
	/** The solver is here and starts. */
	readonly started?: () => void;
	readonly progress?: (progress: SolverProgress) => void;
	/** The plan, before the looser conditions are priced. */
	readonly solved?: (result: PortfolioPlan | NoPlan | DecisionProblem) => void;
	/** Aborting ends the worker at once and rejects with the signal's reason. */
	readonly signal: AbortSignal;
}

/** HiGHS in a worker of its own, fetched when it is first needed and kept until it is cancelled. */
export class SolverHere {
	readonly #manifest: EngineManifest;
	readonly #base: string;
	#files: { readonly script: Blob; readonly wasm: Blob } | undefined;
	#worker: Worker | undefined;

	/** @param base absolute address that the manifest's paths are relative to, ending in a slash */
	constructor(manifest: EngineManifest, base: string) {
		this.#manifest = manifest;
		this.#base = base;
	}

	/** Whether solving needs no download any more. */
	get here(): boolean {
		return this.#files !== undefined;
	}

	/**
	 * Solves in the worker; one call at a time.
	 * @returns what looser conditions would gain; the plan itself comes by `solved`
	 * @throws ProblemError `engine-failed`; the signal's reason when aborted
	 */
	async solve(request: Omit<SolveRequest, 'wasm'>, watch: SolveWatch): Promise<readonly Priced[]> {
		const { signal, download } = watch;
		const files = (this.#files ??= await this.#download(signal, download));
		signal.throwIfAborted();
		const worker = (this.#worker ??= blobWorker([files.script]));
		watch.started?.();
		try {
			return await answered(worker, { ...request, wasm: files.wasm }, watch);
		} catch (error) {
			// A worker that was cancelled is still busy; one that failed may be in any state.
			worker.terminate();
			this.#worker = undefined;
			throw error;
		}
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	async #download(signal: AbortSignal, download: SolveWatch['download']) {
		const { worker, wasm } = await downloadEngine(this.#manifest, {
			base: this.#base,
			signal,
			...(download ? { onProgress: download } : {})
		});
		return { script: worker, wasm };
	}
}

function answered(
	worker: Worker,
	request: SolveRequest,
	{ progress, solved, signal }: SolveWatch
): Promise<readonly Priced[]> {
	return new Promise((resolve, reject) => {
		worker.onerror = (event) => {
			event.preventDefault();
			reject(engineFailed('start', event.message || 'The worker could not start'));
		};
		worker.onmessage = ({ data }: MessageEvent<SolveReply>) => {
			if (data.kind === 'progress') progress?.(data.progress);
			else if (data.kind === 'solved') solved?.(data.result);
			else if (data.kind === 'failed') reject(engineFailed('start', data.message));
			else resolve(data.worths);
		};
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
		worker.postMessage(request);
	});
}
