import type { Estimate } from '#lib/vocabulary/estimate.ts';

/** The three effects of a decomposition: `gap` is the sum of `part` and `rest`. */
export interface Parts {
	readonly gap: Estimate;
	readonly part: Estimate;
	readonly rest: Estimate;
}

/**
 * A part over the whole gap, with Fieller's interval (Journal of the Royal Statistical Society B 16, 1954): the
 * ratios ρ for which part − ρ·gap can't be told apart from 0. It leaves out 0 if and only if the interval of the
 * part does. The covariance needs no data: gap = part + rest, so that
 * 2·cov(part, gap) = var(part) + var(gap) − var(rest), the three taken over the same clusters.
 * @param parts effects with intervals of one level and one number of degrees of freedom, symmetric around values
 * @returns a share of the gap, 1 for all of it; undefined where the gap can't be told apart from 0, for then the
 * ratio has no bounded interval
 */
export function shareOfGap({ gap, part, rest }: Parts): Estimate | undefined {
	const [d, c, r] = [gap, part, rest].map(squared);
	if (!d || !c || !r || d.value === 0) return undefined;
	const a = d.value ** 2 - d.margin;
	const b = c.value * d.value - (c.margin + d.margin - r.margin) / 2;
	if (a <= 0) return undefined;
	const root = Math.sqrt(Math.max(0, b ** 2 - a * (c.value ** 2 - c.margin)));
	const [value, low, high] = [c.value / d.value, (b - root) / a, (b + root) / a];
	return { ...part, value: value + 0, se: null, low: low + 0, high: high + 0 };
}

/** Value, and the square of the half width of the interval: the variance times the squared quantile of t. */
function squared({ value, low, high }: Estimate) {
	if (value === null || low === null || high === null) return undefined;
	return { value, margin: ((high - low) / 2) ** 2 };
}
