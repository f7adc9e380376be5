import type { DecisionProblem } from './decision-problem.ts';
import type { NoPlan, PortfolioPlan } from './portfolio-plan.ts';
import type { PortfolioModel } from './portfolio-model.ts';
import type { SolverOptions, SolverProgress } from './solver.ts';
import type { Worth } from './worth.ts';

/** What a page asks of the solving worker. */
export interface SolveRequest {
	/** HiGHS; a worker that has it already may be asked without. */
	readonly wasm?: Blob;
	readonly model: PortfolioModel;
	/** Models with one condition looser each, to price it, by any name. */
	readonly looser: readonly Looser[];
	readonly options: SolverOptions;
	/** For each of the looser models. */
	readonly pricing: SolverOptions;
}

export interface Looser {
	readonly id: string;
	readonly model: PortfolioModel;
	/** Only where this condition binds in the plan; always where there is none. */
	readonly where?: string;
}

/** What a looser condition would gain, or why that is not known. */
export interface Priced {
	readonly id: string;
	readonly worth: Worth | DecisionProblem;
}

export type SolveReply =
	| { readonly kind: 'progress'; readonly progress: SolverProgress }
	| { readonly kind: 'solved'; readonly result: PortfolioPlan | NoPlan | DecisionProblem }
	| { readonly kind: 'priced'; readonly worths: readonly Priced[] }
	| { readonly kind: 'failed'; readonly message: string };
