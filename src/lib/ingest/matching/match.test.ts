import { describe, expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { ids, levels, rows, sexes, tracer, weights } from '#tests/support/made-survey.ts';
import { mappingOf, matchProfiles } from '#tests/support/matching.ts';

describe('what a file is', () => {
	test('a follow-up survey of graduates', () => {
		const { kind } = matchProfiles(tracer);
		expect(kind).toMatchObject({ guess: 'tracer', unit: 'graduate' });
		expect(kind.confidence).toBeGreaterThan(0.9);
	});

	test('a skills audit by its columns of skills, made long', () => {
		const matching = matchProfiles([
			column('worker', ids('W')),
			column('sex', sexes),
			column('Welding - required', levels),
			column('Welding - attained', levels),
			column('Use spreadsheets - required', levels),
			column('Use spreadsheets - attained', levels)
		]);
		expect(matching.kind).toMatchObject({ guess: 'audit', unit: 'worker' });
		expect(matching.wide?.columns).toContainEqual({
			column: 'Use spreadsheets - attained',
			skill: 'SK-XCT-02',
			holds: 'proficiency_attained'
		});
		expect(matching.wide?.columns.filter(({ skill }) => skill === 'Welding')).toHaveLength(2);
	});

	test('a published table is no survey of people', () => {
		const { kind, matches } = matchProfiles(
			[
				column('ref_area.label', cycle(rows, 'Lesotho', 'Eswatini')),
				column('sex.label', cycle(rows, 'Total', 'Male', 'Female')),
				column(
					'time',
					each(rows, (row) => 2010 + (row % 10))
				),
				column(
					'obs_value',
					each(rows, (row) => (row * 7.3) % 40)
				)
			],
			{ fileName: 'unemployment-rate.csv' }
		);
		expect(kind).toMatchObject({ guess: 'other', unit: 'aggregate' });
		expect(matches).toEqual([]);
	});

	test('head counts are enrolment, and so are students one by one', () => {
		const shared = [
			column('Institution', cycle(rows, 'A', 'B')),
			column('Academic year', cycle(rows, '2022/23', '2023/24')),
			column('Sex', sexes)
		];
		const counts = matchProfiles([
			...shared,
			column(
				'Students enrolled',
				each(rows, (row) => row * 11)
			)
		]);
		expect(counts.kind).toMatchObject({ guess: 'enrolment', unit: 'head-count' });
		const students = matchProfiles([
			...shared,
			column('Student ID', ids('20')),
			column('Year of study', cycle(rows, '1', '2', '3')),
			column('Mode of study', cycle(rows, 'Full-time', 'Part-time'))
		]);
		expect(students.kind).toMatchObject({ guess: 'enrolment', unit: 'student' });
	});

	test('the person knows better', () => {
		const { kind, asks } = matchProfiles(tracer, { kind: 'other' });
		expect(kind).toMatchObject({ guess: 'other', confidence: 1 });
		expect(asks.some(({ about }) => about === 'kind')).toBe(false);
	});
});

describe('columns', () => {
	test('are found by question, name and content', () => {
		expect(mappingOf(matchProfiles(tracer))).toEqual({
			respondent: 'Respondent ID',
			sex: 'Q1. Gender',
			cohort: 'Q2. In what year did you graduate?',
			status: 'Q3. Current employment status',
			months_to_first_job: 'Q4. Months to first job',
			pay: 'Q5. Gross monthly salary',
			weight: 'Final weight'
		});
	});

	test('amounts with a currency are mapped to numbers', () => {
		const pay = matchProfiles(tracer).matches.find(({ contract }) => contract === 'pay');
		expect(pay?.values['M 2,100']).toBe('2100');
	});

	test.each([
		['Gender', cycle(rows, 'Full-time', 'Part-time', 'Contract')],
		['Age', each(rows, (row) => 9000 + row * 31)],
		['weight', each(rows, (row) => 48 + ((row * 7) % 50))],
		['Field', cycle(rows, 'North field', 'River field')]
	])('%s is not taken for what its cells are not', (heading, cells) => {
		const { matches } = matchProfiles([
			...tracer.slice(0, 1),
			...tracer.slice(2, 6),
			column(heading, cells)
		]);
		expect(matches.flatMap(({ columns }) => columns)).not.toContain(heading);
	});

	test('of somebody else are left alone', () => {
		const { matches } = matchProfiles([
			...tracer,
			column("Father's education", cycle(rows, 'Primary', 'Diploma')),
			column('Interviewer sex', sexes)
		]);
		const taken = matches.flatMap(({ columns }) => columns);
		expect(taken).not.toContain("Father's education");
		expect(taken).not.toContain('Interviewer sex');
	});

	test('that fit as well as each other are asked', () => {
		const { matches, asks } = matchProfiles([
			...tracer.slice(0, 6),
			column('weight 1', weights),
			column('weight 2', weights)
		]);
		expect(matches.some(({ contract }) => contract === 'weight')).toBe(false);
		const ask = asks.find(({ id }) => id === 'column:weight');
		expect(ask).toMatchObject({ about: 'design', contract: 'weight' });
		expect(ask?.options.map(({ value }) => value).sort()).toEqual(['', 'weight 1', 'weight 2']);
	});

	test('matched by name keep codes without labels for a question', () => {
		const coded = tracer.map((profile) =>
			profile.column.heading === 'Q1. Gender' ? column('gender', cycle(rows, '1', '2')) : profile
		);
		const { matches, asks } = matchProfiles(coded);
		const sex = matches.find(({ contract }) => contract === 'sex');
		expect(sex).toMatchObject({ columns: ['gender'], values: {} });
		expect(asks.find(({ id }) => id === 'values:sex')?.options.map(({ value }) => value)).toEqual([
			'F',
			'M',
			''
		]);
	});

	test('that nothing is known of take no name of a property of objects', () => {
		const { matches } = matchProfiles([
			...tracer,
			column('__proto__', ids('a')),
			column('constructor', ids('b'))
		]);
		expect(mappingOf({ ...matchProfiles(tracer), matches })).toEqual(
			mappingOf(matchProfiles(tracer))
		);
	});
});
