import { describe, expect, test } from 'vitest';
import type { Planning, Provider } from '#lib/contracts/planning.ts';
import { modeIds, teachingQuery } from '../../providers/teaching-modes.ts';
import { scheduleOf } from './brief-schedule.ts';
import { readTeaching, teachingSentence } from './chosen-teaching.ts';

function provider(said: Partial<Provider>): Provider {
	return {
		...{ id: 'P', label: 'P', kind: 'college', districtGroup: 'N', fields: [], sectors: ['A'] },
		...{ lqf: { from: 1, to: 10 }, modes: ['evening'], seatsAYear: 20, gridPower: true },
		...{ status: '', synthetic: true, ...said }
	};
}

describe('a schedule from the evidence', () => {
	const planning = (
		...providers: Provider[]
	): Pick<Planning, 'providers' | 'reach' | 'courses'> => ({
		providers,
		courses: [],
		reach: [
			{ from: 'N', to: 'N', kind: 'daily' },
			{ from: 'S', to: 'S', kind: 'daily' },
			{ from: 'N', to: 'S', kind: 'weekly block' }
		]
	});
	const course = { sector: 'A', level: { low: 3, high: 4 } };

	test('is the evening where everybody short can come to a provider every day', () => {
		expect(scheduleOf(course, ['N'], planning(provider({})))).toBe('evening');
		const both = planning(provider({}), provider({ id: 'Q', districtGroup: 'S' }));
		expect(scheduleOf(course, ['N', 'S'], both)).toBe('evening');
	});

	test.each([
		['some live far away', ['N', 'S'], {}],
		['nobody is known to be short', [], {}],
		['the provider teaches in blocks', ['N'], { modes: ['block'] }],
		['the provider serves another sector', ['N'], { sectors: ['B'] }],
		['the provider teaches other levels', ['N'], { lqf: { from: 6, to: 9 } }]
	] as const)('is blocks where %s', (_, places, said) => {
		expect(scheduleOf(course, places, planning(provider(said)))).toBe('block');
	});
});

describe('a choice in the address', () => {
	test.each(modeIds)('of %s comes back as it went', (mode) => {
		const { teaching, rest } = readTeaching(`${teachingQuery(mode, 6)}&sex=F`);
		expect(teaching?.weekly).toBe(6);
		expect(rest).toBe('sex=F');
	});

	test.each(['', '?mode=evening', '?weekly=6', '?mode=boat&weekly=6', '?mode=evening&weekly=1e9'])(
		'that is not whole is none: %s',
		(search) => {
			expect(readTeaching(search).teaching).toBeUndefined();
			expect(readTeaching(search).rest).toBe(search.slice(1));
		}
	);

	test('is told with the items that it went into', () => {
		expect(teachingSentence(['duration', 'mode'])).toMatch(/^Items 8 and 9 follow/);
		expect(teachingSentence(['duration'])).toMatch(/^Item 8 follows/);
		expect(teachingSentence([])).toContain('not taken');
	});
});
