import type { InR } from './expression-in-r.ts';

const stages = ['enrolled', 'entrants', 'graduates'] as const;
/** Heads of one gender; missing where the gender is. */
const heads = (sex: 'F' | 'M', column: string): string => `${column} * (sex == "${sex}")`;
const known = (column: string): string => `ifelse(is.na(sex), NA, ${column})`;

const womenToMen: InR = { numerator: heads('F', 'enrolled'), denominator: heads('M', 'enrolled') };

/** The indicators of the enrolment records in R. */
export const enrolmentInR: Readonly<Record<string, InR>> = {
	...Object.fromEntries(
		stages.flatMap((column) => [
			[`${column}-count`, { numerator: column }],
			[`women-among-${column}`, { numerator: heads('F', column), denominator: known(column) }]
		])
	),
	'rural-among-enrolled': {
		numerator: 'enrolled * (residence_at_entry == "rural")',
		denominator: 'enrolled'
	},
	parity: womenToMen,
	'adjusted-parity': womenToMen,
	representation: { numerator: heads('F', 'enrolled'), denominator: known('enrolled') },
	segregation: womenToMen
};
