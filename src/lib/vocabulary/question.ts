/**
 * A Question in one canonical form. Everything a page, table, link or command shows
 * answers one of these.
 */
export interface Question {
	/** Id of a source, as in data/surveys.csv (`audit`), or `file` for a table opened on this device. */
	readonly source: string;
	/** Id of a declared indicator. */
	readonly indicator: string;
	/** Dimensions that split the answer; their order is the order of the keys. */
	readonly by: readonly string[];
	/** Codes kept, by dimension. A dimension that is absent is not restricted. */
	readonly where: Readonly<Record<string, readonly string[]>>;
	/**
	 * Answer the first code minus the second of this dimension, with the covariance of the two. Two of them: the
	 * difference of the differences, first dimension by second (an interaction).
	 */
	readonly difference?: Difference | readonly [Difference, Difference];
	/**
	 * Split the difference of two groups into what comes from their rates and what from their composition by
	 * another dimension (Kitagawa).
	 */
	readonly decompose?: Decomposition;
	/** Which quantile, for indicators that are one; that of the declaration without it. */
	readonly quantile?: number;
	/** How the interval of a share is made; that of the declaration without it. */
	readonly interval?: ShareInterval;
	/** How a stratum with a single cluster counts; `fail` without it. */
	readonly lonely?: LonelyRule;
	/** Confidence level; that of the site without it. */
	readonly level?: number;
}

/** Named as in R's svyciprop. */
export const shareIntervals = ['xlogit', 'logit', 'beta', 'mean', 'asin'] as const;
export type ShareInterval = (typeof shareIntervals)[number];

/**
 * What a stratum with a single cluster in the design adds to a variance, as in R's
 * options(survey.lonely.psu): nothing can be computed (fail); its distance from the mean of all
 * clusters (adjust); nothing (remove, certainty); what the other strata add on average (average).
 */
export const lonelyRules = ['fail', 'adjust', 'remove', 'average', 'certainty'] as const;
export type LonelyRule = (typeof lonelyRules)[number];

export interface Difference {
	readonly dimension: string;
	readonly minus: readonly [string, string];
}

export interface Decomposition extends Difference {
	/** The dimension whose shares are the composition. */
	readonly over: string;
}

/** The differences of a Question in order; none, one or two. */
export function differencesOf({ difference, decompose }: Question): readonly Difference[] {
	if (decompose) return [decompose];
	if (difference === undefined) return [];
	return 'dimension' in difference ? [difference] : difference;
}

/** The same Question with codes sorted and unique, dimensions in order and empty restrictions gone. */
export function canonicalQuestion(question: Question): Question {
	const where = Object.fromEntries(
		Object.entries(question.where)
			.filter(([, codes]) => codes.length > 0)
			.map(([dimension, codes]) => [dimension, [...new Set(codes)].sort()] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1))
	);
	const { source, indicator, by, decompose, quantile, interval, lonely, level } = question;
	const [first, second] = decompose ? [] : differencesOf(question).map(tidyDifference);
	return {
		...{ source, indicator, by: [...new Set(by)], where },
		...(first ? { difference: second ? [first, second] : first } : {}),
		...(decompose ? { decompose: { ...tidyDifference(decompose), over: decompose.over } } : {}),
		...(quantile === undefined ? {} : { quantile }),
		...(interval === undefined ? {} : { interval }),
		...(lonely === undefined ? {} : { lonely }),
		...(level === undefined ? {} : { level })
	};
}

function tidyDifference({ dimension, minus: [a, b] }: Difference): Difference {
	return { dimension, minus: [a, b] };
}

/** The canonical JSON text of a Question: equal Questions give equal text. */
export function formatQuestion(question: Question): string {
	return JSON.stringify(canonicalQuestion(question));
}

/** @throws SyntaxError when the text is not a Question. `parseQuestion(formatQuestion(q))` is canonical q. */
export function parseQuestion(text: string): Question {
	const value: unknown = JSON.parse(text);
	if (!isQuestion(value)) throw new SyntaxError(`Not a question: ${text.slice(0, 80)}`);
	return canonicalQuestion(value);
}

function isQuestion(value: unknown): value is Question {
	if (!isRecord(value) || !isRecord(value.where)) return false;
	const { source, indicator, by, where, difference, decompose, quantile, level } = value;
	const differences: unknown[] = Array.isArray(difference) ? difference : [difference];
	return (
		typeof source === 'string' &&
		typeof indicator === 'string' &&
		isTextList(by) &&
		Object.values(where).every(isTextList) &&
		differences.length <= 2 &&
		(difference === undefined || differences.every(isDifference)) &&
		(decompose === undefined || (isDifference(decompose) && hasText(decompose, 'over'))) &&
		isShareOrAbsent(quantile) &&
		isShareOrAbsent(level) &&
		isOneOf(value.interval, shareIntervals) &&
		isOneOf(value.lonely, lonelyRules)
	);
}

function isShareOrAbsent(value: unknown): boolean {
	return value === undefined || (typeof value === 'number' && value > 0 && value < 1);
}

function isOneOf(value: unknown, names: readonly unknown[]): boolean {
	return value === undefined || names.includes(value);
}

function hasText(value: unknown, name: string): boolean {
	return isRecord(value) && typeof value[name] === 'string';
}

function isDifference(value: unknown): value is Difference {
	return (
		isRecord(value) &&
		typeof value.dimension === 'string' &&
		isTextList(value.minus) &&
		value.minus.length === 2
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
