import highsLoader, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { largePortfolio } from '../../cli/bench/large-portfolio.ts';
import { randomStream, type RandomStream } from '#lib/survey/random.ts';
import { sharing, type Offer, type PortfolioModel } from './portfolio-model.ts';
import { programmeOf } from './programme.ts';
import type { PortfolioPlan } from './portfolio-plan.ts';
import { solvePortfolio } from './portfolio.ts';
import { highsSolver, type Solver } from './solver.ts';
import { worthOfBudget } from './worth.ts';

let highs: Highs;
let solver: Solver;
const exact = { relativeGap: 0, seconds: 20 };

beforeAll(async () => {
	highs = await highsLoader();
	solver = highsSolver(highs);
});

const offer = (said: Partial<Offer> = {}): Offer => ({
	...{ course: 'a', group: 'N', people: 10, gain: 1, cohortCost: 100, seatCost: 10 },
	...{ women: 0.5, rural: 0.5, least: 1 },
	...said
});
const model = (said: Partial<PortfolioModel> = {}): PortfolioModel => ({
	...{ offers: [offer()], budget: 1000, seats: 100, floors: {} },
	...said
});

async function planFor(said: Partial<PortfolioModel>): Promise<PortfolioPlan> {
	const result = await solvePortfolio(model(said), solver, exact);
	if ('code' in result || result.status !== 'plan') throw new Error(JSON.stringify(result));
	return result;
}

const tenths = (random: RandomStream) => random.below(11) / 10;

/**
 * Two courses in two places, or of two providers in one, with at most four people in each, so that every plan can be
 * tried.
 */
