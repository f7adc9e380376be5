import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Measure } from './compile.ts';
import type { Indicator } from './declaration.ts';

/** An indicator that a person makes up while asking, of columns whose values are text. */
export type SpotIndicator =
	/** How many the rows stand for: the sum of their weights. */
	| { readonly kind: 'count' }
	/** Σ w·y / Σ w of a column of numbers. */
	| { readonly kind: 'mean'; readonly of: string }
	/** The weighted share of the rows with a value that have this one. */
	| { readonly kind: 'proportion'; readonly of: string; readonly equals: string };

/** What an indicator made on the spot compiles to: as much of a declaration as estimates need. */
export interface SpotMeasure extends Measure {
	readonly kind: 'mean' | 'total';
	readonly interval: Indicator['interval'];
	readonly measure: 'count' | 'index' | 'share';
}

/** The numerator in SQL, NULL where the answer is missing, and the estimator that goes with it. */
export function compileSpot(indicator: SpotIndicator): SpotMeasure {
	if (indicator.kind === 'count') {
		return { kind: 'total', interval: 't', measure: 'count', numerator: '1' };
	}
	const column = quoteIdentifier(indicator.of);
	if (indicator.kind === 'mean') {
		return {
			...{ kind: 'mean', interval: 't', measure: 'index' },
			numerator: `TRY_CAST(${column} AS DOUBLE)`
		};
	}
	return {
		...{ kind: 'mean', interval: 'xlogit', measure: 'share' },
		numerator: `(${column} = ${quoteText(indicator.equals)})::INTEGER`
	};
}

const numberPattern = String.raw`[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?`;

/** SQL condition over a column of text: its value is a finite number; false where it is missing. */
export function isNumberSql(column: string): string {
	const name = quoteIdentifier(column);
	// A cast alone takes "inf", "nan" and digits with underscores for numbers.
	return `coalesce(regexp_full_match(${name}, '${numberPattern}') AND isfinite(TRY_CAST(${name} AS DOUBLE)), false)`;
}
