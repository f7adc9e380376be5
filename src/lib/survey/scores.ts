import type { Scores } from './variance.ts';

/** a + b, cluster by cluster; both lists are in order of stratum and cluster. */
export function addScores(a: Scores, b: Scores): Scores {
	const stratum: number[] = [];
	const cluster: number[] = [];
	const n: number[] = [];
	const score: number[] = [];
	let i = 0;
	let j = 0;
	// Negative when the entry of a comes first, 0 when both are the same cluster; an ended list comes last.
	const compare = () => {
		if (i >= a.score.length) return 1;
		if (j >= b.score.length) return -1;
		const strata = (a.stratum[i] ?? 0) - (b.stratum[j] ?? 0);
		return strata !== 0 ? strata : (a.cluster[i] ?? 0) - (b.cluster[j] ?? 0);
	};
	while (i < a.score.length || j < b.score.length) {
		const order = compare();
		const first = order <= 0 ? a : b;
		const at = order <= 0 ? i : j;
		const other = order === 0 ? j : -1;
		stratum.push(first.stratum[at] ?? 0);
		cluster.push(first.cluster[at] ?? 0);
		n.push((first.n[at] ?? 0) + (other < 0 ? 0 : (b.n[other] ?? 0)));
		score.push((first.score[at] ?? 0) + (other < 0 ? 0 : (b.score[other] ?? 0)));
		if (order <= 0) i++;
		if (order >= 0) j++;
	}
	return { stratum, cluster, n, score };
}
