import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { correlations } from '#lib/decisions/correlations.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { columnsOf, type CriterionId } from '#lib/decisions/criteria.ts';
import type { Priority } from '#lib/decisions/priority.ts';
import { weighing } from '#lib/vocabulary/messages/credentials.ts';
import { firmness as words } from '#lib/vocabulary/messages/credentials-firm.ts';
import { formatValue } from '#lib/vocabulary/numbers.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Order } from './order.ts';

/** How far the order depends on the weights and on criteria that say the same. */
export interface Firmness {
	readonly scenarios: ChartTable;
	readonly correlations: ChartTable;
	readonly notes: readonly string[];
}

/** From this correlation on two criteria are said to order alike. */
const alike = 0.7;

/** Undefined where fewer than two candidates are in order. */
export function firmnessOf(order: Order, catalogue: Catalogue): Firmness | undefined {
	const { priority, used, measured } = order;
	if (!priority || order.ranked.length < 2) return undefined;
	const values = measured.values.map((row) => columnsOf(row, used));
	const matrix = correlations(values, 'spearman');
	return {
		scenarios: scenarioTable(priority),
		correlations: correlationTable(used, matrix),
		notes: [
			...unusedNotes(order, catalogue),
			...constantNotes(order, priority),
			...alikeNotes(used, matrix)
		]
	};
}

/** Base, equal weights, each criterion left out: the average shift in rank R_S, OECD and JRC (2008), step 7. */
function scenarioTable({ scenarios }: Priority): ChartTable {
	const number = true;
	const { scenario, shift: average, most, stay } = words.scenarioHeads;
	const [base] = scenarios;
	return {
		caption: words.scenarios,
		columns: [
			{ id: 'scenario', label: scenario },
			{ id: 'average_shift', label: average, number },
			{ id: 'largest_shift', label: most, number },
			{ id: 'stay', label: stay, number }
		],
		rows: scenarios.slice(1).map(({ id, ranks, shift }) => {
			const moves = ranks.map((rank, i) => Math.abs(rank - (base?.ranks[i] ?? rank)));
			const first = ranks.map((_, i) => i).filter((i) => (base?.ranks[i] ?? 0) <= drawSettings.top);
			const kept = first.filter((i) => (ranks[i] ?? 0) <= drawSettings.top);
			const largest = Math.max(0, ...moves);
			return {
				id,
				cells: [
					capitalised(words.ids[id] ?? id),
					{ text: formatValue(shift, 'level'), raw: shift },
					{ text: `${largest}`, raw: largest },
					words.stay(kept.length, first.length)
				]
			};
		})
	};
}

function correlationTable(
	used: readonly CriterionId[],
	matrix: readonly (readonly (number | null)[])[]
): ChartTable {
	return {
		caption: words.correlations,
		columns: [
			{ id: 'criterion', label: words.criterion },
			...used.map((id) => ({ id, label: labelOf(id), number: true }))
		],
		rows: used.map((id, i) => ({
			id,
			cells: [
				labelOf(id),
				...used.map((_, j) => {
					const found = matrix[i]?.[j] ?? null;
					return found === null
						? { text: words.none, raw: null }
						: { text: formatValue(found, 'index'), raw: found };
				})
			]
		}))
	};
}

function unusedNotes({ scarcityUnknown }: Order, catalogue: Catalogue): string[] {
	if (scarcityUnknown.length === 0) return [];
	const names = scarcityUnknown.map((code) => sectorInSentence(catalogue, code));
	return [words.unused(joinWords(names))];
}

function constantNotes({ measured }: Order, { index }: Priority): string[] {
	const sectors = new Set(measured.weighed.map(({ candidate }) => candidate.sector));
	return index.constant.map((id) =>
		id === 'scarcity' && sectors.size === 1
			? words.constantScarcity
			: words.constant(labelOf(id as CriterionId))
	);
}

function alikeNotes(
	used: readonly CriterionId[],
	matrix: readonly (readonly (number | null)[])[]
): string[] {
	return used.flatMap((one, i) =>
		used.slice(i + 1).flatMap((other, k) => {
			const found = matrix[i]?.[i + 1 + k] ?? null;
			return found !== null && found >= alike
				? [words.twice(labelOf(one), labelOf(other).toLowerCase(), formatValue(found, 'index'))]
				: [];
		})
	);
}

function labelOf(id: CriterionId): string {
	return weighing.criteria[id].label;
}
