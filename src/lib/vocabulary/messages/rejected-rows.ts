import type { RuleId } from './import-problems.ts';

/** By rule that can reject a row, why, after the name of the column. */
const reasons: Partial<Record<RuleId, string>> = {
	'required-blank': 'is blank and required',
	'not-a-number': 'is no number',
	'not-a-whole-number': 'is no whole number',
	'not-a-date': 'is no date or year of the form found',
	'out-of-range': 'lies outside of what is possible',
	'months-beyond-survey': 'reaches beyond the survey',
	'cohort-after-survey': 'lies after the survey',
	'not-proficient-above-staff': 'is more than there are staff',
	'hard-to-fill-above-vacancies': 'is more than there are vacancies',
	'shortage-above-hard-to-fill': 'is more than are hard to fill',
	'entrants-above-enrolled': 'is more than are enrolled',
	'duplicate-row': 'the same as a row above',
	'duplicate-key': 'came in a row above',
	'heading-row': 'the headings again',
	'total-row': 'is a total'
};

/** Words in the file of rejected rows. */
export const rejectedWords = {
	reasons,
	ragged: (fields: number) => `${fields} fields, more than the header`,
	unreadable: 'could not be read: the quotes do not fit',
	beyond: (count: number) => `and ${count} more rows that could not be told into columns`
} as const;
