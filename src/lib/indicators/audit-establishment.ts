import type { Indicator } from './declaration.ts';

const staff = 'staff of establishments of the frame';
const vacancies = 'vacancies of establishments of the frame';
const establishments = 'establishments of the frame';
const employerSurvey = 'UK Employer Skills Survey 2022, glossary';

/** What employers report in the skills audit: staff not fully proficient, vacancies and why they stay open. */
export const auditEstablishmentIndicators: readonly Indicator[] = [
	{
		id: 'gap-density',
		label: 'Staff not fully proficient',
		definition: 'Staff whom employers call not fully proficient, as a share of all staff.',
		formula: 'Σ w·not proficient / Σ w·staff',
		measure: 'share',
		moreIs: 'worse',
		table: 'audit_establishment',
		universe: staff,
		kind: 'ratio',
		interval: 't',
		numerator: 'staff_not_proficient',
		denominator: 'staff',
		reference: employerSurvey
	},
	{
		id: 'gap-incidence',
		label: 'Establishments with a skills gap',
		definition:
			'Share of establishments that call at least one member of staff not fully proficient.',
		formula: 'Σ w·1[not proficient > 0] / Σ w',
		measure: 'share',
		moreIs: 'worse',
		table: 'audit_establishment',
		universe: establishments,
		kind: 'mean',
		interval: 'xlogit',
		numerator: '(staff_not_proficient > 0)::INTEGER',
		reference: employerSurvey
	},
	{
		id: 'vacancy-density',
		label: 'Vacancies',
		definition: 'Vacancies for every hundred members of staff.',
		formula: 'Σ w·vacancies / Σ w·staff',
		measure: 'share',
		moreIs: 'neither',
		table: 'audit_establishment',
		universe: staff,
		kind: 'ratio',
		interval: 't',
		numerator: 'vacancies',
		denominator: 'staff',
		reference: employerSurvey
	},
	{
		id: 'hard-to-fill-density',
		label: 'Hard-to-fill vacancies',
		definition: 'Vacancies that employers find hard to fill, as a share of all vacancies.',
		formula: 'Σ w·hard to fill / Σ w·vacancies',
		measure: 'share',
		moreIs: 'worse',
		table: 'audit_establishment',
		universe: vacancies,
		kind: 'ratio',
		interval: 't',
		numerator: 'hard_to_fill',
		denominator: 'CASE WHEN hard_to_fill IS NOT NULL THEN vacancies END',
		reference: employerSurvey
	},
	{
		id: 'skill-shortage-density',
		label: 'Skill-shortage vacancies',
		definition:
			'Vacancies hard to fill because applicants lack skills, qualifications or experience, as a share of all vacancies.',
		formula: 'Σ w·skill shortage / Σ w·vacancies',
		measure: 'share',
		moreIs: 'worse',
		table: 'audit_establishment',
		universe: vacancies,
		kind: 'ratio',
		interval: 't',
		numerator: 'skill_shortage',
		denominator: 'CASE WHEN skill_shortage IS NOT NULL THEN vacancies END',
		reference: employerSurvey
	}
];
