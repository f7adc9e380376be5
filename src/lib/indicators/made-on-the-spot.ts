import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Measure } from './compile.ts';
import type { Indicator } from './declaration.ts';

/** An indicator that a person makes up while asking, of columns whose values are text. */
export type SpotIndicator =
	/** How many the rows stand for: the sum of their weights. */
	| { readonly kind: 'count' }
	/** Σ w·y / Σ w of a column of numbers. */
	| { readonly kind: 'mean'; readonly of: string }
	/** Σ w·y of a column of numbers. */
	| { readonly kind: 'total'; readonly of: string }
	/** The weighted share of the rows with a value that have this one. */
	| { readonly kind: 'proportion'; readonly of: string; readonly equals: string };

/** What more can be asked of a file from the command line. */
export type FileIndicator =
	| SpotIndicator
	/** Σ w·y / Σ w·x of two columns of numbers. */
	| { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
	| { readonly kind: 'quantile'; readonly of: string }
	/** Share to whom the event has not happened, by time; it ended the time where the column has this value. */
	| {
			readonly kind: 'curve';
			readonly time: string;
			readonly event: string;
			readonly equals: string;
	  };

/** What an indicator made on the spot compiles to: as much of a declaration as estimates need. */
export interface SpotMeasure extends Measure {
	readonly kind: 'mean' | 'ratio' | 'total';
	readonly interval: Exclude<Indicator['interval'], 'own'>;
	readonly measure: 'count' | 'index' | 'share';
}

/** The numerator in SQL, NULL where the answer is missing, and the estimator that goes with it. */
export function compileSpot(indicator: SpotIndicator): SpotMeasure {
	if (indicator.kind === 'count') {
		return { kind: 'total', interval: 't', measure: 'count', numerator: '1' };
	}
	const column = quoteIdentifier(indicator.of);
	if (indicator.kind === 'mean' || indicator.kind === 'total') {
		return {
			...{ kind: indicator.kind, interval: 't', measure: 'index' },
			numerator: `TRY_CAST(${column} AS DOUBLE)`
		};
	}
	return {
		...{ kind: 'mean', interval: 'xlogit', measure: 'share' },
		numerator: `(${column}::VARCHAR = ${quoteText(indicator.equals)})::INTEGER`
	};
}

/** The same for what sums carry; a quantile and a curve compile to the mean of their values. */
export function compileIndicator(indicator: FileIndicator): SpotMeasure {
	const cast = (name: string) => `TRY_CAST(${quoteIdentifier(name)} AS DOUBLE)`;
	const plain = { interval: 't', measure: 'index' } as const;
	switch (indicator.kind) {
		case 'ratio':
			return {
				...{ ...plain, kind: 'ratio', numerator: cast(indicator.numerator) },
				denominator: cast(indicator.denominator)
			};
		case 'quantile':
			return { ...plain, kind: 'mean', numerator: cast(indicator.of) };
		case 'curve':
			return { ...plain, kind: 'mean', numerator: cast(indicator.time) };
		default:
			return compileSpot(indicator);
	}
}

const numberPattern = String.raw`[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?`;

/** SQL condition over a column: its value is a finite number; false where it is missing. */
export function isNumberSql(column: string): string {
	const name = quoteIdentifier(column);
	// A cast alone takes "inf", "nan" and digits with underscores for numbers.
	return `coalesce(regexp_full_match(${name}::VARCHAR, '${numberPattern}') AND isfinite(TRY_CAST(${name} AS DOUBLE)), false)`;
}