function drawModel(random: RandomStream): PortfolioModel {
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
function bruteForce(model: PortfolioModel): number | null {
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

test('100 random small portfolios gain what trying every plan finds', async () => {
	const random = randomStream(4, 'portfolios');
	let [none, reached] = [0, 0];
	for (let k = 0; k < 100; k++) {
		const one = drawModel(random);
		const best = bruteForce(one);
		const found = await solvePortfolio(one, solver, exact);
		if ('code' in found) throw new Error(found.code);
		if (found.status === 'none') none++;
		expect(found.status, JSON.stringify(one)).toBe(best === null ? 'none' : 'plan');
		if (found.status === 'plan') expect(found.gain).toBeCloseTo(best ?? NaN, 6);
		if (found.status === 'none') {
			for (const [single] of found.loosen.filter(({ length }) => length === 1)) {
				const looser = loosen(one, single ?? '');
				expect(bruteForce(looser), JSON.stringify([single, one])).not.toBeNull();
			}
			for (const [id, far] of Object.entries(found.reach)) {
				const said = JSON.stringify([id, far, one]);
				expect(bruteForce(loosenTo(one, id, far)), said).not.toBeNull();
				const beyond = far + (id === 'women' || id === 'rural' ? 1e-3 : -1);
				if (beyond >= 0) expect(bruteForce(loosenTo(one, id, beyond)), said).toBeNull();
				reached++;
			}
		}
	}
	expect(reached).toBeGreaterThan(5);
	expect(none).toBeGreaterThan(5);
	expect(none).toBeLessThan(60);
}, 60_000);

/** The model with one of its numbers, of which the plan can come near to it. */
function loosenTo(one: PortfolioModel, id: string, far: number): PortfolioModel {
	// The share is a quotient: as a floor it stands a hair lower.
	if (id === 'budget' || id === 'seats') return { ...one, [id]: far };
	return { ...one, floors: { ...one.floors, [id]: far - 1e-9 } };
}

function loosen(one: PortfolioModel, condition: string): PortfolioModel {
	const { women, rural } = one.floors;
	switch (condition) {
		case 'women':
			return { ...one, floors: rural === undefined ? {} : { rural } };
		case 'rural':
			return { ...one, floors: women === undefined ? {} : { women } };
		case 'cohort':
			return { ...one, offers: one.offers.map((own) => ({ ...own, least: 1 })) };
		case 'courses':
			return { ...one, courses: 99 };
		case 'seats':
			return { ...one, seats: 99 };
		case 'places':
			return { ...one, places: {} };
		default:
			return { ...one, budget: 1e9 };
	}
}

describe('a plan', () => {
	test('says what it costs, whom it reaches, and what stands in the way of more', async () => {
		const offers = [
			offer({ group: 'N', people: 5, women: 1, rural: 0 }),
			offer({ group: 'S', people: 20, women: 0, rural: 1 })
		];
		const plan = await planFor({ offers, budget: 299, floors: { women: 0.5 } });
		expect(plan.choices.map(({ offer: { group }, seats, cost }) => [group, seats, cost])).toEqual([
			...[
				['N', 5, 150],
				['S', 4, 140]
			]
		]);
		expect(plan).toMatchObject({ gain: 9, cost: 290, seats: 9, gap: 0, stopped: false });
		expect(plan.women).toBeCloseTo(5 / 9, 12);
		expect(plan.rural).toBeCloseTo(4 / 9, 12);
		expect(plan.conditions).toEqual([
			{ condition: 'budget', slack: 9, binds: true },
			{ condition: 'seats', slack: 91, binds: false },
			{ condition: 'women', slack: expect.closeTo(0.5, 9) as number, binds: true }
		]);
	});

	test('opens as many cohorts as its learners need', async () => {
		const plan = await planFor({ offers: [offer({ people: 10, least: 3, most: 4 })] });
		expect(plan.choices).toMatchObject([{ seats: 10, cohorts: 3, cost: 400 }]);
	});

	test('keeps to so many courses', async () => {
		const offers = ['a', 'b', 'c'].map((course, i) => offer({ course, gain: 3 - i }));
		const plan = await planFor({ offers, courses: 2 });
		expect(plan.choices.map(({ offer: { course } }) => course)).toEqual(['a', 'b']);
		expect(plan.conditions.at(-1)).toEqual({ condition: 'courses', slack: 0, binds: true });
	});

	test('pays once for a course, wherever and however often it is taught', async () => {
		const offers = [offer({ most: 5 }), offer({ group: 'S', people: 4 })];
		const plan = await planFor({ offers, courseCosts: { a: 70, b: 1 } });
		expect(plan.choices.map(({ cost }) => cost)).toEqual([300, 140]);
		expect(plan.cost).toBe(510);
		const other = offer({ course: 'b', people: 3 });
		const cheap = { offers: [offer(), other], budget: 200, courseCosts: { a: 5000 } };
		expect((await planFor(cheap)).choices).toMatchObject([{ offer: { course: 'b' }, seats: 3 }]);
	});

	test('shares the people of a place between those who teach there', async () => {
		const offers = [
			offer({ provider: 'P', seatCost: 5 }),
			offer({ provider: 'Q' }),
			offer({ provider: 'Q', group: 'S', people: 3 })
		];
		const plan = await planFor({ offers, places: { P: 6, Q: 7 } });
		expect(plan.choices.map(({ seats }) => seats)).toEqual([6, 4, 3]);
		expect(plan.bound).toBe(13);
	});

	test('keeps to the places of each provider', async () => {
		const offers = [offer({ provider: 'P' }), offer({ group: 'S', provider: 'Q' })];
		const plan = await planFor({ offers, places: { P: 6, Q: 20, other: 3 } });
		expect(plan.choices.map(({ seats }) => seats)).toEqual([6, 10]);
		expect(plan.conditions).toContainEqual({ condition: 'places', slack: 0, binds: true });
	});

	test('with more budget gains exactly what solving again says', async () => {
		const one = model({ offers: [offer({ people: 50 })], budget: 200 });
		const plan = await planFor(one);
		const worth = await worthOfBudget({ model: one, plan, step: 25 }, solver, exact);
		expect(plan.gain).toBe(10);
		expect(worth).toMatchObject({ step: 25, least: 2, most: 2, plan: { gain: 12 } });
		const little = await worthOfBudget({ model: one, plan, step: 9 }, solver, exact);
		expect(little).toMatchObject({ least: 0, most: 0 });
	});
});

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
