import { noCode, type Cells } from '#lib/survey/cells.ts';
import type { Tally } from '#lib/survey/tally.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import type { FileQuestion } from './file-question.ts';

/** Respondents used who belong to no group, since a column of `by` is blank for them. */
export interface Unclassified {
	readonly n: number;
	readonly sumWeights: number;
}

/** An estimate with the sums it was made from. */
export interface TalliedEstimate {
	readonly tally: Tally;
	readonly estimate: Estimate;
}

/** How many respondents of the cells, and of what weight, have no code in a column of `by`. */
export function unclassified(cells: Cells, by: readonly string[]): Unclassified {
	const columns = by.flatMap((id) => cells.dimensions[id]?.index ?? []);
	let n = 0;
	let sumWeights = 0;
	for (let row = 0; row < cells.length; row++) {
		if (!columns.some((index) => index[row] === noCode)) continue;
		n += cells.n[row] ?? 0;
		sumWeights += cells.w[row] ?? 0;
	}
	return { n, sumWeights };
}

/** The stratum that has more clusters in the file than it declares for the population. */
export function impossiblePopulation(
	{ design }: Pick<FileQuestion, 'design'>,
	{ strata }: Pick<Cells, 'strata'>
): Problem | undefined {
	if (design.population === undefined) return undefined;
	const wrong = strata.find(({ clusters, population }) => (population ?? 0) < clusters);
	if (!wrong) return undefined;
	return problem('bad-population', { column: design.population, stratum: stratumName(wrong.id) });
}

/** No group at all: nobody who is left has a code in every column of `by`. */
export function nobodyLeft(
	{ by, file }: Pick<FileQuestion, 'by' | 'file'>,
	estimates: readonly unknown[]
): Problem | undefined {
	if (estimates.length > 0) return undefined;
	return problem('no-rows', { file, by: by.join(', ') });
}

/** The stratum for whose single cluster no estimate at all has a standard error. */
export function lonelyStratum(
	{ design, lonely = 'fail' }: FileQuestion,
	{ strata }: Cells,
	estimates: readonly TalliedEstimate[]
): Problem | undefined {
	if (design.strata.length === 0) return undefined;
	const valued = estimates.filter(({ estimate: { value } }) => value !== null);
	const [failed] = valued;
	if (!failed || !valued.every(({ estimate: { reason } }) => reason === 'lonely-stratum'))
		return undefined;
	const { stratum, n } = failed.tally.clusters;
	const at = stratum.find((h, i) => strata[h]?.clusters === 1 && (n[i] ?? 0) > 0);
	const name = stratumName(strata[at ?? -1]?.id ?? '');
	return problem('lonely-stratum', { stratum: name, rule: lonely });
}

/** Several columns make one id with a separator that nobody sees. */
export function stratumName(id: string): string {
	return id.replaceAll('\u001f', ', ');
}
