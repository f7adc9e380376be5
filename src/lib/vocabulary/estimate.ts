import type { Problem } from './problem.ts';
import type { Question } from './question.ts';

/**
 * How far a figure may be trusted; the first state that applies, in this order.
 * Thresholds are in data/thresholds.json; /methods prints them.
 */
export const qualities = [
	'not-applicable',
	'suppressed',
	'unreliable',
	'low-n',
	'imprecise',
	'ok'
] as const;
export type Quality = (typeof qualities)[number];

/** Why a number of an Estimate is null. */
export const nullReasons = [
	/** No respondent in the domain. */
	'empty',
	/** Every respondent in the domain left the answer blank. */
	'all-missing',
	/** Nothing to divide by: no vacancies, no weight. */
	'zero-denominator',
	/** The domain lies in one cluster of each stratum it touches: no degrees of freedom. */
	'one-cluster',
	/** A stratum of the design holds a single cluster and the design says that this fails. */
	'lonely-stratum',
	/** All clusters agree, so there is no spread to take an error from; a share of 0 or 1, or a
	 * median of whole numbers, still has limits. */
	'no-variance',
	/** A complete count: there is no sample, so there is no sampling error. */
	'complete-count',
	/** A difference of quantiles: its error comes from replicate weights, which are not at hand. */
	'needs-replicates',
	/** So few have had the event that the time by which this share has had it lies beyond the survey. */
	'not-reached',
	/** There is no simple random sample to compare the variance with, so no design effect. */
	'no-yardstick',
	/** Weights do not add up to a population, so a design effect has no meaning. */
	'normalised-weights',
	/** Disclosure control withheld it. */
	'withheld'
] as const;
export type NullReason = (typeof nullReasons)[number];

/**
 * One figure with all that is needed to judge it. Every number is finite or null, and a null has a reason.
 * Values are in the unit of the indicator; shares run from 0 to 1.
 */
export interface Estimate {
	/** The codes of the dimensions in `question.by`, in that order. */
	readonly key: readonly string[];
	/** Which piece, where one key has several: `p25`, `month-6`. */
	readonly part?: string;
	/** Respondents (people or establishments, never rows) that the value rests on. */
	readonly n: number;
	/** Respondents of the domain whose answer is missing. */
	readonly missing: number;
	/** Clusters with at least one respondent used. */
	readonly clusters: number;
	/** Sum of the weights of the respondents used. */
	readonly sumWeights: number;
	readonly value: number | null;
	/** Standard error by Taylor linearisation. */
	readonly se: number | null;
	readonly low: number | null;
	readonly high: number | null;
	/** Clusters minus strata, counted over the respondents used. */
	readonly df: number;
	/** Variance over that of a simple random sample of n (Kish). */
	readonly deff: number | null;
	readonly quality: Quality;
	readonly reason?: NullReason;
}

/** What an indicator estimates; `kind` of its declaration. */
export const estimatorNames = [
	'mean',
	'ratio',
	'total',
	/** A value below which a share of the respondents lie, such as the median. */
	'quantile',
	/** Share that has not had an event, month by month (Kaplan-Meier). */
	'curve',
	/** The time by which a share has had the event. */
	'curve-quantile',
	/** Share that has had the event by a month. */
	'curve-at',
	/** Share of each code of a dimension: the parts of a whole. */
	'composition',
	/** Numerator over denominator made symmetric around 1: above 1, 2 − 1/ratio. */
	'adjusted-parity',
	/** A share of a key over that of all keys together. */
	'representation',
	/** Half the sum of differences between two distributions (Duncan). */
	'dissimilarity'
] as const;
export type EstimatorName = (typeof estimatorNames)[number];

/** `log-log`: of survival curves; `woodruff`: of quantiles; `none`: of complete counts. */
export type IntervalName =
	'xlogit' | 'logit' | 'beta' | 'mean' | 'asin' | 't' | 'log-log' | 'woodruff' | 'none';

/** How the estimates of an Answer were made, so that someone else can make them again. */
export interface Provenance {
	readonly estimator: EstimatorName | 'difference' | 'interaction' | 'decomposition';
	readonly interval: IntervalName;
	readonly level: number;
	/** What answered: cells published with the site, those made of an own file, or DuckDB. */
	readonly madeBy: 'published tables' | 'a file of this device' | 'DuckDB';
	/** Editions and file hashes by name. */
	readonly versions: Readonly<Record<string, string>>;
	readonly synthetic: boolean;
	/** Everybody was counted: values without sampling error. */
	readonly complete?: boolean;
}

export interface Answer {
	readonly question: Question;
	/** In the order of the code lists. Empty when `problem` says why there is no answer. */
	readonly estimates: readonly Estimate[];
	readonly provenance?: Provenance;
	readonly problem?: Problem;
}
