import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { formatQuestion } from '#lib/vocabulary/question.ts';

/** Largest relative difference between two makers of the same figure. */
export const tolerance = 1e-10;

/** Below this two numbers are the same: gaps that cancel to 0 leave rounding noise, which has no size to be compared with. */
const noise = 1e-13;

const exact = ['n', 'missing', 'clusters', 'df', 'quality', 'reason'] as const;
const close = ['sumWeights', 'value', 'se', 'low', 'high'] as const;

/** A figure on which two makers differ. */
export interface Disagreement {
	readonly question: string;
	readonly key: readonly string[];
	/** What differs: a field of the Estimate, or `key` where one maker lacks it. */
	readonly field: string;
	readonly a: unknown;
	readonly b: unknown;
}

/** Every figure of two answers to one Question that differs: counts and grades exactly, numbers within 1e-10. */
export function disagreements(a: Answer, b: Answer): Disagreement[] {
	const question = formatQuestion(a.question);
	if (a.problem?.code !== b.problem?.code) {
		return [{ question, key: [], field: 'problem', a: a.problem?.code, b: b.problem?.code }];
	}
	const keys = (answer: Answer): string =>
		JSON.stringify(answer.estimates.map(({ key, part }) => [key, part]));
	if (keys(a) !== keys(b)) return [{ question, key: [], field: 'key', a: keys(a), b: keys(b) }];
	return a.estimates.flatMap((estimate, i) => {
		const other = b.estimates[i];
		return other ? differing(estimate, other).map((found) => ({ question, ...found })) : [];
	});
}

function differing(a: Estimate, b: Estimate): Omit<Disagreement, 'question'>[] {
	const fields = [
		...exact.filter((field) => a[field] !== b[field]),
		...close.filter((field) => !isClose(a[field], b[field]))
	];
	return fields.map((field) => ({ key: a.key, field, a: a[field], b: b[field] }));
}

function isClose(a: number | null, b: number | null): boolean {
	if (a === null || b === null) return a === b;
	return Math.abs(a - b) <= Math.max(noise, tolerance * Math.max(Math.abs(a), Math.abs(b)));
}

/** How many figures two makers were asked for, and on how many points they differ. */
export interface Agreement {
	readonly figures: number;
	readonly differing: number;
	/** Figures that DuckDB alone could give: there is nothing to compare them with. */
	readonly alone: number;
}

/** Answers to the same Questions in the same order: as they stand on the page, and as DuckDB gives them. */
export function compareAsked(a: readonly Answer[], b: readonly Answer[]): Agreement {
	const counts = { figures: 0, differing: 0, alone: 0 };
	a.forEach((answer, i) => {
		const other = b[i];
		if (!other) return;
		if (answer.problem || answer.provenance?.madeBy === 'DuckDB') {
			counts.alone += other.estimates.length;
			return;
		}
		counts.figures += answer.estimates.length;
		counts.differing += disagreements(answer, other).length;
	});
	return counts;
}
