import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { PreviewRow } from '#lib/state/import/bench.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** Rows that a preview shows. */
const shown = 12;

/** The first rows of a raw table. */
export async function readPreview(warehouse: Warehouse, raw: RawTable): Promise<PreviewRow[]> {
	const found = await warehouse.query(
		`SELECT * FROM ${quoteIdentifier(raw.table)} ORDER BY "row" LIMIT ${shown}`
	);
	const numbers = found.column('row');
	const columns = raw.columns.map(({ id }) => found.column(id));
	return numbers.map((row, at) => ({
		row: Number(row),
		cells: columns.map((cells) => {
			const cell = cells[at] ?? null;
			return cell === null ? null : String(cell);
		})
	}));
}
