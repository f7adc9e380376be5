import type { InR } from './expression-in-r.ts';

const required = 'proficiency_required';
const attained = 'proficiency_attained';
const isShort = `${required} > ${attained}`;
const short = `pmax(${required} - ${attained}, 0)`;

const womenAmongShort: InR = { condition: isShort, numerator: 'sex == "F"' };
const ruralAmongShort: InR = { condition: isShort, numerator: 'residence == "rural"' };

/** The indicators of the skills audit in R: NA in either level is NA in what is made of both. */
export const auditInR: Readonly<Record<string, InR>> = {
	required: { numerator: `ifelse(is.na(${attained}), NA, ${required})` },
	attained: { numerator: `ifelse(is.na(${required}), NA, ${attained})` },
	gap: { numerator: `${required} - ${attained}` },
	shortfall: { numerator: short },
	incidence: { numerator: isShort },
	attainment: { numerator: `pmin(${attained}, ${required})`, denominator: required },
	'gap-index': {
		numerator: `100 * importance * ${short}`,
		denominator: `importance * ${required}`
	},
	'people-short': { numerator: isShort },
	'people-short-any': { numerator: isShort },
	'women-among-short': womenAmongShort,
	'women-among-short-any': womenAmongShort,
	'rural-among-short': ruralAmongShort,
	'rural-among-short-any': ruralAmongShort,
	'gap-density': { numerator: 'staff_not_proficient', denominator: 'staff' },
	'gap-incidence': { numerator: 'staff_not_proficient > 0' },
	'vacancy-density': { numerator: 'vacancies', denominator: 'staff' },
	'hard-to-fill-density': { numerator: 'hard_to_fill', denominator: 'vacancies' },
	'skill-shortage-density': { numerator: 'skill_shortage', denominator: 'vacancies' }
};
