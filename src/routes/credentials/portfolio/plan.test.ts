import { describe, expect, test } from 'vitest';
import { tableCsv, type TableCell } from '#lib/charts/chart-table.ts';
import { solvePortfolio } from '#lib/decisions/portfolio.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { teller, solver, exact, order, planned, told } from '#tests/support/plans.ts';
import type { Goal } from './fields.ts';
import { modelOf } from './plan-model.ts';

describe('a plan of the page', () => {
	test('names in its title what it costs, whom it trains and what binds', async () => {
		const { figure, bars } = await told();
		const { result } = await planned({});
		if ('code' in result || result.status === 'none') throw new Error('no plan');
		expect(figure.finding).toContain(`trains ${result.seats} people`);
		for (const { condition, binds } of result.conditions) {
			expect(figure.finding.includes(words.conditions[condition])).toBe(binds);
		}
		const bound = bars.filter(({ binds }) => binds).map(({ id }) => words.conditions[id]);
		expect(bound.length).toBeGreaterThan(0);
		expect(bound.filter((name) => !figure.finding.includes(name))).toEqual([]);
	});

	test('says beside every figure that data are synthetic and costs assumed', async () => {
		const { notice } = teller.catalogue.site;
		const { figure } = await told();
		expect(figure.source).toContain(notice);
		expect(figure.source).toContain('assumptions of this site');
		const changed = await told({ texts: { 'cost-lodging': '500' } });
		expect(changed.figure.source).toContain('changed by the reader');
		expect(changed.figure.computed.method).toContain('Lodging in a weekly block 500');
		const rewritten = await told({ texts: { 'cost-lodging': 'M 600' } });
		expect(rewritten.figure.source).toBe(figure.source);
	});

	test('adds up: seats and costs by course and group are those of the whole', async () => {
		const { seats } = await told();
		const rows = seats?.rows.map(({ cells }) => cells.slice(1).map(rawOf)) ?? [];
		const whole = rows.pop() ?? [];
		expect(rows.length).toBeGreaterThan(1);
		whole.forEach((total, at) => {
			expect(rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)).toBeCloseTo(total ?? NaN, 6);
		});
		for (const row of [...rows, whole]) {
			const groups = row.slice(2).reduce<number>((sum, value) => sum + (value ?? 0), 0);
			expect(groups).toBe(row[0]);
		}
	});

	test('can be worked out again from its file', async () => {
		const { figure } = await told();
		const rows = readCsv(tableCsv(figure.table, [])).map((row) => ({
			...{ course: row.course ?? '', group: row.district_group ?? '' },
			...{ provider: row.provider ?? '', n: (id: string) => Number(row[id]) }
		}));
		const { asked, result } = await planned({});
		if ('code' in result || result.status === 'none') throw new Error('no plan');
		const model = modelOf(asked.offers, asked.settings);
		const again = await solvePortfolio(
			{
				...{ budget: model.budget, seats: model.seats, floors: model.floors },
				offers: rows.map((row) => ({
					...{ course: row.course, group: row.group },
					...{ provider: row.provider, people: row.n('people_short') },
					...{
						gain: row.n('gain'),
						cohortCost: row.n('cohort_cost'),
						seatCost: row.n('seat_cost')
					},
					...{ women: row.n('women'), rural: row.n('rural') },
					...{ least: row.n('least'), most: row.n('most') }
				})),
				courseCosts: Object.fromEntries(rows.map((row) => [row.course, row.n('course_cost')])),
				places: Object.fromEntries(rows.map((row) => [row.provider, row.n('provider_places')]))
			},
			solver,
			exact
		);
		expect(again).toMatchObject({ gain: expect.closeTo(result.gain, 6) as number });
		const total = rows.reduce((sum, row) => sum + row.n('seats'), 0);
		expect(total).toBe(result.seats);
		const once = new Map(
			rows.filter((row) => row.n('seats') > 0).map((row) => [row.course, row.n('course_cost')])
		);
		const cost = rows.reduce((sum, row) => sum + row.n('cost'), 0);
		expect(cost + [...once.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(
			result.cost,
			4
		);
	});

	test('sends learners to the next provider where the nearest is full', async () => {
		const texts = { seats: '5000', budget: '100,000,000', women: '0', rural: '0' };
		const { asked, result } = await planned({ texts, courses: order });
		if ('code' in result || result.status === 'none') throw new Error('no plan');
		const shared = new Map<string, Set<string>>();
		const people = new Map<string, number>();
		for (const { offer, seats } of result.choices) {
			const key = `${offer.course} ${offer.group}`;
			shared.set(key, (shared.get(key) ?? new Set()).add(offer.provider ?? ''));
			people.set(key, (people.get(key) ?? 0) + seats);
			expect(people.get(key)).toBeLessThanOrEqual(offer.people);
		}
		expect(Math.max(...[...shared.values()].map(({ size }) => size))).toBeGreaterThan(1);
		for (const [provider, places] of Object.entries(asked.offers.places)) {
			const own = result.choices.filter(({ offer }) => offer.provider === provider);
			expect(own.reduce((sum, { seats }) => sum + seats, 0)).toBeLessThanOrEqual(places);
		}
	});

	test('rests on no unreliable count, and says what it leaves out', async () => {
		const { asked } = await planned({ courses: order });
		const { offers, left } = asked.offers;
		expect(offers.filter(({ short }) => !/^(ok|low-n|imprecise)$/.test(short.quality))).toEqual([]);
		expect(offers.filter(({ short }) => !((short.low ?? 0) > 0))).toEqual([]);
		expect(left.map(({ reason }) => reason)).toEqual(
			expect.arrayContaining(['few-answers', 'not-clear'])
		);
		const { left: said, wider } = await told({ courses: order });
		expect(said).toHaveLength(left.length);
		expect(said.filter((one) => /undefined|null|NaN/.test(one))).toEqual([]);
		expect(offers.some((offer) => offer.wider)).toBe(wider !== '');
	});

	test('trains more people where people are what counts, of whatever course', async () => {
		const seats = async (goal: Goal) => {
			const { result } = await planned({ goal, texts: { seats: '2000' }, relativeGap: 0.01 });
			return 'code' in result || result.status === 'none' ? NaN : result.seats;
		};
		// Each is known to 1%.
		expect(await seats('people')).toBeGreaterThanOrEqual(0.99 * (await seats('levels')));
	});

	test('prices a step of budget first, and every limit that binds', async () => {
		const { worths } = await told({
			...{ texts: { budget: '1,000,000' }, priced: true, relativeGap: 0.01 }
		});
		expect(worths[0]).toMatch(/^M 20,000 more would (gain|bring) /);
		expect(worths.join(' ')).not.toMatch(/NaN|undefined|-\d/);
	});

	test('takes the share of one gender as given where only it is shown', async () => {
		const view = { filters: { sex: ['F'] }, choices: {} };
		const { asked } = await planned({ view });
		expect(new Set(asked.offers.offers.map(({ women }) => women))).toEqual(new Set([1]));
	});
});

describe('where nothing can be planned the page says what to loosen', () => {
	test.each([
		['a budget that opens nothing', { budget: '1000' }, /Loosen the budget/],
		['floors that cannot be met', { women: '100%', rural: '100%' }, /these two together are/],
		[
			'everything at once',
			{ budget: '0', seats: '0', women: '100%', rural: '100%' },
			/these together are: the floor for women, the floor for rural learners, the number of seats and the budget\./
		],
		['one floor that cannot be met', { women: '99' }, /Loosen the floor for women/],
		['no seats', { seats: '0' }, /Loosen the number of seats/],
		['cohorts that never fill', { least: '100000', most: '100000' }, /fewer people short/]
	])('%s', async (_, texts, expected) => {
		const { figure, seats, left } = await told({ texts });
		expect(figure.absence?.sentence).toContain('What you entered is kept');
		expect([figure.absence?.sentence, ...left].join(' ')).toMatch(expected);
		expect(seats).toBeUndefined();
	});

	test.each([
		['rural', /rural learners \((\d+(?:\.\d)?%) can be met\)/],
		['budget', /the budget \(M ([\d,]+) or more\)/],
		['seats', /number of seats \((\d+) or more\)/]
	] as const)('and how far: the %s that it names gives a plan', async (id, pattern) => {
		const wrong = { rural: '97%', budget: '1000', seats: '0' }[id];
		const { figure, easings } = await told({ texts: { [id]: wrong } });
		const far = pattern.exec(figure.absence?.sentence ?? '')?.[1] ?? '';
		expect(far).not.toBe('');
		expect(easings).toMatchObject([{ id, text: far }]);
		expect((await told({ texts: { [id]: far } })).figure.absence).toBeUndefined();
	});

	test('no course is ticked', async () => {
		const { figure } = await told({ courses: [] });
		expect(figure.absence?.title).toBe(words.noTickTitle);
	});
});

function rawOf(cell: TableCell): number | null {
	return typeof cell === 'object' && cell !== null ? (cell.raw ?? null) : null;
}
