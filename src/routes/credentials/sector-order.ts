import type { Asker, Where } from '#lib/decisions/asker.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { defaultWeights, type CriterionId } from '#lib/decisions/criteria.ts';
import type { RankDraws } from '#lib/decisions/draws.ts';
import { gatherEvidence } from '#lib/decisions/evidence.ts';
import { measure, type Weighed } from '#lib/decisions/measure.ts';
import { prioritise } from '#lib/decisions/priority.ts';

/** A candidate in its place among others, by the default weights. */
export interface Placed extends Weighed {
	readonly rank: number;
	readonly draws: RankDraws;
	/** How many are in order. */
	readonly of: number;
	/** What they are weighed by. */
	readonly used: readonly CriterionId[];
}

/**
 * Candidates in the order of the default weights, first place first; without those whose evidence may not be ranked.
 * The page of all courses gives the same ranks when it shows these candidates under the same filters.
 * @param candidates all those of a sector
 */
export async function inOrder(
	candidates: readonly Candidate[],
	{ asker, where }: { readonly asker: Asker; readonly where: Where }
): Promise<Placed[]> {
	const weighed: Weighed[] = [];
	for (const candidate of candidates) {
		const evidence = await gatherEvidence(candidate, where, asker);
		if (!evidence.unfit) weighed.push({ candidate, evidence });
	}
	const measured = await measure(weighed, asker);
	const priority = prioritise(measured, { weights: defaultWeights, aggregation: 'linear' });
	if ('code' in priority) return [];
	const { draws, index, used } = priority;
	return weighed
		.flatMap((one, i): Placed[] => {
			const [own, rank] = [draws[i], index.ranks[i]];
			return own && rank ? [{ ...one, rank, draws: own, of: weighed.length, used }] : [];
		})
		.toSorted((a, b) => a.rank - b.rank);
}
