import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import {
	seatsOf,
	sharing,
	whyNoModel,
	type Offer,
	type PortfolioModel
} from './portfolio-model.ts';
import { whatToLoosen, withinReach } from './loosen.ts';
import { statesOf } from './plan-conditions.ts';
import type { Choice, NoPlan, PortfolioPlan } from './portfolio-plan.ts';
import { programmeOf } from './programme.ts';
import type { Solver, SolverOptions } from './solver.ts';

/** A quick answer: the gap asked for, and the seconds after which the best plan so far is taken. */
export const portfolioSettings: SolverOptions = { relativeGap: 0.01, seconds: 10 };

/**
 * The courses, places and seats that close most of the gap within budget, seats, floors and cohorts. The solver is
 * handed in, so that a worker and a command share this.
 */
export async function solvePortfolio(
	model: PortfolioModel,
	solver: Solver,
	options: SolverOptions = portfolioSettings
): Promise<PortfolioPlan | NoPlan | DecisionProblem> {
	const wrong = whyNoModel(model);
	if (wrong) return wrong;
	if (model.offers.length === 0) return decisionProblem('no-candidates');
	const { text, open } = programmeOf(model);
	const answer = open.length === 0 ? undefined : await solver(text, options);
	if (!answer || answer.status === 'infeasible') {
		const loosen = await whatToLoosen(model, solver, options);
		return { status: 'none', loosen, reach: await withinReach(model, loosen, { solver, options }) };
	}
	if (answer.status === 'failed') return decisionProblem('no-plan-found', { why: answer.why });
	const choices = model.offers.flatMap((offer, i) => choiceOf(offer, i, answer.values));
	return planOf(model, choices, { bound: answer.bound, stopped: answer.status === 'stopped' });
}

function choiceOf(offer: Offer, i: number, values: ReadonlyMap<string, number>): Choice[] {
	// Solvers give whole numbers to within 1e-6.
	const seats = Math.round(values.get(`s${i}`) ?? 0);
	const cohorts = Math.round(values.get(`c${i}`) ?? 0);
	if (seats === 0) return [];
	const cost = offer.cohortCost * cohorts + offer.seatCost * seats;
	return [{ offer, seats, cohorts, cost, gain: offer.gain * seats }];
}

function planOf(
	model: PortfolioModel,
	choices: readonly Choice[],
	{ bound, stopped }: { readonly bound: number; readonly stopped: boolean }
): PortfolioPlan {
	const sum = (of: (choice: Choice) => number) => choices.reduce((all, one) => all + of(one), 0);
	const [gain, seats] = [sum((one) => one.gain), sum((one) => one.seats)];
	const shareOf = (id: 'women' | 'rural') =>
		seats === 0 ? 0 : sum((one) => one.offer[id] * one.seats) / seats;
	// A solver that was stopped early may have no bound yet.
	const everybody = sharing(model.offers).reduce(
		(all, own) => all + Math.max(...own.map((offer) => offer.gain * seatsOf(offer))),
		0
	);
	const most = Math.max(Math.min(bound, everybody), gain);
	const plan = {
		...{ choices, gain, cost: sum((one) => one.cost) + courseCost(model, choices), seats },
		...{ women: shareOf('women'), rural: shareOf('rural') },
		...{ bound: most, gap: gain > 0 ? (most - gain) / gain : 0, stopped }
	};
	return { status: 'plan', ...plan, conditions: statesOf(model, plan) };
}

function courseCost({ courseCosts = {} }: PortfolioModel, choices: readonly Choice[]): number {
	const taught = new Set(choices.map(({ offer }) => offer.course));
	return [...taught].reduce((sum, course) => sum + (courseCosts[course] ?? 0), 0);
}
