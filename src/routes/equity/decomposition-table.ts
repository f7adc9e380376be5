import { compare } from '#lib/answers/standing.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { decomposition as words } from '#lib/vocabulary/messages/equity-decomposition.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import type { Equity } from './equity.ts';
import { shareOfGap } from './share-of-gap.ts';
import { parts, partOf, type Taken } from './taken.ts';

/** For each gap its parts in points and as shares of it, then its rates by category. */
export function decompositionTable(
	equity: Equity,
	made: readonly Taken[],
	caption: string
): ChartTable {
	const lines = made.flatMap((one) => [
		...wholeLines(one),
		...shareLines(one),
		...categoryLines(equity, one)
	]);
	return estimateTable(lines, {
		caption,
		heads: [
			{ id: 'gap', label: words.heads.gap },
			{ id: 'part', label: words.heads.part },
			{ id: 'category', label: words.heads.category }
		],
		value: words.heads.value
	});
}

function wholeLines(one: Taken): EstimateLine[] {
	return parts.map((part) => ({
		id: `${one.id} ${part}`,
		labels: [one.title, words.part[part], words.all],
		estimate: partOf(one, part),
		measure: 'points'
	}));
}

/** Shares of the gap, where it can be told apart from 0. */
function shareLines(one: Taken): EstimateLine[] {
	const gap = partOf(one, 'difference');
	if (!['above', 'below'].includes(compare(gap))) return [];
	return (['rate', 'composition'] as const).flatMap((part): EstimateLine[] => {
		const rest = partOf(one, part === 'rate' ? 'composition' : 'rate');
		const estimate = shareOfGap({ gap, part: partOf(one, part), rest });
		if (!estimate) return [];
		const labels = [one.title, words.shareOf(words.part[part]), words.all];
		return [{ id: `${one.id} ${part} share`, labels, estimate, measure: 'share' }];
	});
}

/**
 * Rates alone: what a single category adds to composition depends on where zero is, and only the sum over all
 * of them does not.
 */
function categoryLines({ teller }: Equity, { id, title, over, answer }: Taken): EstimateLine[] {
	const list = dimensions[over]?.codeList ?? '';
	return answer.estimates.flatMap((estimate): EstimateLine[] => {
		const [part, category] = (estimate.part ?? '').split(':');
		if (category === undefined || part !== 'rate') return [];
		const labels = [title, words.part.rate, labelOf(teller.catalogue, list, category)];
		return [{ id: `${id} ${category}`, labels, estimate, measure: 'points' }];
	});
}
