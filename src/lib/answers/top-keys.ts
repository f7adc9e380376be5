import type { EstimateOptions } from '#lib/survey/estimate.ts';
import { topSet } from '#lib/survey/rank.ts';
import type { Breathe } from './breath.ts';
import type { TalliedEstimate } from './file-problems.ts';

/**
 * Keys that can't be told apart from the highest value, by value, unreliable ones left out: as topSet of all at
 * once, but with a pause between two pairs.
 */
export async function topKeys(
	graded: readonly TalliedEstimate[],
	options: EstimateOptions,
	breathe: Breathe
): Promise<(readonly string[])[]> {
	const sayable = graded
		.filter(({ estimate: { quality, value } }) => value !== null && quality !== 'unreliable')
		.sort((a, b) => (b.estimate.value ?? 0) - (a.estimate.value ?? 0));
	const [highest, ...others] = sayable;
	if (!highest) return [];
	const level = 1 - (1 - options.level) / Math.max(1, others.length);
	const top = [highest.tally.key];
	for (const { tally: other } of others) {
		await breathe();
		const pair = topSet([highest.tally, other], { ...options, level });
		if (pair.length > 1) top.push(other.key);
	}
	return top;
}
