/** How the values of one criterion are brought to a common scale. */
export type Normalisation = 'min-max' | 'z-score' | 'rank';

export interface Criterion {
	readonly id: string;
	/** A smaller value counts for more. */
	readonly lessIsMore?: boolean;
}

export interface Normalised {
	/** Higher is always more urgent. */
	readonly scores: number[];
	/** All candidates have the same value, so the criterion tells nothing: every score is 0. */
	readonly constant: boolean;
}

/**
 * min–max (x − min)/(max − min), or 1 less that; z-score (x − mean)/sd with the sd of the candidates as a whole
 * population; rank: the share of the others that a candidate is ahead of, (k − r)/(k − 1) with r = 1 + #{better}.
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 */
export function normalise(
	values: readonly number[],
	method: Normalisation,
	{ lessIsMore = false }: Omit<Criterion, 'id'> = {}
): Normalised {
	const least = Math.min(...values);
	const most = Math.max(...values);
	if (!(most > least)) return { scores: values.map(() => 0), constant: true };
	const up = lessIsMore ? values.map((value) => -value) : values;
	return { scores: scoresOf(up, method), constant: false };
}

function scoresOf(values: readonly number[], method: Normalisation): number[] {
	if (method === 'rank') {
		const others = values.length - 1;
		return ranksOf(values).map((rank) => (values.length - rank) / others);
	}
	if (method === 'min-max') {
		const least = Math.min(...values);
		const range = Math.max(...values) - least;
		return values.map((value) => (value - least) / range);
	}
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const deviation = Math.sqrt(squares / values.length);
	return values.map((value) => (value - mean) / deviation);
}

/**
 * 1 for the highest score; r = 1 + #{better}, so that equal scores share the best of their ranks and the ranks
 * after them are left out. Scores that differ by rounding noise only are equal.
 */
export function ranksOf(scores: readonly number[]): number[] {
	return scores.map((own) => 1 + scores.filter((other) => isAbove(other, own)).length);
}

/** Whether a score is higher by more than rounding noise. */
function isAbove(a: number, b: number): boolean {
	return a - b > 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** The average shift in rank, R_S = mean |rank − other rank|. OECD and JRC (2008), step 7. */
export function rankShift(base: readonly number[], other: readonly number[]): number {
	if (base.length === 0) return 0;
	return base.reduce((sum, rank, i) => sum + Math.abs(rank - (other[i] ?? rank)), 0) / base.length;
}
