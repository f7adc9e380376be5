import { formatCount } from '#lib/vocabulary/numbers.ts';

/** What the sentence about a problem of an imported file is made of. */
export interface ImportDetails {
	/** Rows, or what the rule counts. */
	readonly count: number;
	/** Heading in the file. */
	readonly column?: string | undefined;
	/** Column of the contract, in words. */
	readonly title?: string | undefined;
	/** A cell, as the file has it. */
	readonly example?: string | undefined;
	/** Least and greatest value, or the values allowed. */
	readonly limits?: string | undefined;
	/** A further heading, a date, what a column looks like. */
	readonly other?: string | undefined;
}

type Sentence = (details: ImportDetails) => string;

/** One sentence a rule. The keys are the ids of the rules. */
export const importProblems = {
	'missing-column': ({ title }) =>
		`The file has no column for “${title}”, which the contract requires; it stays empty.`,
	'required-blank': ({ count, column, title }) =>
		`${inColumn(column, title)} is blank in ${rows(count)}, and is required.`,
	'not-a-number': ({ count, column, title, example }) =>
		`${inColumn(column, title)} holds what is no number${such(example)}, in ${rows(count)}.`,
	'not-a-whole-number': ({ count, column, title, example }) =>
		`${inColumn(column, title)} holds what is no whole number${such(example)}, in ${rows(count)}.`,
	'not-a-date': ({ count, column, title, example }) =>
		`${inColumn(column, title)} holds what is no date or year of the form found${such(example)}, in ${rows(count)}.`,
	'made-up-row': ({ count, column, title }) =>
		`${inColumn(column, title)} calls ${rows(count)} made up, as the example of a template is.`,
	'unmatched-value': ({ count, column, title, example }) =>
		`${inColumn(column, title)} holds a value that stands for no code${such(example)}, in ${rows(count)}; until it is matched it counts as no answer.`,
	rounded: ({ count, column, title, example }) =>
		`${inColumn(column, title)} holds numbers between whole ones${such(example)}, in ${rows(count)}; they are rounded.`,
	'out-of-range': ({ count, column, title, example, limits }) =>
		`${inColumn(column, title)} lies outside of what is possible (${limits})${such(example)}, in ${rows(count)}.`,
	'several-answers': ({ count, column, title }) =>
		`${inColumn(column, title)} holds several answers in ${rows(count)}; they are kept together and count under none of them alone.`,
	'employed-no-sector': ({ count }) => `In work, but no sector is given, in ${rows(count)}.`,
	'not-employed-has-job': ({ count }) =>
		`Not in work, but a sector, an occupation or pay is given, in ${rows(count)}.`,
	'employed-no-first-job': ({ count }) =>
		`In work, but recorded as never having found a first job, in ${rows(count)}.`,
	'found-job-no-months': ({ count }) =>
		`A first job was found, but not after how many months, in ${rows(count)}.`,
	'months-beyond-survey': ({ count, other }) =>
		`The months to the first job reach beyond the survey (${other}), in ${rows(count)}.`,
	'cohort-after-survey': ({ count, other }) =>
		`The year of graduation lies after the survey (${other}), in ${rows(count)}.`,
	'age-against-level': ({ count }) =>
		`Tertiary education is recorded for somebody younger than 16, in ${rows(count)}.`,
	'not-proficient-above-staff': ({ count }) =>
		`More staff are not fully proficient than there are staff, in ${rows(count)}.`,
	'hard-to-fill-above-vacancies': ({ count }) =>
		`More vacancies are hard to fill than there are vacancies, in ${rows(count)}.`,
	'shortage-above-hard-to-fill': ({ count }) =>
		`More vacancies lack skilled applicants than are hard to fill, in ${rows(count)}.`,
	'entrants-above-enrolled': ({ count }) =>
		`More students entered than are enrolled, in ${rows(count)}.`,
	'graduates-above-enrolled': ({ count }) =>
		`More students graduated than are enrolled, in ${rows(count)}.`,
	'parts-not-total': ({ count, other }) =>
		`${other} do not add up to the total beside them, in ${rows(count)}.`,
	'weight-zero': ({ count, column }) =>
		`The weight${inside(column)} is 0 in ${rows(count)}: they count for nobody.`,
	'weight-extreme': ({ count, column, limits }) =>
		`The weight${inside(column)} is more than ${limits} in ${rows(count)}: a few rows would carry the figures.`,
	'duplicate-row': ({ count }) => `${rowsAre(count)} the same as one above, cell by cell.`,
	'duplicate-key': ({ count, column, title, example }) =>
		`${inColumn(column, title)} comes more than once${such(example)}: ${rows(count)} after the first.`,
	'key-not-unique': ({ count, column, title, other }) =>
		`${inColumn(column, title)} does not tell the rows apart: ${rows(count)} repeat what another has.${other === undefined ? '' : ` The ${other} stands for it.`}`,
	'total-row': ({ count, column, example }) =>
		`A total stands among the rows${such(example)}${column === undefined ? '' : `, in column “${column}”`}: ${rows(count)}. Counted with the others it would count people twice.`,
	'heading-row': ({ count }) => `The headings stand again among the rows: ${rows(count)}.`,
	'sum-of-others': ({ count, column }) =>
		`A number of “${column}” is the sum of all the others, in ${rows(count)}: is it a total?`,
	'ragged-row': ({ count, other }) =>
		`${rows(count)} ${count === 1 ? 'has' : 'have'} more fields than the header (${other}).`,
	'unreadable-row': ({ count }) => `${rows(count)} could not be read: the quotes do not fit.`,
	'one-cluster': ({ count, example }) =>
		`${count === 1 ? 'A stratum has' : `${count} strata have`} a single cluster${such(example)}: its spread cannot be estimated.`,
	'personal-data': ({ column, other }) =>
		`Column “${column}” looks like ${other}. It is left out unless you keep it.`,
	'personal-kept': ({ column }) => `Column “${column}” may hold personal data and was kept.`,
	'no-wave': () =>
		'Nothing in the file tells which wave it is: say so before it is set beside others.',
	'no-weights': () => 'The file has no weights: every row counts once.',
	'no-strata': () => 'The file names no strata: the sample is taken as one.',
	'no-clusters': ({ other }) =>
		`The file names no clusters: every ${other} is taken as drawn by itself.`,
	'no-ids': ({ title }) =>
		`The file has no column for “${title}”: the number of the row stands for it.`
} as const satisfies Readonly<Record<string, Sentence>>;

/** Id of a rule that a file is checked by. */
export type RuleId = keyof typeof importProblems;

function inColumn(column: string | undefined, title: string | undefined): string {
	if (column === undefined) return `“${title}”`;
	return title === undefined || title === column ? `“${column}”` : `“${column}” (${title})`;
}

function inside(column: string | undefined): string {
	return column === undefined ? '' : ` in “${column}”`;
}

function such(example: string | undefined): string {
	return example === undefined || example === '' ? '' : `, such as “${shown(example)}”`;
}

function rows(count: number): string {
	return count === 1 ? '1 row' : `${formatCount(count)} rows`;
}

function rowsAre(count: number): string {
	return count === 1 ? '1 row is' : `${formatCount(count)} rows are`;
}

/** A cell inside a sentence: short, and without characters that change how the rest is shown. */
function shown(cell: string): string {
	const plain = cell.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
	const letters = [...plain];
	return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : plain;
}
