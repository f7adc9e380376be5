import type { NullReason } from '#lib/vocabulary/estimate.ts';
import { kitagawa } from './kitagawa.ts';
import type { Tally } from './tally.ts';
import type { Scores } from './variance.ts';

/** One piece of the difference between two groups, of which the variance can be taken. */
export interface Effect {
	/** The effects `rate` and `composition` add up to the difference, in value and in scores. */
	readonly part: 'difference' | 'rate' | 'composition';
	/** The category that it belongs to; null for the sum over all of them. */
	readonly category: string | null;
	readonly value: number;
	/** Linearised, by cluster, over the clusters of both groups: covariances are in it. */
	readonly scores: Scores;
}

/** The effects, or why there are none. */
export interface Decomposition {
	/** difference, rate, composition; then the rate effect and then the composition effect by category. */
	readonly effects: readonly Effect[];
	readonly reason?: NullReason;
	/** Categories in which one group has a rate and the other has none. */
	readonly lacking: readonly string[];
}

/**
 * Kitagawa's decomposition of the difference a − b between two means or ratios (see `kitagawa`), with scores
 * for its standard errors. The rate of a group in a category is y/x of its tally, the share is x of the tally
 * over x of the group. Each effect is a function of these totals, and its scores are theirs times its gradient
 * (the delta method; Lumley, Complex Surveys (2010)). Take the variance with `over: 'design'`, as
 * for every contrast. Respondents without a category are in no tally, so the difference is without them too.
 *
 * A category that one group lacks has no rate there and so there are no effects, even though its share is 0:
 * to put the other group's rate in its place would be to assume what was not seen. Merge it, or leave it out
 * of the tallies. A category that both groups lack is passed over.
 * @param tallies by [group, category]
 * @param groups the codes of a and b
 * @returns without effects: `empty` or `all-missing` where a group has nobody, `zero-denominator` where a
 * category is lacking
 */
export function decompose(
	tallies: readonly Tally[],
	[a, b]: readonly [a: string, b: string]
): Decomposition {
	const inGroup = (group: string) => tallies.filter(({ key }) => key[0] === group);
	const [ofA, ofB] = [inGroup(a), inGroup(b)];
	const reason = whyNobody(ofA) ?? whyNobody(ofB);
	if (reason) return { effects: [], reason, lacking: [] };
	const pairs = [...new Set(tallies.map(({ key }) => key[1] ?? ''))]
		.map((category) => ({
			category,
			a: ofA.find(({ key }) => key[1] === category),
			b: ofB.find(({ key }) => key[1] === category)
		}))
		.filter((pair) => (pair.a?.n ?? 0) + (pair.b?.n ?? 0) > 0);
	const whole = pairs.flatMap((pair) => {
		return hasRate(pair.a) && hasRate(pair.b) ? [{ ...pair, a: pair.a, b: pair.b }] : [];
	});
	if (whole.length < pairs.length) {
		const known = new Set(whole.map(({ category }) => category));
		const lacking = pairs.map(({ category }) => category).filter((one) => !known.has(one));
		return { effects: [], reason: 'zero-denominator', lacking };
	}
	return { effects: effectsOf(whole), lacking: [] };
}

interface Pair {
	readonly category: string;
	readonly a: Tally;
	readonly b: Tally;
}

function whyNobody(tallies: readonly Tally[]): NullReason | undefined {
	if (tallies.some(({ n }) => n > 0)) return undefined;
	return tallies.some(({ missing }) => missing > 0) ? 'all-missing' : 'empty';
}

function hasRate(tally: Tally | undefined): tally is Tally {
	return tally !== undefined && tally.n > 0 && tally.x !== 0;
}

