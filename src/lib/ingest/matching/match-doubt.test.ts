import { describe, expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { ids, rows, sexes } from '#tests/support/made-survey.ts';
import { mappingOf, matchProfiles } from '#tests/support/matching.ts';

describe('a column is not taken', () => {
	test('for a kind of survey while it is asked whether the file is one', () => {
		const matching = matchProfiles([
			column('Employment status', cycle(rows, 'Employee', 'Looking for work')),
			column('Field of study', cycle(rows, 'Education', 'Services')),
			column('Sex', sexes)
		]);
		expect(matching.asks.map(({ about }) => about)).toContain('kind');
		expect(mappingOf(matching)).toEqual({ sex: 'Sex' });
		expect(matching.asks.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['column:status', 'column:field'])
		);
	});

	test('for a status when yes does not say what work it is, and is asked', () => {
		const matching = matchProfiles([
			column('Respondent code', ids('R')),
			column('Gender', sexes),
			column('Year of graduation', cycle(rows, '2021', '2022', '2023')),
			column(
				'Are you currently working?',
				cycle(rows, 'Yes', 'Yes', 'Yes', 'No, looking for work', 'Further study')
			)
		]);
		expect(matching.kind.guess).toBe('tracer');
		expect(mappingOf(matching)).not.toHaveProperty('status');
		expect(matching.asks.map(({ id }) => id)).toContain('column:status');
	});

	test('for a head count when it says yes or no in numbers', () => {
		const matching = matchProfiles(
			[
				column('University', cycle(rows, 'University A', 'University B')),
				column('Academic year', cycle(rows, '2022', '2023')),
				column('Registered students', cycle(rows, '0', '1'))
			],
			{ kind: 'enrolment' }
		);
		expect(mappingOf(matching)).not.toHaveProperty('enrolled');
	});

	test('for a skill when it tells what somebody is content with now', () => {
		const content = cycle(rows, 'Disagree', 'Neutral', 'Agree', 'Strongly agree');
		const matching = matchProfiles([
			column('Response ID', ids('R')),
			column('Here and now, I feel satisfied [with my family life]', content),
			column('Here and now, I feel satisfied [with my job]', content),
			column('Here and now, I feel satisfied [with my education]', content)
		]);
		expect(matching.wide).toBeUndefined();
		expect(matching.kind.guess).toBe('other');
	});

	test('as a weight of a sample where weighed things are told, and is one where clusters are', () => {
		const weights = each(rows, (row) => (0.2 + (row % 30) / 7).toFixed(4));
		expect(mappingOf(matchProfiles([column('weight', weights)]))).toEqual({});
		const sample = [
			column('psu', cycle(rows, '1', '2', '3')),
			column('stratum', cycle(rows, 'A', 'B')),
			column('weight', weights)
		];
		expect(mappingOf(matchProfiles(sample))).toMatchObject({ weight: 'weight', cluster: 'psu' });
	});
});

test('job titles in the words of people are the occupation, and their codes are asked', () => {
	const titles = Array.from(
		{ length: 15 },
		(_, row) => `Senior ${'abcdefghijklmno'[row] ?? ''}-er`
	);
	const matching = matchProfiles([
		column('Year of graduation', cycle(rows, '2019', '2020')),
		column('Employment status', cycle(rows, 'Employee', 'Self-employed', 'Looking for work')),
		column('Job title', cycle(rows, ...titles))
	]);
	expect(mappingOf(matching)).toMatchObject({ occupation: 'Job title' });
	expect(matching.asks.map(({ id }) => id)).toContain('values:occupation');
});

test('letters within a name that is no word tell a weight', () => {
	const matching = matchProfiles([
		column('SDMVPSU', cycle(rows, '1', '2', '3')),
		column(
			'PUFPWGTFIN',
			each(rows, (row) => 200.5 + row * 3)
		)
	]);
	expect(mappingOf(matching)).toMatchObject({ weight: 'PUFPWGTFIN' });
});

