import type { Shown } from '#lib/charts/figure-context.ts';
import type { SolverProgress } from '#lib/decisions/solver.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import type { PlanRequest } from './plan-here.browser.ts';
import type { ToldPlan } from './told-plan.ts';

export type Stage = 'idle' | 'gathering' | 'downloading' | 'solving' | 'pricing';

/** Looks for a plan, one at a time, and keeps the last one while the next is looked for. */
export class Planner {
	#stage = $state<Stage>('idle');
	#bytes = $state.raw<{ readonly received: number; readonly total: number }>();
	#progress = $state.raw<SolverProgress>();
	#told = $state.raw<ToldPlan>();
	#problem = $state.raw<Problem>();
	#ended = $state<'cancelled' | 'failed'>();
	#key = $state('');
	#fetched = $state(false);
	#isOpen = $state(false);
	readonly #shown: Shown;
	#abort: AbortController | undefined;

	/** @param shown what the page hands out: a plan is made to be handed on */
	constructor(shown: Shown) {
		this.#shown = shown;
	}

	get stage(): Stage {
		return this.#stage;
	}

	/** Compressed bytes of the solver, while it is fetched. */
	get bytes(): { readonly received: number; readonly total: number } | undefined {
		return this.#bytes;
	}

	get progress(): SolverProgress | undefined {
		return this.#progress;
	}

	/** The plan that stands. One of what may not leave is gone once the owner protects the people asked again. */
	get told(): ToldPlan | undefined {
		return this.#isOpen && this.#shown.leaving?.protects ? undefined : this.#told;
	}

	/** Why the survey can't be asked. */
	get problem(): Problem | undefined {
		return this.#problem;
	}

	/** How the last search ended, when not with a plan. */
	get ended(): 'cancelled' | 'failed' | undefined {
		return this.#ended;
	}

	/** Whether the solver is here, so that another search downloads nothing. */
	get fetched(): boolean {
		return this.#fetched;
	}

	/** What the plan that stands was made from. */
	get key(): string {
		return this.#key;
	}

	/** @param key what the plan is made from, to know when it is no longer of what stands on the page */
	async find(request: Omit<PlanRequest, 'leaving'>, key: string): Promise<void> {
		const { leaving } = this.#shown;
		this.#abort?.abort();
		const abort = new AbortController();
		this.#abort = abort;
		this.#stage = 'gathering';
		this.#isOpen = leaving?.protects === false;
		this.#bytes = this.#progress = this.#problem = this.#ended = undefined;
		const { signal } = abort;
		try {
			const { planHere } = await import('./plan-here.browser.ts');
			signal.throwIfAborted();
			const problem = await planHere(
				{ ...request, leaving: leaving?.context },
				{
					signal,
					gathered: () => (this.#stage = 'solving'),
					download: (received, total) => {
						this.#bytes = { received, total };
						this.#fetched = received >= total;
						this.#stage = this.#fetched ? 'solving' : 'downloading';
					},
					progress: (progress) => (this.#progress = progress),
					told: (plan, isLast) => {
						this.#told = plan;
						this.#key = key;
						this.#stage = isLast ? 'idle' : 'pricing';
					}
				}
			);
			if (this.#abort !== abort) return;
			this.#problem = problem;
			if (problem) this.#told = undefined;
			this.#stage = 'idle';
		} catch (error) {
			// Another search has taken over: its stage is not this one's to change.
			if (this.#abort !== abort) return;
			this.#stage = 'idle';
			this.#ended = signal.aborted ? 'cancelled' : 'failed';
			if (!signal.aborted) console.error(error);
		}
	}

	/** Ends the search at once; the plan that stood before stays. */
	cancel(): void {
		this.#abort?.abort();
		if (this.#stage === 'idle') return;
		this.#stage = 'idle';
		this.#ended = 'cancelled';
	}
}
