import { expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { matchProfiles } from '#tests/support/matching.ts';

const districts = ['Maseru', 'Berea', 'Leribe', 'Mafeteng', 'Quthing', 'Mokhotlong'];
const crossed = 2 * districts.length;
const counts = (factor: number) => each(crossed, (row) => 5 + ((row * factor) % 40));

test('counts of which each combination of two groups has one are a table, no survey of workplaces', () => {
	const { kind, matches } = matchProfiles(
		[
			column(
				'District',
				each(crossed, (row) => districts[Math.floor(row / 2)] ?? '')
			),
			column('Industry', cycle(crossed, 'Mining', 'Textiles')),
			column('Establishments', counts(7)),
			column('Employees', counts(1317)),
			column('Vacancies', counts(3)),
			column(
				'Vacancy rate',
				each(crossed, (row) => `${(row % 5) + 0.4}%`)
			)
		],
		{ above: ['Establishments and employees by district and industry, 2023'] }
	);
	expect(kind).toMatchObject({ guess: 'other', unit: 'aggregate' });
	expect(matches).toEqual([]);
});

test('the title of a table speaks of a labour force survey and is none', () => {
	const numbers = (factor: number) => each(districts.length, (row) => 9000 + row * factor);
	const { kind } = matchProfiles(
		[
			column('District', districts),
			column('Employed', numbers(311)),
			column('Unemployed', numbers(97)),
			column('Outside labour force', numbers(177)),
			column('Working-age population', numbers(613))
		],
		{ above: ['Table 3.1 Working-age population by labour force status and district'] }
	);
	expect(kind).toMatchObject({ guess: 'other', unit: 'aggregate' });
});

test('figures with a margin of error are estimates', () => {
	const { kind } = matchProfiles([
		column('Title', cycle(20, 'Chief executives', 'Drill operators')),
		column('Element name', cycle(20, 'Reading', 'Writing', 'Repairing')),
		column(
			'Data value',
			each(20, (row) => 1 + (row % 7) * 0.37)
		),
		column('Standard error', cycle(20, '0.13', '0.21')),
		column(
			'Lower CI bound',
			each(20, (row) => 0.8 + (row % 7) * 0.37)
		)
	]);
	expect(kind).toMatchObject({ guess: 'other', unit: 'aggregate' });
});
