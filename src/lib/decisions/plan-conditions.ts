import type { Choice, ConditionState, PortfolioPlan } from './portfolio-plan.ts';
import type { PortfolioModel } from './portfolio-model.ts';

/** The conditions of the model as they stand in a plan. */
export function statesOf(
	model: PortfolioModel,
	plan: Pick<PortfolioPlan, 'choices' | 'cost' | 'seats' | 'women' | 'rural'>
): ConditionState[] {
	const { budget, floors, courses, places } = model;
	const cheapest = Math.min(...model.offers.map(({ seatCost }) => seatCost));
	const state = (condition: ConditionState['condition'], slack: number, step: number) => ({
		...{ condition, slack: Math.max(0, slack), binds: slack < step }
	});
	const taught = new Set(plan.choices.map(({ offer }) => offer.course)).size;
	return [
		state('budget', budget - plan.cost, cheapest),
		state('seats', model.seats - plan.seats, 1),
		...(places === undefined ? [] : [state('places', placesLeft(places, plan.choices), 1)]),
		...(['women', 'rural'] as const).flatMap((id) => {
			const floor = floors[id];
			return floor === undefined ? [] : [state(id, (plan[id] - floor) * plan.seats, 1)];
		}),
		...(courses === undefined ? [] : [state('courses', courses - taught, 1)])
	];
}

/** Of the providers with learners, the fewest places left. */
function placesLeft(
	places: NonNullable<PortfolioModel['places']>,
	choices: readonly Choice[]
): number {
	const taken = new Map<string, number>();
	for (const { offer, seats } of choices) {
		const { provider } = offer;
		if (provider !== undefined) taken.set(provider, (taken.get(provider) ?? 0) + seats);
	}
	const left = [...taken].map(([provider, seats]) => (places[provider] ?? Infinity) - seats);
	return Math.min(...left);
}
