/**
 * What stands in the way of a decision, as a value: a stable code, and what the sentence for it needs to say which
 * condition to loosen.
 */
export interface DecisionProblem {
	readonly code: DecisionProblemCode;
	readonly details: Readonly<Record<string, string | number>>;
}

export type DecisionProblemCode =
	/** Nothing is left to put in order. */
	| 'no-candidates'
	/** All weights are 0. */
	| 'no-weight'
	/** Only what is the same for all candidates has a weight; `criteria` says which would tell them apart. */
	| 'no-difference'
	/** A weight is negative or no number; `criterion` says which. */
	| 'bad-weight'
	/** A candidate has no number under a criterion; `candidate` counts from 1. */
	| 'bad-value'
	/** Standardised scores lie around 0: there is no product of them. */
	| 'geometric-needs-shares'
	/** A number of the portfolio cannot be: `item` says which. */
	| 'bad-portfolio'
	/** The solver gave up without a plan; `why` is its word for it. */
	| 'no-plan-found'
	/** The file or link holds no brief. */
	| 'not-a-brief'
	/** The brief was made with a later version of the site. */
	| 'newer-brief';

export function decisionProblem(
	code: DecisionProblemCode,
	details: DecisionProblem['details'] = {}
): DecisionProblem {
	return { code, details };
}
