import type { Cells } from './cells.ts';

/** Cells found to be in order, so that each is walked once. */
const inOrder = new WeakSet<Cells>();

/**
 * A cluster met twice would count as two and the standard error be wrong without a sign of it.
 * @throws RangeError when rows are not in order of stratum, cluster and unit
 */
export function assertOrder(cells: Cells): void {
	if (inOrder.has(cells)) return;
	const { length, stratum, cluster, unit } = cells;
	for (let row = 1; row < length; row++) {
		const step =
			(stratum[row] ?? 0) - (stratum[row - 1] ?? 0) ||
			(cluster[row] ?? 0) - (cluster[row - 1] ?? 0) ||
			(unit ? (unit[row] ?? 0) - (unit[row - 1] ?? 0) : 0);
		if (step < 0) throw new RangeError(`Row ${row} is not in order of stratum, cluster, unit`);
	}
	inOrder.add(cells);
}
