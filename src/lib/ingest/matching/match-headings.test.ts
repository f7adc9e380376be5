import { expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { ids, rows, sexes } from '#tests/support/made-survey.ts';
import { mappingOf, matchProfiles } from '#tests/support/matching.ts';

const years = cycle(rows, '2019', '2020', '2021');
const statuses = cycle(rows, 'Employee', 'Self-employed', 'Looking for work');
const pay = each(rows, (row) => 2100 + row * 37);

test('the number of a section above a heading explains no code', () => {
	const matching = matchProfiles([
		column('serial', ids('G')),
		column('Section 1: You / sex', sexes),
		column('Section 2: Your studies / year completed', years),
		column('Section 3: Work / status', statuses),
		column('Section 3: Work / pay', pay)
	]);
	expect(matching.kind).toMatchObject({ guess: 'tracer' });
	expect(mappingOf(matching)).toMatchObject({
		sex: 'Section 1: You / sex',
		cohort: 'Section 2: Your studies / year completed',
		status: 'Section 3: Work / status',
		pay: 'Section 3: Work / pay'
	});
});

test('a variable named after its place is what its label says', () => {
	const matching = matchProfiles([
		column('v001', ids('G'), { label: 'Respondent number' }),
		column('v010', years, { label: 'Year of graduation' }),
		column('v020', statuses, { label: 'Employment status' }),
		column(
			'v021',
			each(rows, (row) => row % 15),
			{ label: 'Months from graduation until first job' }
		)
	]);
	expect(mappingOf(matching)).toMatchObject({ months_to_first_job: 'v021' });
	expect(matching.design.value.cluster).toBeUndefined();
});

test('a question number run together with its words is left out', () => {
	const matching = matchProfiles([
		column('PERSONID', ids('P')),
		column('Q13GENDER', sexes),
		column('Q20LFSTATUS', cycle(rows, 'Employed', 'Unemployed', 'Outside the labour force')),
		column(
			'Q14AGE',
			each(rows, (row) => (row * 7) % 86)
		),
		column(
			'HRSWRK',
			each(rows, (row) => 20 + (row % 30))
		)
	]);
	expect(matching.kind).toMatchObject({ guess: 'labour-force' });
	expect(mappingOf(matching)).toMatchObject({ sex: 'Q13GENDER', age: 'Q14AGE' });
});

test('a number that repeats within households is no code of a respondent', () => {
	const matching = matchProfiles([
		column(
			'PERSONNO',
			each(rows, (row) => 1 + (row % 4))
		),
		column('Sex', sexes),
		column('Year graduated', years),
		column('Employment status', statuses)
	]);
	expect(mappingOf(matching)).not.toHaveProperty('respondent');
});

test('a population group is no population from which a stratum was drawn', () => {
	const matching = matchProfiles([
		column('Establishment ID', ids('E')),
		column('Stratum', cycle(rows, 'A', 'B', 'C')),
		column('Population', cycle(rows, '1', '2', '3')),
		column(
			'Number of employees',
			each(rows, (row) => 3 + row * 4)
		),
		column(
			'Vacancies',
			each(rows, (row) => row % 9)
		)
	]);
	expect(matching.design.value).toMatchObject({ stratum: ['Stratum'] });
	expect(matching.design.value.fpc).toBeUndefined();
});

test('the line of business is a sector, not a field of study', () => {
	const matching = matchProfiles([
		column('Year graduated', years),
		column('Employment status', statuses),
		column(
			'12. Major line of business of the company',
			cycle(rows, 'Mining and Quarrying', 'Manufacturing', 'Construction')
		)
	]);
	const { sector, field } = mappingOf(matching);
	expect(sector).toContain('line of business');
	expect(field).toBeUndefined();
});

test('institutions are told by what their names say', () => {
	const matching = matchProfiles([
		column('Adm No', ids('A')),
		column('Gender', sexes),
		column('Centre', cycle(rows, 'Thaba Polytechnic', 'Senqu College of Nursing')),
		column('Award', cycle(rows, 'Diploma', "Bachelor's degree")),
		column('Intake year', years)
	]);
	expect(matching.kind).toMatchObject({ guess: 'enrolment', unit: 'student' });
	expect(mappingOf(matching)).toMatchObject({ institution: 'Centre' });
});

test('forms in French, Spanish and Portuguese are read by their headings', () => {
	const forms = [
		['Sexe', "Année d'obtention", 'Situation professionnelle', 'Salaire mensuel'],
		['Sexo', 'Año de egreso', 'Situación laboral', 'Salario mensual'],
		['identificacao/sexo', 'formacao/ano_conclusao', 'emprego/situacao_atual', 'Renda mensal']
	];
	for (const [sex = '', cohort = '', status = '', wage = ''] of forms) {
		const matching = matchProfiles([
			column(sex, cycle(rows, 'M', 'F')),
			column(cohort, years),
			column(status, statuses),
			column(wage, pay)
		]);
		expect(matching.kind.guess).toBe('tracer');
		expect(mappingOf(matching)).toMatchObject({ sex, cohort, status, pay: wage });
	}
});

test('ticks below a question are no levels of skills, and the number of an answer is no worker', () => {
	const ticks = cycle(rows, '0', '1', '1');
	const matching = matchProfiles([
		column('_id', ids('4')),
		column('work/skills/leadership', ticks),
		column('work/skills/computing', ticks),
		column('work/skills/communication', ticks)
	]);
	expect(matching.wide).toBeUndefined();
	expect(mappingOf(matching)).not.toHaveProperty('worker');
});
