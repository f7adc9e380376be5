import { conditions, type Condition, type Offer, type PortfolioModel } from './portfolio-model.ts';
import type { Reachable } from './portfolio-plan.ts';
import { programmeOf, type Aim } from './programme.ts';
import type { Solver, SolverOptions } from './solver.ts';

interface Solving {
	readonly solver: Solver;
	readonly options: SolverOptions;
}

/** Leaves out one condition at a time; where that is not enough two; else as few as any order of trying finds. */
export async function whatToLoosen(
	model: PortfolioModel,
	solver: Solver,
	options: SolverOptions
): Promise<Condition[][]> {
	const set = conditions.filter((id) => {
		if (id === 'courses' || id === 'places') return model[id] !== undefined;
		return id === 'women' || id === 'rural' ? model.floors[id] !== undefined : true;
	});
	const isEnough = async (without: readonly Condition[]): Promise<boolean> => {
		const { text, open } = programmeOf(model, without);
		if (open.length === 0) return false;
		// Any plan will do.
		const { status } = await solver(text, { ...options, relativeGap: 1e9 });
		return status === 'solved' || status === 'stopped';
	};
	const singles = set.map((id) => [id]);
	const pairs = set.flatMap((a, i) => set.slice(i + 1).map((b) => [a, b]));
	for (const choices of [singles, pairs]) {
		const enough: Condition[][] = [];
		for (const without of choices) if (await isEnough(without)) enough.push(without);
		if (enough.length > 0) return enough;
	}
	if (!(await isEnough(set))) return [];
	let needed = set;
	for (const id of set) {
		const fewer = needed.filter((one) => one !== id);
		if (await isEnough(fewer)) needed = fewer;
	}
	return [needed];
}

/** How far each condition that is enough by itself has to be loosened, all others as they are. */
export async function withinReach(
	model: PortfolioModel,
	loosen: readonly (readonly Condition[])[],
	solving: Solving
): Promise<Partial<Record<Reachable, number>>> {
	const found: Partial<Record<Reachable, number>> = {};
	for (const [id, ...others] of loosen) {
		if (others.length > 0) continue;
		if (id === 'women' || id === 'rural') found[id] = await mostOf(id, model, solving);
		if (id === 'budget' || id === 'seats') found[id] = await leastOf(id, model, solving);
	}
	return Object.fromEntries(Object.entries(found).filter(([, value]) => Number.isFinite(value)));
}

/** Solved to the end, or the number would promise what cannot be kept. */
async function solved(
	model: PortfolioModel,
	without: Condition,
	{ aim, solver, options }: Solving & { readonly aim: Aim }
): Promise<ReadonlyMap<string, number> | undefined> {
	const { text } = programmeOf(model, [without], aim);
	const answer = await solver(text, { ...options, relativeGap: 0 });
	return answer.status === 'solved' ? answer.values : undefined;
}

/** The largest share of all plans: each step asks for a larger one (Dinkelbach, 1967) until there is none. */
async function mostOf(
	id: 'women' | 'rural',
	model: PortfolioModel,
	solving: Solving
): Promise<number> {
	let most = NaN;
	for (let over = 0, step = 0; step < steps; step++) {
		const values = await solved(model, id, { ...solving, aim: { share: id, over } });
		if (!values) return most;
		const share = sharedBy(model.offers, values, id);
		if (!(share > over + 1e-9)) return share;
		most = over = share;
	}
	return most;
}

/** Steps after which the share of the last is taken: it can be had, if not the largest. */
const steps = 12;

async function leastOf(
	id: 'budget' | 'seats',
	model: PortfolioModel,
	solving: Solving
): Promise<number> {
	const values = await solved(model, id, { ...solving, aim: id === 'budget' ? 'cost' : 'seats' });
	if (!values) return NaN;
	const { offers, courseCosts = {} } = model;
	const at = (name: string) => Math.round(values.get(name) ?? 0);
	const sum = (of: (offer: Offer, i: number) => number) =>
		offers.reduce((all, offer, i) => all + of(offer, i), 0);
	if (id === 'seats') return sum((_, i) => at(`s${i}`));
	const taught = new Set(offers.filter((_, i) => at(`s${i}`) > 0).map(({ course }) => course));
	const once = [...taught].reduce((all, course) => all + (courseCosts[course] ?? 0), 0);
	return (
		once + sum(({ cohortCost, seatCost }, i) => cohortCost * at(`c${i}`) + seatCost * at(`s${i}`))
	);
}

function sharedBy(
	offers: readonly Offer[],
	values: ReadonlyMap<string, number>,
	id: 'women' | 'rural'
): number {
	const seats = offers.map((_, i) => Math.round(values.get(`s${i}`) ?? 0));
	const all = seats.reduce((sum, own) => sum + own, 0);
	return offers.reduce((sum, offer, i) => sum + offer[id] * (seats[i] ?? 0), 0) / all;
}
