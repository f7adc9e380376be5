import type { RawEstimate } from '#lib/survey/inference.ts';
import { linearisedTally, type Linearised } from '#lib/survey/linearised.ts';
import { tally } from '#lib/survey/tally.ts';
import type { Asked } from './asked.ts';

/**
 * The statistics of each key in linearised form, for everything that a variance can be taken of by cluster;
 * undefined for quantiles and complete counts. What is more than a sum is fetched when it is first asked for.
 * @param by dimensions of the keys: those of the Question, and those of its differences
 */
export async function linearisedOf(
	asked: Asked,
	by: readonly string[]
): Promise<Linearised[] | undefined> {
	const { plan, cells, where } = asked;
	const { kind } = plan.indicator;
	if (plan.design.complete) return undefined;
	if (kind === 'mean' || kind === 'ratio' || kind === 'total') {
		return tally(cells, by, where).map((one) => linearisedTally(one, kind));
	}
	const { linearisedBeyondSums } = await beyondSums();
	return linearisedBeyondSums(asked, by);
}

/** Estimates of what has no linearised form: quantiles with their own intervals, and complete counts. */
export async function directEstimates(asked: Asked, by: readonly string[]): Promise<RawEstimate[]> {
	const beyond = await beyondSums();
	return beyond.directEstimates(asked, by);
}

let fetched: Promise<typeof import('./beyond-sums.ts')> | undefined;

/** Kept: to import again takes a turn of the browser's, although it is there. */
function beyondSums(): Promise<typeof import('./beyond-sums.ts')> {
	fetched ??= import('./beyond-sums.ts');
	// What did not arrive is tried again.
	fetched.catch(() => (fetched = undefined));
	return fetched;
}
