import highsLoader, { type Highs } from 'highs';
import type { RandomStream } from '#lib/survey/random.ts';
import { sharing, type Offer, type PortfolioModel } from '#lib/decisions/portfolio-model.ts';
import type { PortfolioPlan } from '#lib/decisions/portfolio-plan.ts';
import { solvePortfolio } from '#lib/decisions/portfolio.ts';
import { highsSolver, type Solver } from '#lib/decisions/solver.ts';

export const highs: Highs = await highsLoader();
export const solver: Solver = highsSolver(highs);
export const exact = { relativeGap: 0, seconds: 20 };

export const offer = (said: Partial<Offer> = {}): Offer => ({
	...{ course: 'a', group: 'N', people: 10, gain: 1, cohortCost: 100, seatCost: 10 },
	...{ women: 0.5, rural: 0.5, least: 1 },
	...said
});
export const model = (said: Partial<PortfolioModel> = {}): PortfolioModel => ({
	...{ offers: [offer()], budget: 1000, seats: 100, floors: {} },
	...said
});

export async function planFor(said: Partial<PortfolioModel>): Promise<PortfolioPlan> {
	const result = await solvePortfolio(model(said), solver, exact);
	if ('code' in result || result.status !== 'plan') throw new Error(JSON.stringify(result));
	return result;
}

export const tenths = (random: RandomStream) => random.below(11) / 10;

/**
 * Two courses in two places, or of two providers in one, with at most four people in each, so that every plan can be
 * tried.
 */
export function drawModel(random: RandomStream): PortfolioModel {
	const offers = ['a', 'b'].flatMap((course) => {
		const isShared = random.below(3) === 0;
		const both = random.below(5);
		return ['N', 'S'].map((group) => {
			const least = 1 + random.below(2);
			return offer({
				...{ course, gain: (1 + random.below(20)) / 4, least, provider: group },
				...(isShared ? { group: 'N', people: both } : { group, people: random.below(5) }),
				...{ cohortCost: 50 * random.below(5), seatCost: 5 + random.below(20) + 0.5 },
				...{ women: tenths(random), rural: tenths(random) },
				...(random.below(3) === 0 ? { most: least + random.below(2) } : {})
			});
		});
	});
	return {
		...{ offers, budget: random.below(700), seats: random.below(14) },
		floors: {
			...(random.below(2) === 0 ? { women: tenths(random) } : {}),
			...(random.below(2) === 0 ? { rural: tenths(random) } : {})
		},
		...(random.below(3) === 0 ? { courses: 1 + random.below(2) } : {}),
		...(random.below(2) === 0
			? { courseCosts: { a: 20 * random.below(5), b: 20 * random.below(5) } }
			: {}),
		...(random.below(3) === 0 ? { places: { N: random.below(7) } } : {})
	};
}

/** The largest gain of all plans that keep the conditions; null when none with a seat does. */
export function bruteForce(model: PortfolioModel): number | null {
	const { offers, budget, seats, floors, courses, courseCosts = {}, places = {} } = model;
	let best: number | null = null;
	const chosen = offers.map(() => 0);
	const cohorts = (i: number) => Math.ceil((chosen[i] ?? 0) / (offers[i]?.most ?? Infinity)) || 0;
	const sum = (of: (one: Offer, taken: number, i: number) => number) =>
		offers.reduce((all, one, i) => all + of(one, chosen[i] ?? 0, i), 0);
	const holds = () => {
		const total = sum((_, taken) => taken);
		if (total === 0 || total > seats) return false;
		for (const own of sharing(offers)) {
			const taken = own.reduce((all, one) => all + (chosen[offers.indexOf(one)] ?? 0), 0);
			if (taken > (own[0]?.people ?? 0)) return false;
		}
		const open = (i: number) => ((chosen[i] ?? 0) > 0 ? Math.max(1, cohorts(i)) : 0);
		if (offers.some((one, i) => (chosen[i] ?? 0) < one.least * open(i))) return false;
		const taught = new Set(offers.filter((_, i) => (chosen[i] ?? 0) > 0).map((one) => one.course));
		const once = [...taught].reduce((all, course) => all + (courseCosts[course] ?? 0), 0);
		const cost = sum((one, taken, i) => one.cohortCost * open(i) + one.seatCost * taken) + once;
		if (cost > budget + 1e-9) return false;
		for (const [provider, most] of Object.entries(places)) {
			if (sum((one, taken) => (one.provider === provider ? taken : 0)) > most) return false;
		}
		for (const id of ['women', 'rural'] as const) {
			if (sum((one, taken) => (one[id] - (floors[id] ?? 0)) * taken) < -1e-9) return false;
		}
		return taught.size <= (courses ?? Infinity);
	};
	const tryFrom = (i: number): void => {
		const one = offers[i];
		if (!one) {
			if (holds())
				best = Math.max(
					best ?? 0,
					sum(({ gain }, taken) => gain * taken)
				);
			return;
		}
		for (chosen[i] = 0; (chosen[i] ?? 0) <= one.people; chosen[i] = (chosen[i] ?? 0) + 1) {
			tryFrom(i + 1);
		}
		chosen[i] = 0;
	};
	tryFrom(0);
	return best;
}
