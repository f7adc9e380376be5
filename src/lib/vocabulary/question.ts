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
	/** Answer the first code minus the second of this dimension, with the covariance of the two. */
	readonly difference?: Difference;
}

export interface Difference {
	readonly dimension: string;
	readonly minus: readonly [string, string];
}

/** The same Question with codes sorted and unique, dimensions in order and empty restrictions gone. */
export function canonicalQuestion(question: Question): Question {
	const where = Object.fromEntries(
		Object.entries(question.where)
			.filter(([, codes]) => codes.length > 0)
			.map(([dimension, codes]) => [dimension, [...new Set(codes)].sort()] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1))
	);
	const { source, indicator, by, difference } = question;
	return {
		source,
		indicator,
		by: [...new Set(by)],
		where,
		...(difference ? { difference: { ...difference, minus: [...difference.minus] as const } } : {})
	};
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
	const { source, indicator, by, where, difference } = value;
	return (
		typeof source === 'string' &&
		typeof indicator === 'string' &&
		isTextList(by) &&
		Object.values(where).every(isTextList) &&
		(difference === undefined || isDifference(difference))
	);
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
