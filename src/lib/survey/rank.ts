import type { ContrastOptions } from './contrast.ts';
import { infer } from './inference.ts';
import { scoresOf, valueOf, whyNoValue } from './linearise.ts';
import type { Tally } from './tally.ts';
import { usedClusters, variance, type Scores } from './variance.ts';

/** The ranks that a key may have; 1 is the highest value. */
export interface RankRange {
	readonly key: readonly string[];
	readonly best: number;
	readonly worst: number;
}

/**
 * How far each key may move in the ranking: best = 1 + the number clearly above it, worst = k − the number
 * clearly below. All k(k−1)/2 pairs are compared, each key with k − 1 others at level 1 − (1 − level)/(k − 1)
 * (Bonferroni), covariance included. A pair without an interval cannot be told apart.
 * @param tallies what is ranked; those without a value are left out, unreliable ones are the caller's to drop
 * @param options `level` is that of all comparisons of one key together, 0.95
 */
export function rankRanges(tallies: readonly Tally[], options: ContrastOptions): RankRange[] {
	const ranked = rankable(tallies, options);
	const above = ranked.map(() => 0);
	const below = ranked.map(() => 0);
	const pair = pairOptions(ranked.length, options);
	ranked.forEach((a, i) => {
		for (let j = i + 1; j < ranked.length; j++) {
			const b = ranked[j];
			const order = b ? clearOrder(a, b, pair) : 0;
			const [higher, lower] = order > 0 ? [i, j] : [j, i];
			if (order === 0) continue;
			above[lower] = (above[lower] ?? 0) + 1;
			below[higher] = (below[higher] ?? 0) + 1;
		}
	});
	return ranked.map(({ tally }, i) => ({
		key: tally.key,
		best: 1 + (above[i] ?? 0),
		worst: ranked.length - (below[i] ?? 0)
	}));
}

/**
 * The key with the highest value and all that cannot be told apart from it, by value, highest first: what a
 * sentence about "the highest" has to name. The highest is compared with each other key at level
 * 1 − (1 − level)/(k − 1).
 */
export function topSet(tallies: readonly Tally[], options: ContrastOptions): Tally[] {
	const ranked = rankable(tallies, options).sort((a, b) => b.value - a.value);
	const [top, ...others] = ranked;
	if (!top) return [];
	const pair = pairOptions(ranked.length, options);
	const level = others.filter((other) => clearOrder(top, other, pair) === 0);
	return [top, ...level].map(({ tally }) => tally);
}

interface Ranked {
	readonly tally: Tally;
	readonly value: number;
	/** Over the clusters of all that are ranked, so that pairs subtract entry by entry. */
	readonly scores: Scores;
}

function rankable(tallies: readonly Tally[], { kind }: ContrastOptions): Ranked[] {
	const ranked = tallies.filter((tally) => whyNoValue(tally, kind) === undefined);
	const strata = new Map<number, number>();
	for (const { clusters } of ranked) {
		clusters.cluster.forEach((id, i) => strata.set(id, clusters.stratum[i] ?? 0));
	}
	const cluster = [...strata.keys()].sort((a, b) => order(strata, a, b));
	const stratum = cluster.map((id) => strata.get(id) ?? 0);
	const at = new Map(cluster.map((id, i) => [id, i]));
	return ranked.map((tally) => {
		const value = valueOf(tally, kind);
		const own = scoresOf(tally, kind, value);
		const n = cluster.map(() => 0);
		const score = cluster.map(() => 0);
		own.cluster.forEach((id, i) => {
			n[at.get(id) ?? 0] = own.n[i] ?? 0;
			score[at.get(id) ?? 0] = own.score[i] ?? 0;
		});
		return { tally, value, scores: { stratum, cluster, n, score } };
	});
}

function order(strata: ReadonlyMap<number, number>, a: number, b: number): number {
	return (strata.get(a) ?? 0) - (strata.get(b) ?? 0) || a - b;
}

function pairOptions(k: number, options: ContrastOptions): ContrastOptions {
	return { ...options, level: 1 - (1 - options.level) / Math.max(1, k - 1) };
}

/** 1 when a is clearly above b, −1 when below, else 0: the t interval of `difference` leaves out 0. */
function clearOrder(a: Ranked, b: Ranked, { strata, lonely, level }: ContrastOptions): -1 | 0 | 1 {
	const scores = {
		...a.scores,
		n: a.scores.n.map((n, i) => n + (b.scores.n[i] ?? 0)),
		score: a.scores.score.map((score, i) => score - (b.scores.score[i] ?? 0))
	};
	const used = usedClusters(scores);
	const df = used.clusters - used.strata;
	const counts = { key: [], n: 0, missing: 0, sumWeights: 0, clusters: used.clusters, df };
	const point = {
		counts,
		value: a.value - b.value,
		variance: variance(scores, { strata, lonely, over: 'design' }),
		simple: 'normalised-weights',
		scale: Math.abs(a.value) + Math.abs(b.value)
	} as const;
	const { low, high } = infer(point, 't', level);
	if (low !== null && low > 0) return 1;
	return high !== null && high < 0 ? -1 : 0;
}