test('codes of a status are asked by the list of the survey that the file is', () => {
	const matching = matchProfiles([
		column('PERSONID', ids('P')),
		column(
			'Age',
			each(rows, (row) => 15 + row)
		),
		column('Status', cycle(rows, '1', '2', '3')),
		column(
			'Hours worked per week',
			each(rows, (row) => 20 + (row % 30))
		),
		column('Looking for work', cycle(rows, 'Yes', 'No')),
		column('Available for work', cycle(rows, 'Yes', 'No'))
	]);
	expect(matching.kind.guess).toBe('labour-force');
	const ask = matching.asks.find(({ id }) => id === 'values:status');
	expect(ask?.options.map(({ value }) => value)).toContain('unemployed');
});

test('numbers of many people are no code of one', () => {
	const matching = matchProfiles([
		column('caseid', ids('E')),
		column('Sector', cycle(rows, 'Mining', 'Education', 'Construction')),
		column(
			'a6_perm_workers',
			each(rows, (row) => 3 + ((row * 7) % 50))
		),
		column(
			'b1_vacancies',
			each(rows, (row) => row % 8)
		),
		...['computer', 'literacy', 'numeracy'].map((skill) =>
			column(`c1_importance_${skill}`, cycle(rows, '1', '2', '3', '4', '5'))
		)
	]);
	expect(matching.kind).toMatchObject({ guess: 'audit', unit: 'establishment' });
	expect(mappingOf(matching)).not.toHaveProperty('worker');
});

test('names in a column that says so are personal, few or foreign as they are', () => {
	const names = cycle(rows, 'Palesa Mokoena', 'Thabo Letsie', '');
	const { personal } = matchProfiles([
		column('1. Name (Optional)', names),
		column('nom_compte', names),
		column('Name of centre', cycle(rows, 'Senqu Centre', 'Thaba Centre'))
	]);
	expect(personal.map(({ column: found }) => found)).toEqual(['1. Name (Optional)', 'nom_compte']);
	const register = matchProfiles([column('Prénom(s)', cycle(rows, 'Afi', 'Kossi'))]);
	expect(register.personal).toEqual([{ column: 'Prénom(s)', looksLike: 'name' }]);
});

test('the name of a workplace tells it better than the number of an answer', () => {
	const matching = matchProfiles([
		column(
			'ID',
			each(rows, (row) => row + 1)
		),
		column('Name of your organisation', ids('Firm ')),
		column(
			'How many people does your organisation employ in total?',
			each(rows, (row) => 10 + row * 3)
		),
		column(
			'How many positions are vacant at present?',
			each(rows, (row) => row % 7)
		)
	]);
	expect(mappingOf(matching)).toMatchObject({ establishment: 'Name of your organisation' });
});

describe('the status of a labour force survey', () => {
	const person = [
		column('HHNO', cycle(rows, '1', '2', '3')),
		column(
			'AGE',
			each(rows, (row) => 15 + row)
		),
		column(
			'HOURS',
			each(rows, (row) => 20 + (row % 30))
		),
		column('WORKED', cycle(rows, '1', '2'))
	];

	test('is that in employment where its cells say how people are employed', () => {
		const kinds = cycle(rows, 'Employee', 'Own-account worker', 'Contributing family worker');
		const matching = matchProfiles([...person, column('s3_status', kinds)], {
			kind: 'labour-force'
		});
		expect(mappingOf(matching)).toMatchObject({ employment_status: 's3_status' });
		expect(mappingOf(matching)).not.toHaveProperty('status');
	});

	test('is asked where its codes have no labels and it may be either', () => {
		const codes = cycle(rows, '1', '2', '3', '4');
		const matching = matchProfiles([...person, column('STATUS_EMP', codes)], {
			kind: 'labour-force'
		});
		expect(mappingOf(matching)).not.toHaveProperty('status');
		expect(mappingOf(matching)).not.toHaveProperty('employment_status');
	});
});
