import type { Problem, ProblemCode } from '#lib/vocabulary/problem.ts';
import { inSentence } from '#lib/vocabulary/words.ts';

type Details = Problem['details'];

const sentences: Readonly<Record<ProblemCode, (details: Details) => string>> = {
	'unknown-source': ({ source }) => `There is no survey “${source}” with this indicator.`,
	'unknown-indicator': ({ indicator }) => `There is no indicator “${indicator}”.`,
	'unknown-dimension': ({ dimension }) => `Nothing can be split or filtered by “${dimension}”.`,
	'unknown-code': ({ dimension, code }) => `“${code}” is not a code of ${dimension}.`,
	'unknown-parameter': ({ parameter }) => `“${parameter}” is not a setting of this page.`,
	'not-available-by': ({ indicator, dimension }) =>
		`${indicator}: not available by ${dimension}, since the survey did not ask it so.`,
	'needs-one': ({ indicator, dimension }) =>
		`${indicator} counts people: choose one ${dimension}, or split by it, so that nobody counts twice.`,
	'needs-engine': () =>
		'The published tables do not hold this combination. DuckDB can work it out on this device.',
	'not-for-indicator': ({ setting, indicator }) =>
		`${indicator} has no use for the setting “${setting}”.`,
	'not-comparable': ({ a, b, why }) =>
		`Waves ${a} and ${b} are not compared: ${why || 'the data do not call them comparable.'}`,
	'not-asked': ({ survey, what }) => `${survey} has no answers to this: ${what}.`,
	'engine-failed': ({ why }) =>
		`DuckDB could not start on this device${why ? ` (${why})` : ''}. The published tables still answer.`,
	'not-published': () => 'This table is not published.',
	'unknown-column': ({ column }) => `The file has no column “${column}”.`,
	'ambiguous-column': ({ column, columns }) =>
		`“${column}” is the name of more than one column, which DuckDB calls ${columns}. Give each its own name in the file.`,
	'not-numbers': ({ column, rows, example, rowNumbers, limit }) =>
		limit !== undefined
			? `Column “${column}” holds numbers beyond ${limit}, too large to work with, such as “${example}”, in ${inRows(rows, rowNumbers)}.`
			: `Column “${column}” holds what is not a number, such as “${example}”, in ${inRows(rows, rowNumbers)}.`,
	'bad-weights': ({ column, rows, example, rowNumbers }) =>
		`Column “${column}” cannot be a weight: it is missing, negative, not a number, or beyond 1e-70 to 1e70, such as “${example}”, in ${inRows(rows, rowNumbers)}.`,
	'missing-design': ({ column, rows, rowNumbers }) =>
		`Column “${column}” of the design is blank in ${inRows(rows, rowNumbers)}; a blank is no stratum and no cluster.`,
	'lonely-stratum': ({ stratum, rule }) =>
		rule === 'average'
			? `Every stratum used has a single cluster, as “${stratum}” does, so that there is no average of others to take; choose adjust, remove or certainty.`
			: `Stratum “${stratum}” has a single cluster, so no standard error can be given; choose how such a stratum counts: adjust, remove, average or certainty.`,
	'bad-population': ({ column, stratum }) =>
		`Column “${column}” does not say how many clusters stratum “${stratum}” has in the population: one number a stratum, no less than its clusters in the file.`,
	'too-many-groups': ({ column, columns, groups, limit }) =>
		columns !== undefined
			? `${columns} together make ${groups} groups, more than can be told apart; split by fewer columns.`
			: `Column “${column}” has ${groups} different values; a split by it takes ${limit} at most.`,
	'bad-totals': (details) => badTotals(details),
	'bad-predictors': ({ dimension }) =>
		`In a group of ${dimension} a predictor follows from the others, or has one value only; leave it out.`,
	'empty-group': ({ dimension, code }) =>
		`Nobody of “${code}” of ${dimension} is left of whom nothing is missing.`,
	'too-many-rows': ({ file, limit, clusters }) =>
		clusters !== undefined
			? `${file} has more than ${limit} rows, too many for an answer that is worked out row by row.`
			: `${file} has more than ${limit} rows, too many when each is a cluster of its own; name the column of the clusters.`,
	'empty-file': ({ file }) => `${file} is empty.`,
	'no-header': ({ file }) => `${file} has no header row with the names of its columns.`,
	'no-rows': ({ file, by }) =>
		by !== undefined
			? `No row of ${file} is left under this restriction that has a value of ${by}.`
			: `${file} has a header row but no rows below it.`,
	unreadable: ({ file, why }) => `${file} could not be read: ${why}`,
	'bad-question': ({ why }) => `The question is not well formed: ${why}`,
	'bad-arguments': ({ why }) => String(why),
	'bad-recipe': ({ why }) => `The recipe cannot be read: ${why}`
};

/** Why weights do not reach totals; without details the totals contradict each other. */
function badTotals(details: Details): string {
	const { column, code, rows, rowNumbers, absent, several, second, total, secondTotal } = details;
	if (details.depth !== undefined) {
		return 'The population of a post-stratification has one code inside another for each column of “by”, and a number at the end.';
	}
	if (second !== undefined) {
		return `The margins are of different populations: ${column} adds up to ${total}, ${second} to ${secondTotal}.`;
	}
	if (absent !== undefined)
		return `No row has “${absent}” of ${column}, for which a total is given.`;
	if (several !== undefined)
		return `A respondent has several codes of ${column}, so weights cannot be brought to its totals.`;
	if (code !== undefined) {
		return `There is no total for “${code}” of ${column}, in ${inRows(rows, rowNumbers)}.`;
	}
	return 'The weights cannot be brought to these totals: one follows from the others, or they contradict each other.';
}

/** Rows count from 1, the first below the header; only the first few are named. */
function inRows(rows: string | number | undefined, numbers: string | number | undefined): string {
	if (rows === 1) return numbers === undefined ? '1 row' : `row ${numbers}`;
	if (numbers === undefined) return `${rows} rows`;
	const listed = String(numbers).split(',').length;
	return `${rows} rows: ${numbers}${listed === rows ? '' : ' …'}`;
}

/** Problems as sentences for the person. */
export const problems = {
	sentence: ({ code, details }: Problem): string => sentences[code](details),
	/** In place of a finding or a figure. */
	title: ({ code, details }: Problem): string =>
		code === 'not-available-by'
			? `Not available by ${details.dimension}`
			: code === 'needs-engine'
				? 'Not in the published tables'
				: code === 'not-asked'
					? `Not asked in this survey: ${inSentence(String(details.what))}`
					: 'No answer',
	ignoredValue: (parameter: string, value: string, shown: string) =>
		`${parameter}=${value} is unknown; showing ${shown}.`,
	ignoredBeside: (parameter: string, value: string) =>
		`${value} is unknown and left out of ${parameter}.`,
	ignoredParameter: (parameter: string) =>
		`“${parameter}” is no choice of this page and was ignored.`,
	everything: 'everything'
} as const;
