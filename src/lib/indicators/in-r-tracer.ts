import type { InR } from './expression-in-r.ts';

const working = ['employee', 'own_account', 'employer', 'family', 'intern'];
const isOf = (column: string, codes: readonly string[]): string =>
	`${column} %in% c(${codes.map((code) => `"${code}"`).join(', ')})`;
/** 1 or 0, missing where the column is: `%in%` alone calls a missing answer FALSE. */
const answered = (column: string, test: string): string => `ifelse(is.na(${column}), NA, ${test})`;

const employed = isOf('status', working);
const level = 'as.integer(isced_level)';
const major = 'as.integer(substr(occupation, 1, 1))';
/** Work for which ISCO says what it asks for: all but the armed forces; unknown occupations stay, as missing. */
const notArmedForces = `${employed} & !(${major} %in% 0)`;

/** Outside the levels that the major group asks for, on one side. */
function outside(side: 'over' | 'under', clerical: number, elementary: number): string {
	const test =
		side === 'over'
			? `(${major} %in% 4:8 & ${level} > ${clerical}) | (${major} %in% 9 & ${level} > ${elementary})`
			: `(${major} %in% 1:3 & ${level} < 5) | (${major} %in% 4:8 & ${level} < ${clerical})`;
	return `ifelse(is.na(isced_level) | is.na(occupation), NA, ${test})`;
}

const firstJob: InR = { numerator: 'months_to_first_job', denominator: 'found_job' };
const minorGroupAndField = 'paste(substr(occupation, 1, 3), field)';
const pairsThatFit = 'paste(occupation_field$occupation, occupation_field$field)';

/** The indicators of the graduate tracer study in R, and those of its frame. */
export const tracerInR: Readonly<Record<string, InR>> = {
	employment: { numerator: answered('status', employed) },
	'wage-employment': { numerator: 'status == "employee"' },
	unemployment: {
		condition: isOf('status', [...working, 'seeking']),
		numerator: 'status == "seeking"'
	},
	underutilisation: {
		condition: isOf('status', [...working, 'seeking', 'available']),
		numerator: isOf('status', ['seeking', 'available'])
	},
	status: { numerator: 'ifelse(is.na(status), NA, 1)' },
	'without-first-job': firstJob,
	'months-to-first-job': firstJob,
	'first-job-within-6': firstJob,
	'first-job-within-12': firstJob,
	'over-qualified-a': { condition: notArmedForces, numerator: outside('over', 4, 2) },
	'over-qualified-b': { condition: notArmedForces, numerator: outside('over', 4, 1) },
	'under-qualified-a': { condition: notArmedForces, numerator: outside('under', 3, 0) },
	'under-qualified-b': { condition: notArmedForces, numerator: outside('under', 2, 0) },
	'over-qualification-rate': {
		condition: `${employed} & ${level} >= 5`,
		numerator: answered('occupation', `${major} %in% 4:9`)
	},
	'field-mismatch': {
		condition: `${notArmedForces} & field != "00" & !(${major} %in% 9) & ${level} >= 3`,
		numerator: answered('occupation', `!(${minorGroupAndField} %in% ${pairsThatFit})`)
	},
	'field-needless': {
		condition: employed,
		numerator: answered('field_match', isOf('field_match', ['another', 'none_needed']))
	},
	'level-lower': { condition: employed, numerator: 'level_match == "lower"' },
	'field-match': { condition: employed, numerator: 'ifelse(is.na(field_match), NA, 1)' },
	pay: { condition: 'status == "employee"', numerator: 'pay' },
	'sector-mix': { condition: employed, numerator: 'ifelse(is.na(sector), NA, 1)' },
	barrier: { numerator: 'ifelse(is.na(barrier), NA, 1)' },
	'wants-course': { numerator: 'wants_microcredential == "yes"' },
	'response-rate': {
		condition: 'table == "tracer"',
		numerator: 'answered',
		denominator: 'sampled - ineligible'
	}
};
