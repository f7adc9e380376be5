import type { ContrastOptions } from './contrast.ts';
import { infer } from './inference.ts';
import { linearisedTally, type Linearised } from './linearised.ts';
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
	return rankLinearised(
		tallies.map((tally) => linearisedTally(tally, options.kind)),
		options
	).ranks;
}

/** What may be said about the order of statistics: the ranks of each, and those that none is clearly above. */
export interface Ranking {
	readonly ranks: RankRange[];
	/** The keys of {@link topSet}, by value, highest first. */
	readonly top: (readonly string[])[];
}

/** {@link rankRanges} and {@link topSet} of any linearised statistics. */
export function rankLinearised(statistics: readonly Linearised[], options: PairOptions): Ranking {
	const ranked = rankable(statistics);
	return { ranks: rangesOf(ranked, options), top: topOf(ranked, options).map(({ key }) => key) };
}

function rangesOf(ranked: readonly Ranked[], options: PairOptions): RankRange[] {
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
	return ranked.map(({ key }, i) => ({
		key,
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
	const ranked = rankable(tallies.map((tally) => linearisedTally(tally, options.kind)));
	const top = topOf(ranked, options);
	return top.flatMap(({ key }) => tallies.find((tally) => tally.key === key) ?? []);
}

function topOf(unsorted: readonly Ranked[], options: PairOptions): Ranked[] {
	const ranked = unsorted.toSorted((a, b) => b.value - a.value);
	const [top, ...others] = ranked;
	if (!top) return [];
	const pair = pairOptions(ranked.length, options);
	return [top, ...others.filter((other) => clearOrder(top, other, pair) === 0)];
}

interface Ranked {
	readonly key: readonly string[];
	readonly value: number;
	/** Over the clusters of all that are ranked, so that pairs subtract entry by entry. */
	readonly scores: Scores;
}

function rankable(statistics: readonly Linearised[]): Ranked[] {
	const ranked = statistics.filter(({ value }) => value !== null);
	const strata = new Map<number, number>();
	for (const { scores } of ranked) {
		scores.cluster.forEach((id, i) => strata.set(id, scores.stratum[i] ?? 0));
	}
	const cluster = [...strata.keys()].sort((a, b) => order(strata, a, b));
	const stratum = cluster.map((id) => strata.get(id) ?? 0);
	const at = new Map(cluster.map((id, i) => [id, i]));
	return ranked.map(({ key, value, scores: own }) => {
		const n = cluster.map(() => 0);
		const score = cluster.map(() => 0);
		own.cluster.forEach((id, i) => {
			n[at.get(id) ?? 0] = own.n[i] ?? 0;
			score[at.get(id) ?? 0] = own.score[i] ?? 0;
		});
		return { key, value: value ?? 0, scores: { stratum, cluster, n, score } };
	});
}

function order(strata: ReadonlyMap<number, number>, a: number, b: number): number {
	return (strata.get(a) ?? 0) - (strata.get(b) ?? 0) || a - b;
}

type PairOptions = Omit<ContrastOptions, 'kind'>;

function pairOptions(k: number, options: PairOptions): PairOptions {
	return { ...options, level: 1 - (1 - options.level) / Math.max(1, k - 1) };
}

/** 1 when a is clearly above b, −1 when below, else 0: the t interval of `difference` leaves out 0. */
function clearOrder(a: Ranked, b: Ranked, { strata, lonely, level }: PairOptions): -1 | 0 | 1 {
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
