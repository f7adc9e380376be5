import type { ChartTable } from '#lib/charts/chart-table.ts';
import { shareWeights } from '#lib/decisions/composite.ts';
import { drawSettings, drawWeights } from '#lib/decisions/draw-weights.ts';
import { criteria } from '#lib/decisions/criteria.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { credentialsMethod as words } from '#lib/vocabulary/messages/credentials-method.ts';
import type { Settings } from './choices.ts';
import type { Order } from './order.ts';

/** What the rank ranges are made from, beside the table of the list. */
export type OrderFile = 'replicates' | 'weights';

interface ChartFile {
	readonly table: ChartTable;
	/** What it holds, and how it was made. */
	readonly note: string;
}

/**
 * A line for each candidate and criterion that counts: the value, and what it would have been in each replicate; or
 * a line for each draw: the weights that it takes.
 */
export function orderFile(file: OrderFile, order: Order, settings: Settings): ChartFile {
	const { replicates, seed } = bootstrapSettings;
	const { draws, seed: weightSeed, concentration } = drawSettings;
	return file === 'replicates'
		? { table: replicateTable(order), note: words.replicatesNote(replicates, seed) }
		: {
				table: weightTable(order, settings),
				note: words.weightsNote(draws, weightSeed, concentration)
			};
}

function replicateTable({ measured, used }: Order): ChartTable {
	const count = bootstrapSettings.replicates;
	const names = Array.from({ length: count }, (_, r) => `r${r}`);
	const { candidate: one, criterion, value } = words.columns;
	return {
		caption: words.replicates,
		columns: [one, criterion, value, ...names].map((id) => ({ id, label: id })),
		rows: measured.weighed.flatMap(({ candidate }, i) =>
			criteria.flatMap(({ id }, j) => {
				if (!used.includes(id)) return [];
				const drawn = measured.replicates[i]?.[j] ?? [];
				const cells = names.map((_, r) => {
					const found = drawn[r];
					return found === undefined || Number.isNaN(found) ? null : found;
				});
				const first = measured.values[i]?.[j] ?? null;
				return [{ id: `${candidate.id} ${id}`, cells: [candidate.id, id, first, ...cells] }];
			})
		)
	};
}

function weightTable({ used }: Order, { weights }: Settings): ChartTable {
	const kept = criteria.filter(({ id }) => used.includes(id));
	const shares = shareWeights(
		kept.map(({ id }) => weights[id]),
		kept
	);
	const drawn = 'code' in shares ? [] : drawWeights(shares);
	return {
		caption: words.weights,
		columns: [words.columns.draw, ...used].map((id) => ({ id, label: id })),
		rows: drawn.map((row, d) => ({ id: `${d}`, cells: [d, ...row] }))
	};
}
