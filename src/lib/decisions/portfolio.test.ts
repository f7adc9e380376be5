import { describe, expect, test } from 'vitest';
import { randomStream } from '#lib/survey/random.ts';
import {
	solver,
	exact,
	offer,
	model,
	planFor,
	drawModel,
	bruteForce
} from '#tests/support/portfolios.ts';
import type { PortfolioModel } from './portfolio-model.ts';
import { solvePortfolio } from './portfolio.ts';
import { worthOfBudget } from './worth.ts';

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
