import { expect, test } from 'vitest';
import { largePortfolio } from '../../cli/bench/large-portfolio.ts';
import { randomStream } from '#lib/survey/random.ts';
import { highs, solver, offer, model } from '#tests/support/portfolios.ts';
import { programmeOf } from './programme.ts';
import { solvePortfolio } from './portfolio.ts';
import { highsSolver, type Solver } from './solver.ts';

test('a plan that is stopped early keeps what was found, with its gap', async () => {
	const early: Solver = () => ({
		...{ status: 'stopped', bound: Infinity, values: new Map([['s0', 4.0000001]]).set('c0', 1) }
	});
	const plan = await solvePortfolio(model(), early);
	expect(plan).toMatchObject({ gain: 4, bound: 10, gap: 1.5, stopped: true });
});

test('the programme has one term a line, and no term without weight', () => {
	const { text } = programmeOf(model({ floors: { women: 0.5, rural: 0.25 } }));
	expect(text).toContain('women: 0 s0 >= 0');
	expect(text).toContain('rural: + 0.25 s0 >= 0');
	expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(60);
});

test('a large portfolio reports how far it is, and stops when told to', async () => {
	const random = randomStream(9, 'large');
	const offers = Array.from({ length: 200 }, (_, i) =>
		offer({
			...{ course: `c${i % 20}`, group: `g${Math.floor(i / 20)}`, people: 20 + random.below(200) },
			...{ gain: 0.2 + random.uniform(), cohortCost: 20_000 + random.below(30_000) },
			...{ seatCost: 500 + random.below(2500), women: random.uniform(), rural: random.uniform() },
			...{ least: 12, most: 25 }
		})
	);
	const one = model({ offers, budget: 4e6, seats: 1500, floors: { women: 0.55, rural: 0.6 } });
	const seen: (number | null)[] = [];
	const watched = highsSolver(highs, {
		progress: ({ best }) => seen.push(best),
		stop: () => seen.some((best) => best !== null)
	});
	const plan = await solvePortfolio(one, watched, { relativeGap: 0, seconds: 20 });
	expect(plan).toMatchObject({ status: 'plan' });
	expect(seen.length).toBeGreaterThan(0);
});

test('a plan within the wider gap is taken once the seconds for it are over', async () => {
	const random = randomStream(9, 'large');
	const offers = Array.from({ length: 200 }, (_, i) =>
		offer({
			...{ course: `c${i % 20}`, group: `g${Math.floor(i / 20)}`, people: 20 + random.below(200) },
			...{ gain: 0.2 + random.uniform(), cohortCost: 20_000 + random.below(30_000) },
			...{ seatCost: 500 + random.below(2500), least: 12, most: 25 }
		})
	);
	const one = model({ offers, budget: 4e6, seats: 1500 });
	const enough = { seconds: 0, relativeGap: 0.5 };
	const plan = await solvePortfolio(one, solver, { relativeGap: 0, seconds: 20, enough });
	expect(plan).toMatchObject({ status: 'plan', stopped: true });
	expect('gap' in plan && plan.gap > 0 && plan.gap <= 0.5).toBe(true);
});

test('twenty courses in ten places come within 1% of the best in the time that a page takes', async () => {
	const plan = await solvePortfolio(largePortfolio(), solver);
	expect(plan).toMatchObject({ status: 'plan', stopped: false });
	expect('gap' in plan && plan.gap).toBeLessThanOrEqual(0.01);
}, 60_000);
