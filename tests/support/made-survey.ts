import type { ColumnProfile } from '#lib/ingest/matching/types.ts';
import { cycle, each, madeProfile as column } from './made-profile.ts';

export const rows = 60;
export const ids = (prefix: string) => each(rows, (row) => `${prefix}${1000 + row}`);
const years = cycle(rows, '2019', '2020', '2021');
export const sexes = cycle(rows, 'Female', 'Male');
export const levels = cycle(rows, '1', '2', '3', '4', '5');
export const weights = each(rows, (row) => 20 + ((row * 37) % 90) / 7);

/** A follow-up survey of graduates as an online questionnaire gives it. */
export const tracer: ColumnProfile[] = [
	column('Respondent ID', ids('G')),
	column('Q1. Gender', sexes),
	column('Q2. In what year did you graduate?', years),
	column(
		'Q3. Current employment status',
		cycle(rows, 'Employee', 'Self-employed', 'Looking for work')
	),
	column(
		'Q4. Months to first job',
		each(rows, (row) => (row * 5) % 30)
	),
	column(
		'Q5. Gross monthly salary',
		each(rows, (row) => `M ${2 + (row % 20)},${100 + row * 3}`)
	),
	column('Final weight', weights)
];
