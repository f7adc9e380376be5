import type { Comparison } from '#lib/answers/standing.ts';
import type { Indicator } from '#lib/indicators/declaration.ts';

/**
 * Whether the first group of a difference is behind or ahead, by what more of the indicator is; undefined where
 * the two can't be told apart, or where neither is better.
 */
export function placeOf(
	comparison: Comparison,
	moreIs: Indicator['moreIs']
): 'behind' | 'ahead' | undefined {
	if (comparison === 'unclear' || comparison === 'unknown' || moreIs === 'neither')
		return undefined;
	return (comparison === 'below') === (moreIs === 'better') ? 'behind' : 'ahead';
}
