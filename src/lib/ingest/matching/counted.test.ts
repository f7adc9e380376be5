import { expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { rows, sexes } from '#tests/support/made-survey.ts';
import { mappingOf, matchProfiles } from '#tests/support/matching.ts';

const counted = [
	column('Academic year', cycle(rows, '2021/22', '2022/23')),
	column('University', cycle(rows, 'University A', 'University B', 'University C')),
	column('Level of study', cycle(rows, 'Bachelor', 'Master')),
	column('Sex', sexes),
	column(
		'Headcount',
		each(rows, (row) => 10 + ((row * 17) % 400))
	)
];

test.each([
	['graduates-by-level.csv', 'graduates'],
	['new-entrants-2022.csv', 'entrants'],
	['enrolment-2022.csv', 'enrolled'],
	['data.csv', 'enrolled']
])('a bare head count of %s is of %s', (fileName, contract) => {
	const { kind, ...matching } = matchProfiles(counted, { fileName });
	expect(kind).toMatchObject({ guess: 'enrolment', unit: 'head-count' });
	expect(mappingOf({ kind, ...matching })).toMatchObject({ [contract]: 'Headcount' });
});

test('a head count that says of whom keeps to that', () => {
	const students = each(rows, (row) => 10 + row * 3);
	const columns = [...counted.slice(0, 4), column('Headcount enrolment', students)];
	expect(mappingOf(matchProfiles(columns, { fileName: 'graduates.csv' }))).toMatchObject({
		enrolled: 'Headcount enrolment'
	});
});
