import type { Criterion } from './normalise.ts';

/** What candidates are weighed by, in the order of the page. */
export const criteria = [
	...([{ id: 'need' }, { id: 'scarcity' }, { id: 'reach' }, { id: 'equity' }] as const)
] as const satisfies readonly Criterion[];
export type CriterionId = (typeof criteria)[number]['id'];

/** The weights that hold until the reader moves them; this project's own. */
export const defaultWeights: Readonly<Record<CriterionId, number>> = {
	need: 35,
	scarcity: 25,
	reach: 25,
	equity: 15
};

/** What stands under these criteria in a row of all of them. */
export function columnsOf<Value>(row: readonly Value[], used: readonly CriterionId[]): Value[] {
	return row.filter((_, j) => used.some((id) => id === criteria[j]?.id));
}
