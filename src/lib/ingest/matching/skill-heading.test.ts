import { expect, test } from 'vitest';
import { cycle, madeProfile } from '#tests/support/made-profile.ts';
import { dataContext, matchProfiles } from '#tests/support/matching.ts';
import { partOf, segments } from './skill-heading.ts';
import { makeTools } from './tools.ts';
import { findWideSkills } from './wide.ts';

const tools = makeTools(dataContext, [], 60);
const points = cycle(60, '1', '2', '3', '4', '5');

test.each([
	['Welding - required', 'Welding', 'proficiency_required'],
	['Welding (Required level)', 'Welding', 'proficiency_required'],
	['req_welding', 'welding', 'proficiency_required'],
	['Problem solving [Importance]', 'Problem solving', 'importance'],
	['How good is the worker at: Safety at work', 'Safety at work', 'proficiency_attained'],
	['SK-MIN-01_att', 'SK MIN 01', 'proficiency_attained'],
	['Required / Job planning', 'Job planning', 'proficiency_required'],
	['Teamwork', 'Teamwork', undefined]
])('%s is about %s', (heading, skill, holds) => {
	expect(partOf(segments(heading), 0, tools)).toEqual({ skill, holds });
});

function wide(...headings: readonly string[]) {
	const columns = headings.map((heading) => {
		const profile = madeProfile(heading, points);
		return { profile, naming: tools.namer.naming(profile.column), judged: new Map() };
	});
	return findWideSkills(columns, tools);
}

test('skills of the catalogue are told by label, by other words and by code; others keep their own', () => {
	const found = wide(
		'Use spreadsheets - required',
		'computer literacy - required',
		'SK-TEX-05 - required',
		'Beadwork - required'
	);
	expect(found?.columns.map(({ skill }) => skill)).toEqual([
		'SK-XCT-02',
		'SK-XCT-01',
		'SK-TEX-05',
		'Beadwork'
	]);
	expect(found?.said).toBe(true);
});

test('a battery under one heading is one of skills only if it says so', () => {
	expect(wide('Skills [Beadwork]', 'Skills [Weaving]', 'Skills [Dyeing]')).toMatchObject({
		said: false
	});
	expect(
		wide('Satisfied with [Pay]', 'Satisfied with [Hours]', 'Satisfied with [Boss]')
	).toBeUndefined();
});

test('what skills hold is asked where no heading says it', () => {
	const { wide: found, asks } = matchProfiles([
		madeProfile(
			'worker',
			Array.from({ length: 60 }, (_, row) => `W${row}`)
		),
		...['Beadwork', 'Weaving', 'Dyeing'].map((skill) => madeProfile(`Skills [${skill}]`, points))
	]);
	expect(found?.columns).toHaveLength(3);
	expect(asks.map(({ id }) => id)).toContain('wide');
});
