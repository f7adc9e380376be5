import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import {
	conditions,
	seatsOf,
	whyNoModel,
	type Condition,
	type Offer,
	type PortfolioModel
} from './portfolio-model.ts';
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
		return { status: 'none', loosen: await whatToLoosen(model, solver, options) };
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
	const everybody = model.offers.reduce((all, offer) => all + offer.gain * seatsOf(offer), 0);
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

/** Leaves out one condition at a time, and where that is not enough two. */
async function whatToLoosen(
	model: PortfolioModel,
	solver: Solver,
	options: SolverOptions
): Promise<Condition[][]> {
	const set = conditions.filter((id) => {
		if (id === 'courses' || id === 'places') return model[id] !== undefined;
		return id === 'women' || id === 'rural' ? model.floors[id] !== undefined : true;
	});
	const singles = set.map((id) => [id]);
	const pairs = set.flatMap((a, i) => set.slice(i + 1).map((b) => [a, b]));
	for (const choices of [singles, pairs]) {
		const enough: Condition[][] = [];
		for (const without of choices) {
			const { text, open } = programmeOf(model, without);
			if (open.length === 0) continue;
			// Any plan will do.
			const { status } = await solver(text, { ...options, relativeGap: 1e9 });
			if (status === 'solved' || status === 'stopped') enough.push(without);
		}
		if (enough.length > 0) return enough;
	}
	return [];
}
