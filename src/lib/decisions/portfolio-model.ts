import { decisionProblem, type DecisionProblem } from './decision-problem.ts';

/**
 * A course in a group of places by one provider, over all years of the plan. Several providers of one course there
 * share its people.
 */
export interface Offer {
	readonly course: string;
	readonly group: string;
	/** Who teaches it there; a number of places may be set for each. */
	readonly provider?: string;
	/** People short there, whoever teaches them: no more seats than that are of use. */
	readonly people: number;
	/** Gap closed by one seat: 1, or the weight of the need. */
	readonly gain: number;
	/** In money: for a cohort that is opened, and for each seat in it. */
	readonly cohortCost: number;
	readonly seatCost: number;
	/** Women's and rural people's shares of those who would sit there, 0 to 1. */
	readonly women: number;
	readonly rural: number;
	/** Fewest learners of a cohort, and most; without the latter one cohort takes everybody. */
	readonly least: number;
	readonly most?: number;
}

export interface PortfolioModel {
	readonly offers: readonly Offer[];
	readonly budget: number;
	/** Seats at most. */
	readonly seats: number;
	/** Least shares of all learners, 0 to 1. */
	readonly floors: { readonly women?: number; readonly rural?: number };
	/** Different courses at most. */
	readonly courses?: number;
	/** In money, by course: once, wherever and however often it is taught. */
	readonly courseCosts?: Readonly<Record<string, number>>;
	/** Seats at most, by provider; one that is not listed takes everybody. */
	readonly places?: Readonly<Record<string, number>>;
}

/** What a person can loosen, in the order in which it is tried. */
export const conditions = [
	...(['women', 'rural', 'cohort', 'places', 'courses', 'seats', 'budget'] as const)
] as const;
export type Condition = (typeof conditions)[number];

/** The first number that cannot be. */
export function whyNoModel(model: PortfolioModel): DecisionProblem | undefined {
	const { budget, seats, floors, courses, offers } = model;
	const share = (value: number) => value >= 0 && value <= 1;
	const amount = (value: number) => value >= 0 && value < 1e15;
	const checks: readonly (readonly [string, boolean])[] = [
		['budget', amount(budget)],
		['seats', amount(seats)],
		['women', share(floors.women ?? 0)],
		['rural', share(floors.rural ?? 0)],
		['courses', amount(courses ?? 0)],
		['course-cost', Object.values(model.courseCosts ?? {}).every(amount)],
		['places', Object.values(model.places ?? {}).every(amount)]
	];
	const wrong = checks.find(([, holds]) => !holds);
	if (wrong) return decisionProblem('bad-portfolio', { item: wrong[0] });
	for (const { course, group, women, rural, ...offer } of offers) {
		const amounts = [offer.people, offer.gain, offer.cohortCost, offer.seatCost];
		const { least, most = Infinity } = offer;
		const holds = [...amounts, least].every(amount) && least >= 1 && most >= least;
		if (holds && share(women) && share(rural)) continue;
		return decisionProblem('bad-portfolio', { item: 'offer', course, group });
	}
	return undefined;
}

/** Offers of one course to the same people: one, or one a provider. */
export function sharing<One extends Offer>(offers: readonly One[]): One[][] {
	const by = new Map<string, One[]>();
	for (const offer of offers) {
		const key = JSON.stringify([offer.course, offer.group]);
		by.set(key, [...(by.get(key) ?? []), offer]);
	}
	return [...by.values()];
}

/** Seats of use in an offer. */
export function seatsOf({ people }: Pick<Offer, 'people'>): number {
	return Math.floor(people + 1e-9);
}
