import type { PortfolioModel } from '#lib/decisions/portfolio-model.ts';
import { randomStream } from '#lib/survey/random.ts';

/** Twenty courses in ten places under budget, seats, places of providers and floors for women and rural people. */
export function largePortfolio(): PortfolioModel {
	const random = randomStream(20, 'courses');
	const courses = Array.from({ length: 20 }, (_, i) => ({
		...{ course: `c${i}`, hours: 60 + 20 * random.below(17), gain: 0.8 + 1.5 * random.uniform() }
	}));
	const offers = courses.flatMap(({ course, hours, gain }) =>
		Array.from({ length: 10 }, (_, g) => {
			const away = random.below(3) > 0 ? Math.ceil((hours * 0.65) / 20) * 760 : 0;
			return {
				...{ course, gain, group: `g${g}`, provider: `p${(g + random.below(3)) % 10}` },
				...{ people: 40 + random.below(1500), cohortCost: 18_000 + 80 * hours },
				...{ seatCost: 450 + 7.7 * hours + away, least: 8, most: 24 },
				...{ women: 0.2 + 0.6 * random.uniform(), rural: 0.1 + 0.8 * random.uniform() }
			};
		})
	);
	const each = <Value>(prefix: string, count: number, value: Value) =>
		Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, value]));
	return {
		...{ offers, budget: 5e6, seats: 700, floors: { women: 0.5, rural: 0.55 } },
		...{ courseCosts: each('c', 20, 90_000), places: each('p', 10, 240) }
	};
}
