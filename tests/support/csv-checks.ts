import { afterAll, beforeAll } from 'vitest';
import type { Kind, RowUnit } from '#lib/ingest/matching/types.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkCsv, type CheckedCsv, type Given } from './checked-file.ts';

/** Checks CSV texts in one warehouse, which is open while the tests of the file run. */
export function csvChecks() {
	let warehouse: Warehouse;
	beforeAll(async () => {
		warehouse = await openNodeWarehouse();
	});
	afterAll(() => warehouse.close());
	return (csv: string, steps: readonly Step[], given?: Given): Promise<CheckedCsv> =>
		checkCsv(warehouse, csv, steps, given);
}

/** What the file is of, and what one of its rows is. */
export function kindStep(kind: Kind, unit: RowUnit): Step {
	return { do: 'kind', kind, unit };
}