function effectsOf(pairs: readonly Pair[]): Effect[] {
	const frame = frameOf(pairs.flatMap(({ a, b }) => [a, b]));
	const a = groupOf(
		pairs.map((pair) => pair.a),
		frame
	);
	const b = groupOf(
		pairs.map((pair) => pair.b),
		frame
	);
	const values = kitagawa(a, b);
	const effect = (part: 'rate' | 'composition', { category }: Pair, k: number) => {
		const share = [a.share[k] ?? 0, b.share[k] ?? 0] as const;
		const rate = [a.rate[k] ?? 0, b.rate[k] ?? 0] as const;
		const [apart, middle] = part === 'rate' ? [rate, share] : [share, rate];
		const [moved, held] =
			part === 'rate' ? (['rate', 'share'] as const) : (['share', 'rate'] as const);
		const score = frame.stratum.map((_, c) => {
			const of = (group: Group, what: 'share' | 'rate') => group.scores[k]?.[what][c] ?? 0;
			const first = ((of(a, moved) - of(b, moved)) * (middle[0] + middle[1])) / 2;
			return first + ((apart[0] - apart[1]) * (of(a, held) + of(b, held))) / 2;
		});
		return { part, category, value: (values[part][k] ?? 0) + 0, scores: { ...frame, score } };
	};
	const rates = pairs.map((pair, k) => effect('rate', pair, k));
	const compositions = pairs.map((pair, k) => effect('composition', pair, k));
	return [
		sumOf('difference', [...rates, ...compositions]),
		sumOf('rate', rates),
		sumOf('composition', compositions),
		...rates,
		...compositions
	];
}

function sumOf(part: Effect['part'], effects: readonly Effect[]): Effect {
	const sum = (of: (effect: Effect) => number) => effects.reduce((all, one) => all + of(one), 0);
	const frame = effects[0]?.scores ?? { stratum: [], cluster: [], n: [], score: [] };
	const score = frame.score.map((_, c) => sum(({ scores }) => scores.score[c] ?? 0));
	return { part, category: null, value: sum(({ value }) => value), scores: { ...frame, score } };
}

/** The clusters in which a tally has a row, by stratum, then cluster. */
type Frame = Omit<Scores, 'score'>;

function frameOf(tallies: readonly Tally[]): Frame {
	const found = new Map<number, { stratum: number; cluster: number; n: number }>();
	for (const { clusters } of tallies) {
		clusters.cluster.forEach((cluster, i) => {
			const before = found.get(cluster)?.n ?? 0;
			const n = before + (clusters.n[i] ?? 0);
			found.set(cluster, { stratum: clusters.stratum[i] ?? 0, cluster, n });
		});
	}
	const sorted = [...found.values()].sort((a, b) => a.stratum - b.stratum || a.cluster - b.cluster);
	return {
		stratum: sorted.map(({ stratum }) => stratum),
		cluster: sorted.map(({ cluster }) => cluster),
		n: sorted.map(({ n }) => n)
	};
}

interface Group {
	/** By category. */
	readonly share: readonly number[];
	readonly rate: readonly number[];
	/** By category: scores of the share and of the rate, by cluster of the frame. */
	readonly scores: readonly Readonly<Record<'share' | 'rate', readonly number[]>>[];
}

function groupOf(tallies: readonly Tally[], frame: Frame): Group {
	const total = tallies.reduce((sum, { x }) => sum + x, 0);
	const columns = tallies.map((tally) => columnsOf(tally, frame));
	const all = frame.cluster.map((_, c) => columns.reduce((sum, { wx }) => sum + (wx[c] ?? 0), 0));
	const share = tallies.map(({ x }) => x / total);
	const rate = tallies.map(({ x, y }) => y / x);
	const scores = columns.map(({ wx, wy }, k) => ({
		share: wx.map((own, c) => (own - (share[k] ?? 0) * (all[c] ?? 0)) / total),
		rate: wy.map((own, c) => (own - (rate[k] ?? 0) * (wx[c] ?? 0)) / (tallies[k]?.x ?? NaN))
	}));
	return { share, rate, scores };
}

/** The sums of a tally for every cluster of the frame, 0 where it has no row. */
function columnsOf({ clusters }: Tally, { cluster }: Frame): Record<'wx' | 'wy', number[]> {
	const at = new Map(clusters.cluster.map((id, i) => [id, i]));
	const column = (of: readonly number[]) => cluster.map((id) => of[at.get(id) ?? -1] ?? 0);
	return { wx: column(clusters.wx), wy: column(clusters.wy) };
}
