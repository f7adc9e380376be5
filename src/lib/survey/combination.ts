/** A function of statistics with what the delta method needs of it. */
export interface Combination {
	readonly value: (values: readonly number[]) => number;
	readonly gradient: (values: readonly number[]) => readonly number[];
}

/** Scales on which two statistics are compared: (a − b)/a, a/b and ln(a/b). */
export type ComparisonScale = 'relative' | 'ratio' | 'log-ratio';

/** Σ c_k·θ_k. */
export function linearCombination(coefficients: readonly number[]): Combination {
	return {
		value: (values) => values.reduce((sum, v, k) => sum + (coefficients[k] ?? 0) * v, 0),
		gradient: () => coefficients
	};
}

/** Two statistics on a scale; not finite where it is undefined. */
export function comparison(scale: ComparisonScale): Combination {
	switch (scale) {
		case 'relative':
			return {
				value: ([a = NaN, b = NaN]) => (a - b) / a,
				gradient: ([a = NaN, b = NaN]) => [b / a ** 2, -1 / a]
			};
		case 'ratio':
			return {
				value: ([a = NaN, b = NaN]) => a / b,
				gradient: ([a = NaN, b = NaN]) => [1 / b, -a / b ** 2]
			};
		case 'log-ratio':
			return {
				value: ([a = NaN, b = NaN]) => Math.log(a / b),
				gradient: ([a = NaN, b = NaN]) => [1 / a, -1 / b]
			};
	}
}
