import { expect, test } from 'vitest';
import { each, madeProfile as column } from '#tests/support/made-profile.ts';
import { matchProfiles } from '#tests/support/matching.ts';
import { isPeriod } from './periods.ts';

test.each([
	'2021',
	'2018/19',
	'YR2020',
	'2020 [YR2020]',
	'2021 Q3',
	'May 2018',
	'Jan-23',
	'2023-04'
])('%s is a period', (text) => {
	expect(isPeriod(text)).toBe(true);
});

test.each(['', '203', '200.1', '1950000', 'Marital status', 'Q7', '12/05'])(
	'%j is no period',
	(text) => {
		expect(isPeriod(text)).toBe(false);
	}
);

test('periods with a figure each are a series, whatever survey they are from', () => {
	const months = each(
		24,
		(row) => `${2020 + Math.floor(row / 12)}-${String(1 + (row % 12)).padStart(2, '0')}`
	);
	const { kind } = matchProfiles(
		[
			column('Title', months),
			column(
				'LFS: Unemployment rate: All: Aged 16 and over',
				each(24, (row) => 4 + (row % 9) / 7)
			)
		],
		{ fileName: 'labour-force-survey.csv' }
	);
	expect(kind).toMatchObject({ guess: 'other', unit: 'aggregate' });
});
