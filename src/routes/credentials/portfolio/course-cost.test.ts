import { describe, expect, test } from 'vitest';
import type { Provider, ReachKind } from '#lib/contracts/planning.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { costOfCourse } from './course-cost.ts';
import { providersFor } from './providers-for.ts';

const assumptions = {
	amounts: {
		...{ development: 90_000, cohort: 18_000, contact: 300, practical: 20, assessment: 450 },
		...{ transport: 150, lodging: 600, data: 45 }
	},
	...{ contact: 0.25, practical: 0.35, assessed: 0.05, weekly: 20, least: 8, most: 24 }
};

describe('the cost of a course', () => {
	const course = { hours: 200, weeks: 10 };

	test('comes from its hours: 50 taught, 70 in a workshop', () => {
		expect(costOfCourse(course, 'daily', assumptions)).toEqual({
			...{ course: 90_000, cohort: 18_000 + 50 * 300, seat: 70 * 20 + 450, weeks: 7 }
		});
	});

	test('of a block adds travel and lodging for the weeks on site: 130 hours are 7 weeks', () => {
		expect(costOfCourse(course, 'weekly block', assumptions).seat).toBe(1850 + 7 * 750);
	});

	test('of a remote course adds data for its calendar weeks', () => {
		expect(costOfCourse(course, 'remote', assumptions).seat).toBe(1850 + 10 * 45);
	});

	test('opens no week for rounding noise', () => {
		const even = { ...assumptions, contact: 0.1, practical: 0.2, assessed: 0 };
		expect(costOfCourse({ hours: 200, weeks: 3 }, 'daily', even).weeks).toBe(3);
	});
});

describe('the providers of a course, the nearest first', () => {
	const provider = (said: Partial<Provider>): Provider => ({
		...{ id: 'P', label: 'P', kind: 'college', districtGroup: 'N', fields: [], sectors: ['A'] },
		...{ lqf: { from: 3, to: 6 }, modes: ['block'], seatsAYear: 50, gridPower: true },
		...{ status: '', synthetic: false, ...said }
	});
	const candidate = (delivery = 'practical on site', said: Partial<Candidate> = {}) =>
		({
			...{ sector: 'A', level: { low: 4, high: 5 }, needsPower: true },
			skills: [{ skill: { delivery } }],
			...said
		}) as unknown as Candidate;
	const way = (from: string, kind: ReachKind) => ({ from, to: 'N', kind });
	const find = (providers: readonly Provider[], one = candidate()) =>
		providersFor(one, 'N', {
			providers,
			reach: [way('S', 'weekly block'), way('W', 'remote'), way('N', 'daily')]
		});

	test('are those that learners reach daily before one with a block, however large', () => {
		const near = provider({ id: 'near', seatsAYear: 10 });
		const far = provider({ id: 'far', districtGroup: 'S', seatsAYear: 900 });
		expect(find([far, near])).toMatchObject([
			{ provider: { id: 'near' }, kind: 'daily' },
			{ provider: { id: 'far' }, kind: 'weekly block' }
		]);
	});

	test('have most places first of those equally near', () => {
		const few = provider({ id: 'few' });
		const many = provider({ id: 'many', seatsAYear: 80 });
		expect(find([few, many]).map(({ provider: { id } }) => id)).toEqual(['many', 'few']);
	});

	test.each([
		['another sector', { sectors: ['B'] }],
		['another level', { lqf: { from: 6, to: 9 } }],
		['no power for a course that needs it', { gridPower: false }],
		['no mode in which the skill can be taught', { modes: ['remote'] }],
		['a place from which nobody comes', { districtGroup: 'X' }]
	])('has none with %s', (_, said) => {
		expect(find([provider(said)])).toEqual([]);
	});

	test('teach remotely only what can be learned so, in every skill', () => {
		const remote = provider({ districtGroup: 'W', modes: ['remote', 'evening'] });
		expect(find([remote], candidate('remote possible'))).toMatchObject([{ kind: 'remote' }]);
		expect(find([remote], candidate('blended'))).toEqual([]);
	});
});
