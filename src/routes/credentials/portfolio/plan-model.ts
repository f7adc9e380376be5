import { seatsOf, type PortfolioModel } from '#lib/decisions/portfolio-model.ts';
import type { Looser } from '#lib/decisions/solver-messages.ts';
import type { SolverOptions } from '#lib/decisions/solver.ts';
import type { Offers } from './offers.ts';
import type { Settings } from './settings.ts';

/** Tighter than the 1% that counts as good, as long as time allows: prices of small steps need it. */
export const planOptions: SolverOptions = {
	...{ relativeGap: 1e-4, seconds: 10 },
	enough: { seconds: 3, relativeGap: 2e-3 }
};

/** Each price is of a second plan; together they take no longer than the first. */
export const priceOptions: SolverOptions = { relativeGap: 1e-4, seconds: 3 };

/** The programme of a page's offers and settings. A floor of 0 is none. */
export function modelOf(
	{ offers, courseCosts, places }: Offers,
	{ budget, seats, women, rural }: Settings
): PortfolioModel {
	return {
		offers: offers.map((offer) => {
			const { course, group, provider, people, gain, cohortCost, seatCost } = offer;
			const { least, most = seatsOf(offer) } = offer;
			return {
				...{ course, group, people, gain, cohortCost, seatCost, least, most },
				...{ women: offer.women, rural: offer.rural },
				...(provider === undefined ? {} : { provider })
			};
		}),
		...{ budget, seats, courseCosts, places },
		floors: { ...(women > 0 ? { women } : {}), ...(rural > 0 ? { rural } : {}) }
	};
}

/** How much looser each condition is made to see what it costs. */
export interface Steps {
	readonly budget: number;
	readonly seats: number;
	/** Of a floor: a share. */
	readonly floor: number;
	readonly years: number;
}

export function stepsOf({ budget, seats }: Pick<Settings, 'budget' | 'seats'>): Steps {
	return {
		budget: niceStep(budget / 50, 1e4),
		seats: niceStep(seats / 20, 10),
		floor: 0.05,
		years: 1
	};
}

/** The models that price a step of budget, and of every other condition that binds. */
export function looserModels(model: PortfolioModel, { years }: Settings, steps: Steps): Looser[] {
	const { floors, places = {} } = model;
	const lower = (id: 'women' | 'rural'): Looser[] => {
		const floor = floors[id];
		if (floor === undefined) return [];
		const own = { ...floors, [id]: Math.max(0, floor - steps.floor) };
		return [{ id, where: id, model: { ...model, floors: own } }];
	};
	const longer = Object.entries(places).map(([provider, own]) => [
		provider,
		Math.floor((own / years) * (years + steps.years))
	]);
	return [
		{ id: 'budget', model: { ...model, budget: model.budget + steps.budget } },
		...lower('women'),
		...lower('rural'),
		{ id: 'seats', where: 'seats', model: { ...model, seats: model.seats + steps.seats } },
		{ id: 'places', where: 'places', model: { ...model, places: Object.fromEntries(longer) } }
	];
}

/** The nearest of 1, 2 and 5 times a power of ten. */
function niceStep(about: number, least: number): number {
	if (!(about > least)) return least;
	const power = 10 ** Math.floor(Math.log10(about));
	return (
		[1, 2, 5, 10].reduce((best, one) =>
			Math.abs(one * power - about) < Math.abs(best * power - about) ? one : best
		) * power
	);
}
