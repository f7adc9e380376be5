/** Shares and rates of one group over the categories, in the same order for both groups. */
export interface Structure {
	/** Category → share of the group; they add up to 1. */
	readonly share: readonly number[];
	/** Category → rate or mean. */
	readonly rate: readonly number[];
}

export interface Kitagawa {
	/** Difference of the overall rates; the two effects add up to it. */
	readonly difference: number;
	readonly composition: readonly number[];
	readonly rate: readonly number[];
	/** From the viewpoint of b. */
	readonly threefold: Readonly<Record<'composition' | 'rate' | 'interaction', number>>;
}

/**
 * Difference between two rates, split into composition, Σ (s_a − s_b)·(r_a + r_b)/2, and rates,
 * Σ (r_a − r_b)·(s_a + s_b)/2. Kitagawa, JASA 50 (1955), 1168-1194. A category that is empty in a group has
 * no rate there: leave it out, or merge it, before.
 */
export function kitagawa(a: Structure, b: Structure): Kitagawa {
	const shares = pairs(a.share, b.share);
	const rates = pairs(a.rate, b.rate);
	const over = (of: (share: Pair, rate: Pair) => number) =>
		shares.map((share, k) => of(share, rates[k] ?? [NaN, NaN]));
	const apart = ([one, other]: Pair) => one - other;
	const middle = ([one, other]: Pair) => (one + other) / 2;
	const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
	return {
		difference: sum(over((s, r) => s[0] * r[0])) - sum(over((s, r) => s[1] * r[1])),
		composition: over((s, r) => apart(s) * middle(r)),
		rate: over((s, r) => apart(r) * middle(s)),
		threefold: {
			composition: sum(over((s, r) => apart(s) * r[1])),
			rate: sum(over((s, r) => s[1] * apart(r))),
			interaction: sum(over((s, r) => apart(s) * apart(r)))
		}
	};
}

type Pair = readonly [a: number, b: number];

function pairs(a: readonly number[], b: readonly number[]): Pair[] {
	return a.map((value, k) => [value, b[k] ?? NaN]);
}
