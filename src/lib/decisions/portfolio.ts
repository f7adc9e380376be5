import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import {
	conditions,
	seatsOf,
	whyNoModel,
	type Condition,
	type Offer,
	type PortfolioModel
} from './portfolio-model.ts';
import { programmeOf } from './programme.ts';
import type { Solver, SolverOptions } from './solver.ts';

/** Seats in one offer. */
export interface Choice {
	readonly offer: Offer;
	readonly seats: number;
	readonly cohorts: number;
	readonly cost: number;
	readonly gain: number;
}

/** How a condition stands in a plan. */
export interface ConditionState {
	readonly condition: Exclude<Condition, 'cohort'>;
	/** What is left: money, seats, or courses; of a floor, learners who may change without breaking it. */
	readonly slack: number;
	/** Less is left than one more seat or course would take. */
	readonly binds: boolean;
}

export interface PortfolioPlan {
	readonly status: 'plan';
	/** The offers with seats, in the order of the model. */
	readonly choices: readonly Choice[];
	readonly gain: number;
	readonly cost: number;
	readonly seats: number;
	/** Shares of all learners. */
	readonly women: number;
	readonly rural: number;
	/** No plan gains more than this. */
	readonly bound: number;
	/** (bound − gain)/gain. */
	readonly gap: number;
	/** Whether time ran out before the gap that was asked for. */
	readonly stopped: boolean;
	readonly conditions: readonly ConditionState[];
}

/** No plan meets all conditions. */
export interface NoPlan {
	readonly status: 'none';
	/** Each a set of conditions without which there is a plan: single ones, else pairs. Empty: not even then. */
	readonly loosen: readonly (readonly Condition[])[];
}

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
		...{ choices, gain, cost: sum((one) => one.cost), seats },
		...{ women: shareOf('women'), rural: shareOf('rural') },
		...{ bound: most, gap: gain > 0 ? (most - gain) / gain : 0, stopped }
	};
	return { status: 'plan', ...plan, conditions: statesOf(model, plan) };
}

function statesOf(
	model: PortfolioModel,
	plan: Pick<PortfolioPlan, 'choices' | 'cost' | 'seats' | 'women' | 'rural'>
): ConditionState[] {
	const { budget, floors, courses } = model;
	const cheapest = Math.min(...model.offers.map(({ seatCost }) => seatCost));
	const state = (condition: ConditionState['condition'], slack: number, step: number) => ({
		...{ condition, slack: Math.max(0, slack), binds: slack < step }
	});
	const taught = new Set(plan.choices.map(({ offer }) => offer.course)).size;
	return [
		state('budget', budget - plan.cost, cheapest),
		state('seats', model.seats - plan.seats, 1),
		...(['women', 'rural'] as const).flatMap((id) => {
			const floor = floors[id];
			return floor === undefined ? [] : [state(id, (plan[id] - floor) * plan.seats, 1)];
		}),
		...(courses === undefined ? [] : [state('courses', courses - taught, 1)])
	];
}

/** Leaves out one condition at a time, and where that is not enough two. */
async function whatToLoosen(
	model: PortfolioModel,
	solver: Solver,
	options: SolverOptions
): Promise<Condition[][]> {
	const set = conditions.filter((id) => {
		if (id === 'courses') return model.courses !== undefined;
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

/** What a step more of budget would gain; between two numbers where the plans are not proven best. */
export interface BudgetValue {
	readonly step: number;
	readonly least: number;
	readonly most: number;
	/** The plan with the larger budget. */
	readonly plan: PortfolioPlan;
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
	const more = await solvePortfolio({ ...model, budget: model.budget + step }, solver, options);
	if ('code' in more) return more;
	if (more.status === 'none') return decisionProblem('no-plan-found', { why: 'infeasible' });
	// What the smaller budget buys, the larger one buys too.
	const gained = Math.max(more.gain, plan.gain);
	const least = Math.max(0, gained - plan.bound) + 0;
	return { step, least, most: Math.max(least, more.bound - plan.gain), plan: more };
}

export interface WorthInput {
	readonly model: PortfolioModel;
	readonly plan: PortfolioPlan;
	/** Above 0, in money. */
	readonly step: number;
}
