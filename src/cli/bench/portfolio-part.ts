import highsLoader from 'highs';
import { solvePortfolio } from '#lib/decisions/portfolio.ts';
import { highsSolver } from '#lib/decisions/solver.ts';
import { largePortfolio } from './large-portfolio.ts';
import { leastTime, type Timed } from './part.ts';

/** What a person waits for at most, on a device four times as slow as this one. */
const patience = 10_000;
const slowdown = 4;

/** The best plan of twenty courses in ten places to a gap of 1%, against a quarter of ten seconds. */
export async function portfolioPart(): Promise<Timed[]> {
	const solver = highsSolver(await highsLoader());
	let gap = NaN;
	const time = await leastTime(3, async () => {
		const plan = await solvePortfolio(largePortfolio(), solver, { relativeGap: 0.01, seconds: 60 });
		if ('code' in plan || plan.status !== 'plan') throw new Error('There is no plan');
		({ gap } = plan);
	});
	return [
		{
			what: `twenty courses in ten places, gap ${(100 * gap).toFixed(2)}%`,
			...{ time, against: 'ten seconds at a fourth of the speed', reference: patience / slowdown },
			bar: 1
		}
	];
}
