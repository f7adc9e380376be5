import type { Highs, Model } from 'highs';

export interface SolverOptions {
	/** (bound − gain)/gain at which a plan is good enough; 0 for the best there is. */
	readonly relativeGap: number;
	/** After which the best so far is taken. */
	readonly seconds: number;
	/** After so many seconds a plan within this wider gap is taken: the last steps are slow, and gain little. */
	readonly enough?: { readonly seconds: number; readonly relativeGap: number };
}

/** `solved`: within the gap; `stopped`: the best so far. */
export type SolverAnswer =
	| {
			readonly status: 'solved' | 'stopped';
			/** No solution is better than this. */
			readonly bound: number;
			/** By name of the variable. */
			readonly values: ReadonlyMap<string, number>;
	  }
	| { readonly status: 'infeasible' }
	| { readonly status: 'failed'; readonly why: string };

/** Maximises a mixed-integer programme in CPLEX LP format. */
export type Solver = (text: string, options: SolverOptions) => SolverAnswer | Promise<SolverAnswer>;

/** How far a solver is; null while it has no solution, or no bound. */
export interface SolverProgress {
	readonly seconds: number;
	readonly best: number | null;
	readonly bound: number | null;
}

export interface SolverWatch {
	/** Called at most ten times a second. */
	readonly progress?: (progress: SolverProgress) => void;
	/** Asked as often: true takes the best so far. */
	readonly stop?: () => boolean;
}

const feasible = 2;

/**
 * HiGHS as a solver: Huangfu and Hall (2018), Mathematical Programming Computation 10. It blocks its thread until it is
 * done; in a browser it belongs in a worker.
 */
export function highsSolver(highs: Highs, watch: SolverWatch = {}): Solver {
	return (text, { relativeGap, seconds, enough }) =>
		highs.withModel({ format: 'lp', data: text }, (model) => {
			model.options.set({ output_flag: false, mip_rel_gap: relativeGap, time_limit: seconds });
			run(model, highs, { ...watch, ...(enough ? { enough } : {}) });
			return answerOf(model, highs);
		});
}

function run(
	model: Model,
	{ constants }: Highs,
	{ progress, stop, enough }: SolverWatch & Pick<SolverOptions, 'enough'>
): void {
	let last = -Infinity;
	model.run({
		[constants.callbackType.mipInterrupt](event) {
			const { running_time: seconds = 0, mip_primal_bound: best, mip_dual_bound } = event.data;
			if (seconds - last < 0.1) return undefined;
			last = seconds;
			const now = { seconds, best: known(best), bound: known(mip_dual_bound) };
			progress?.(now);
			if (stop?.() || (enough && isEnough(now, enough))) event.interrupt();
			return undefined;
		}
	});
}

function isEnough(
	{ seconds, best, bound }: SolverProgress,
	enough: NonNullable<SolverOptions['enough']>
): boolean {
	if (seconds < enough.seconds || best === null || bound === null) return false;
	return best > 0 && (bound - best) / best <= enough.relativeGap;
}

function known(value: number | undefined): number | null {
	return value !== undefined && Math.abs(value) < 1e30 ? value : null;
}

function answerOf(model: Model, { constants }: Highs): SolverAnswer {
	const status = model.getModelStatus();
	const { modelStatus } = constants;
	if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
		return { status: 'infeasible' };
	}
	if (model.info.get('primal_solution_status') !== feasible) {
		const names = Object.entries(modelStatus);
		return { status: 'failed', why: names.find(([, code]) => code === status)?.[0] ?? 'unknown' };
	}
	const values = new Map<string, number>();
	model.getSolution().colValue.forEach((value, at) => values.set(model.getColName(at), value));
	const bound = Number(model.info.get('mip_dual_bound'));
	return { status: status === modelStatus.optimal ? 'solved' : 'stopped', bound, values };
}
