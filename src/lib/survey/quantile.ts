/**
 * How a quantile is read off a weighted distribution. math: the smallest value with F ≥ p; school and hf2:
 * the same, but the mean of that value and the next where F = p exactly; hf6 and hf7: linear between values
 * (Hyndman and Fan, The American Statistician 50, 1996, definitions 6 and 7), weighted as in R's
 * svyquantile(qrule = …).
 */
export type QuantileRule = (typeof quantileRules)[number];

export const quantileRules = ['math', 'school', 'hf2', 'hf6', 'hf7'] as const;

/** Values in ascending order with the running sum of their weights. */
export interface Distribution {
	readonly value: readonly number[];
	readonly weight: readonly number[];
	readonly running: readonly number[];
}

/** Probabilities closer than this to a step of the distribution function are on the step. */
const tie = 1e-12;

/** The distribution of values with a weight above zero. */
export function distributionOf(
	values: readonly number[],
	weights: readonly number[]
): Distribution {
	const rows = values.map((value, i) => ({ value, weight: weights[i] ?? 0 }));
	const kept = rows.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
	let sum = 0;
	return {
		value: kept.map(({ value }) => value),
		weight: kept.map(({ weight }) => weight),
		running: kept.map(({ weight }) => (sum += weight))
	};
}

/** The quantile at p; NaN for an empty distribution or a p outside 0 to 1. */
export function quantileOf(distribution: Distribution, p: number, rule: QuantileRule): number {
	const { value, weight, running } = distribution;
	const last = value.length - 1;
	const total = running[last];
	if (total === undefined || !(p >= 0 && p <= 1)) return NaN;
	if (rule === 'hf7') {
		const below = running[last - 1];
		if (below === undefined) return value[0] ?? NaN;
		return interpolate([0, ...running.slice(0, last)], value, p * below);
	}
	if (rule === 'hf6') return interpolate(running, value, p * (total + (weight[last] ?? 0)));
	const at = stepAt(distribution, p);
	const own = value[at] ?? NaN;
	const isOnStep = Math.abs((running[at] ?? 0) / total - p) <= tie;
	return rule === 'math' || !isOnStep ? own : (own + (value[at + 1] ?? own)) / 2;
}

/**
 * The two values between which any is a quantile at p, because the distribution function has a step there
 * exactly: rounding decides which of them a program returns.
 */
export function tieAt(distribution: Distribution, p: number): [number, number] | undefined {
	const { value, running } = distribution;
	const total = running[running.length - 1] ?? 0;
	const at = running.findIndex((sum) => Math.abs(sum / total - p) < tie);
	const own = value[at];
	const next = value[at + 1];
	return own === undefined || next === undefined || own === next ? undefined : [own, next];
}

/** The first position with F ≥ p. */
function stepAt({ running }: Distribution, p: number): number {
	const last = running.length - 1;
	const aim = (p - tie) * (running[last] ?? 0);
	let low = 0;
	let high = last;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((running[middle] ?? 0) >= aim) high = middle;
		else low = middle + 1;
	}
	return low;
}

/**
 * y at x on the line through the points; the first or last y outside. Within rounding of a point it is that
 * point: whether a value counts as below the quantile must not hang on the last bit.
 */
function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
	const noise = tie * (xs[xs.length - 1] ?? 0);
	const after = xs.findIndex((one) => one > x + noise);
	if (after === -1) return ys[ys.length - 1] ?? NaN;
	if (after === 0) return ys[0] ?? NaN;
	const from = xs[after - 1] ?? 0;
	const start = ys[after - 1] ?? NaN;
	if (x - from <= noise) return start;
	const share = (x - from) / ((xs[after] ?? 0) - from);
	return start + share * ((ys[after] ?? NaN) - start);
}
