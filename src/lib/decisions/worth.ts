import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import type { PortfolioModel } from './portfolio-model.ts';
import type { PortfolioPlan } from './portfolio-plan.ts';
import { portfolioSettings, solvePortfolio } from './portfolio.ts';
import type { Solver, SolverOptions } from './solver.ts';

/** What a looser condition would gain; between two numbers where the plans are not proven best. */
export interface Worth {
	readonly least: number;
	readonly most: number;
	/** The plan under the looser condition. */
	readonly plan: PortfolioPlan;
}

/** What a step more of budget would gain. */
export interface BudgetValue extends Worth {
	readonly step: number;
}

export interface WorthInput {
	readonly model: PortfolioModel;
	readonly plan: PortfolioPlan;
	/** Above 0, in money. */
	readonly step: number;
}

/**
 * Solves again with more budget: the exact difference where both gaps are 0, else the range that both bounds leave. A
 * price taken from the relaxed programme would promise part of a cohort.
 * @param plan the plan of the model with its own budget
 */
export async function worthOfBudget(
	{ model, plan, step }: WorthInput,
	solver: Solver,
	options: SolverOptions = portfolioSettings
): Promise<BudgetValue | DecisionProblem> {
	const worth = await worthOf({ ...model, budget: model.budget + step }, { plan, solver, options });
	return 'code' in worth ? worth : { step, ...worth };
}

/**
 * What would be gained under looser conditions.
 * @param looser a model under which the plan may stand too
 */
export async function worthOf(
	looser: PortfolioModel,
	{ plan, solver, options }: { plan: PortfolioPlan; solver: Solver; options: SolverOptions }
): Promise<Worth | DecisionProblem> {
	const more = await solvePortfolio(looser, solver, options);
	if ('code' in more) return more;
	if (more.status === 'none') return decisionProblem('no-plan-found', { why: 'infeasible' });
	// What the tighter conditions allow, the looser ones allow too.
	const gained = Math.max(more.gain, plan.gain);
	const least = Math.max(0, gained - plan.bound) + 0;
	return { least, most: Math.max(least, more.bound - plan.gain), plan: more };
}
