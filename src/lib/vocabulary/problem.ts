/**
 * What stands in the way of an answer, as a value: a stable code, and the words to put into the sentence
 * that the message catalogue has for that code.
 */
export interface Problem {
	readonly code: ProblemCode;
	readonly details: Readonly<Record<string, string | number>>;
}

export const problemCodes = [
	'unknown-source',
	'unknown-indicator',
	'unknown-dimension',
	'unknown-code',
	'unknown-parameter',
	/** The table behind the indicator does not have this dimension. */
	'not-available-by',
	/** The indicator counts people, so that one code of a dimension must be chosen. */
	'needs-one',
	/** No published table covers the Question; DuckDB on this device can answer it. */
	'needs-engine',
	/** A setting that the indicator has no use for. */
	'not-for-indicator',
	/** A difference of two waves that the data do not call comparable. */
	'not-comparable',
	/** The file of a survey of this device has no answers to it. */
	'not-asked',
	'engine-failed',
	'not-published',
	'unknown-column',
	/** The header has this name more than once. */
	'ambiguous-column',
	'not-numbers',
	'bad-weights',
	'missing-design',
	'lonely-stratum',
	'bad-population',
	/** Weights cannot be brought to the totals that were given. */
	'bad-totals',
	/** A predictor follows from the others. */
	'bad-predictors',
	'empty-group',
	'too-many-groups',
	/** More rows than clusters can be held. */
	'too-many-rows',
	'empty-file',
	'no-header',
	'no-rows',
	'unreadable',
	'bad-question',
	/** A command was called with what it does not know. */
	'bad-arguments',
	/** A recipe of an import that this version cannot read. */
	'bad-recipe'
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export function problem(code: ProblemCode, details: Problem['details'] = {}): Problem {
	return { code, details };
}

/** A Problem where a value cannot be returned: it crosses a boundary as an exception, cause kept. */
export class ProblemError extends Error {
	override name = 'ProblemError';

	constructor(
		readonly problem: Problem,
		cause?: unknown
	) {
		super(`${problem.code} ${JSON.stringify(problem.details)}`, { cause });
	}
}
