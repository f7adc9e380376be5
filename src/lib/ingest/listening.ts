import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** The warehouse, each of whose statements the signal stops. */
export function listening(warehouse: Warehouse, signal: AbortSignal | undefined): Warehouse {
	if (!signal) return warehouse;
	return {
		query: (sql, parameters, options) => warehouse.query(sql, parameters, { signal, ...options }),
		loadCsv: (table, csv, columns) => warehouse.loadCsv(table, csv, columns),
		withFile: (content, use) => warehouse.withFile(content, use),
		lock: () => warehouse.lock(),
		close: () => warehouse.close()
	};
}
