import { describe, expect, test } from 'vitest';
import { tinyCandidate, tinyCandidateSkill } from '#tests/support/tiny-candidate.ts';
import { taught } from './brief-teaching.ts';
import { draftBrief } from './brief.ts';
import { durationFor, feasible } from './schedule.ts';

const { volume } = draftBrief(tinyCandidate());

describe('the rhythm of a course', () => {
	test.each([
		['evening', 6, 'evening'],
		['evening', 15, 'evening'],
		['evening', 20, 'evening-weekend'],
		['evening', 40, 'full-time'],
		['weekend', 10, 'weekend'],
		['own-time', 40, 'full-time'],
		['block', 40, 'block'],
		['at-work', 40, 'at-work']
	] as const)('chosen as %s, %i hours a week, is %s', (schedule, weekly, is) => {
		expect(feasible({ schedule, weekly })).toEqual({ schedule: is, weekly });
	});

	test.each([
		[6, 10],
		[8, 8],
		[20, 3],
		[40, 2]
	])('of 60 hours, %i a week, takes %i weeks', (weekly, weeks) => {
		expect(durationFor(volume, { schedule: 'block', weekly })).toEqual({
			...{ weeks, schedule: 'block' }
		});
	});
});

describe('how a provider teaches', () => {
	test('shapes duration, mode, and the words on travel and data', () => {
		const { duration, mode } = taught(draftBrief(tinyCandidate()), {
			...{ schedule: 'own-time', weekly: 4, mode: 'online' }
		});
		expect(duration).toEqual({ schedule: 'own-time', weeks: 15 });
		expect(mode.mode).toBe('online');
		expect(mode.data).toContain('online');
		expect(mode.terrain).toContain('Nobody has to travel');
	});

	test('leaves words on data that fit already: they may name sources', () => {
		const skills = [tinyCandidateSkill({ delivery: 'blended' })];
		const draft = draftBrief(tinyCandidate({ skills }));
		const said = { ...draft, mode: { ...draft.mode, data: 'Half have no phone (source).' } };
		const { mode } = taught(said, { schedule: 'weekend', weekly: 6, mode: 'hybrid' });
		expect(mode.data).toBe('Half have no phone (source).');
	});

	test('is taught in the evening where a candidate says so', () => {
		const draft = draftBrief(tinyCandidate({ schedule: 'evening' }));
		expect(draft.duration.schedule).toBe('evening');
		expect(draft.mode.terrain).toMatch(/^Evenings/);
	});
});
