import { studentTail } from './quantile-t.ts';

/** Ranks from 1 for the smallest; equal values share the mean of their ranks. */
export function midRanks(values: readonly number[]): number[] {
	const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
	const ranks = values.map(() => 0);
	for (let from = 0; from < order.length;) {
		let to = from;
		while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
		for (const i of order.slice(from, to)) ranks[i] = (from + 1 + to) / 2;
		from = to;
	}
	return ranks;
}

/** Spearman's ρ: the correlation of the mid-ranks; NaN when all values of a variable are equal. */
export function spearman(x: readonly number[], y: readonly number[]): number {
	const middle = (x.length + 1) / 2;
	const [a, b] = [midRanks(x), midRanks(y)].map((ranks) => ranks.map((rank) => rank - middle));
	const product = (one: readonly number[] = [], other: readonly number[] = []) =>
		one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
	return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** t = ρ·√((n − 2)/(1 − ρ²)) and its two-sided p-value by Student's t on n − 2. */
export function spearmanTest(rho: number, n: number): { t: number; p: number } {
	const t = rho * Math.sqrt((n - 2) / (1 - rho * rho));
	if (!(n > 2) || Number.isNaN(t)) return { t, p: NaN };
	return { t, p: Math.abs(t) === Infinity ? 0 : 2 * studentTail(Math.abs(t), n - 2) };
}

/** Kendall's τ-b: concordant less discordant pairs over the geometric mean of the pairs not tied in x and y. */
export function kendall(x: readonly number[], y: readonly number[]): number {
	let score = 0;
	let pairsX = 0;
	let pairsY = 0;
	for (let i = 0; i < x.length; i++) {
		for (let j = 0; j < i; j++) {
			const a = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
			const b = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
			score += a * b;
			pairsX += a * a;
			pairsY += b * b;
		}
	}
	return score / Math.sqrt(pairsX * pairsY);
}
