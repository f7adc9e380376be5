import {
	comparison,
	linearCombination,
	type Combination,
	type ComparisonScale
} from '#lib/survey/combination.ts';
import type { Difference } from '#lib/vocabulary/question.ts';

/** Codes kept, by dimension or column. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** A combination of domains: a weighted sum of any number, or two of them on another scale. */
export type ContrastAsked =
	| readonly { readonly times: number; readonly where: Where }[]
	| { readonly form: ComparisonScale; readonly of: readonly [Where, Where] };

/** People by code; nested once more for every further column. */
export interface Population {
	readonly [code: string]: number | Population;
}

/** Known totals that the weights are brought to; one of the three. */
export interface CalibrationAsked {
	readonly poststratify?: { readonly by: readonly string[]; readonly population: Population };
	readonly rake?: { readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>> };
	readonly calibrate?: {
		/** `intercept`, a column of numbers, or a column of codes with a total for each but one of them. */
		readonly totals: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
		/** linear: the regression estimator. */
		readonly distance?: 'linear' | 'raking';
	};
}

/** The gap in a mean between two groups, split by what they have and what it brings (Oaxaca-Blinder). */
export interface OaxacaAsked extends Difference {
	/** A column of numbers, or an indicator that has one value a respondent. */
	readonly of: string;
	/** Of its natural logarithm. */
	readonly log?: boolean;
	/** Columns; text becomes a dummy for each code but the first. */
	readonly predictors: readonly string[];
}

/** What needs every row, beside the sums that cells hold. */
export interface RowsAsked extends CalibrationAsked {
	readonly contrast?: ContrastAsked;
	readonly oaxaca?: OaxacaAsked;
}

/** The domains that are combined, and how. */
export interface Contrast {
	readonly terms: readonly Where[];
	readonly combination: Combination;
}

/** A difference, a difference of two differences, or a contrast, in one form. */
export function contrastOf(asked: {
	readonly difference?: Difference | readonly [Difference, Difference];
	readonly contrast?: ContrastAsked;
}): Contrast | undefined {
	const { difference, contrast } = asked;
	if (contrast && 'form' in contrast) {
		return { terms: contrast.of, combination: comparison(contrast.form) };
	}
	const terms = contrast ?? (difference ? termsOf(difference) : undefined);
	if (!terms) return undefined;
	return {
		terms: terms.map(({ where }) => where),
		combination: linearCombination(terms.map(({ times }) => times))
	};
}

function termsOf(difference: Difference | readonly [Difference, Difference]) {
	const list: readonly Difference[] = 'dimension' in difference ? [difference] : difference;
	const none: { times: number; where: Where }[] = [{ times: 1, where: {} }];
	return list.reduce(
		(terms, { dimension, minus }) =>
			terms.flatMap(({ times, where }) =>
				minus.map((code, i) => ({
					times: i === 0 ? times : -times,
					where: { ...where, [dimension]: [code] }
				}))
			),
		none
	);
}

/** Codes of two restrictions at once; a code that nobody has where they exclude each other. */
export function bothOf(a: Where, b: Where): Where {
	const joined = { ...a };
	for (const [id, codes] of Object.entries(b)) {
		const own = a[id] ?? [];
		const kept = own.length === 0 ? codes : codes.filter((code) => own.includes(code));
		joined[id] = kept.length === 0 && codes.length > 0 ? [nobody] : kept;
	}
	return joined;
}

/** No file holds a null character within a code. */
const nobody = '\u0000';
