import { describe, expect, test } from 'vitest';
import { solver, exact, offer, model } from '#tests/support/portfolios.ts';
import { solvePortfolio } from './portfolio.ts';
import type { Solver } from './solver.ts';

describe('where there is no plan', () => {
	test.each([
		['a floor that nobody can meet', { floors: { women: 0.6 } }, [['women']]],
		['a budget that opens nothing', { budget: 109 }, [['budget']]],
		['no seats', { seats: 0 }, [['seats']]],
		['cohorts that never fill', { offers: [offer({ people: 5, least: 8 })] }, [['cohort']]],
		['no courses', { courses: 0 }, [['courses']]],
		[
			'providers that are full',
			{ offers: [offer({ provider: 'P' })], places: { P: 0 } },
			[['places']]
		],
		['two floors out of reach', { floors: { women: 1, rural: 1 } }, [['women', 'rural']]],
		['three at once', { floors: { women: 1 }, budget: 0, seats: 0 }, [['women', 'seats', 'budget']]]
	] as const)('%s is named as what to loosen', async (_, said, expected) => {
		const result = await solvePortfolio(model(said), solver, exact);
		expect(result).toMatchObject({ status: 'none', loosen: expected });
	});

	test('either of two conditions may be what to loosen', async () => {
		const offers = [offer({ women: 1, cohortCost: 900 }), offer({ women: 0, group: 'S' })];
		const said = { offers, budget: 500, floors: { women: 0.9 } };
		const result = await solvePortfolio(model(said), solver, exact);
		expect(result).toEqual({
			...{ status: 'none', loosen: [['women'], ['budget']] },
			reach: { women: 0, budget: 910 }
		});
	});

	test('nobody to teach leaves nothing to loosen', async () => {
		const result = await solvePortfolio(model({ offers: [offer({ people: 0 })] }), solver, exact);
		expect(result).toEqual({ status: 'none', loosen: [], reach: {} });
	});
});

describe('a number that cannot be', () => {
	test.each([
		[{ budget: -1 }, { item: 'budget' }],
		[{ seats: NaN }, { item: 'seats' }],
		[{ floors: { women: 1.2 } }, { item: 'women' }],
		[{ floors: { rural: -0.1 } }, { item: 'rural' }],
		[{ courses: -1 }, { item: 'courses' }],
		[{ courseCosts: { a: NaN } }, { item: 'course-cost' }],
		[{ places: { P: -1 } }, { item: 'places' }],
		[{ offers: [offer({ least: 0 })] }, { item: 'offer', course: 'a', group: 'N' }],
		[{ offers: [offer({ least: 5, most: 4 })] }, { item: 'offer', course: 'a', group: 'N' }],
		[{ offers: [offer({ women: 2 })] }, { item: 'offer', course: 'a', group: 'N' }]
	])('%j is a value that says which', async (said, details) => {
		expect(await solvePortfolio(model(said), solver, exact)).toEqual({
			code: 'bad-portfolio',
			details
		});
	});

	test('so is a portfolio without offers, and a solver that gives up', async () => {
		expect(await solvePortfolio(model({ offers: [] }), solver)).toMatchObject({
			code: 'no-candidates'
		});
		const tired: Solver = () => ({ status: 'failed', why: 'timeLimit' });
		expect(await solvePortfolio(model(), tired)).toEqual({
			...{ code: 'no-plan-found', details: { why: 'timeLimit' } }
		});
	});
});
