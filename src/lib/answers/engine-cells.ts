import type { Table, Warehouse } from '#lib/warehouse/warehouse.ts';
import type { CellMaker } from './ask.ts';
import { cellsFromTable } from './cells-from-table.ts';
import { compilePlan } from './compile-plan.ts';

/** Makes cells with DuckDB out of the records that it has loaded; a table's frame is counted once. */
export function cellMaker(warehouse: Warehouse): CellMaker {
	const frames = new Map<string, Promise<Table>>();
	return async (plan) => {
		const { cells, frame } = compilePlan(plan);
		const counted = frames.get(frame.sql) ?? warehouse.query(frame.sql, frame.parameters);
		frames.set(frame.sql, counted);
		const table = await warehouse.query(cells.sql, cells.parameters);
		const by = plan.columns.map((id) => ({ id, codes: plan.codes[id] ?? [] }));
		return cellsFromTable(table, await counted, by);
	};
}
