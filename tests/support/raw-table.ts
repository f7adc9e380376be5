import Papa from 'papaparse';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** How a plain CSV text is read. */
export const plainReading: Reading = {
	...{ format: 'text', gzip: false, encoding: 'utf-8', bom: false, delimiter: ',', quote: '"' },
	...{ comment: '', headerRow: 1, headerRows: 1, decimal: '.', thousands: '' }
};

/** A CSV text as the reader puts it into the warehouse: the header is row 1. */
export async function rawTable(
	warehouse: Warehouse,
	csv: string,
	table = 'raw'
): Promise<RawTable> {
	const [header = [], ...rows] = Papa.parse<string[]>(csv.trim(), { delimiter: ',' }).data;
	const columns = header.map((heading, i) => ({ id: `c${i}`, heading, name: heading }));
	const types = ['row INTEGER', ...columns.map(({ id }) => `${id} VARCHAR`)];
	await warehouse.query(`CREATE OR REPLACE TABLE "${table}" (${types.join(', ')})`);
	for (const [i, row] of rows.entries()) {
		const cells = columns.map((_, at) => row[at]?.trim() || null);
		const marks = cells.map(() => '?').join(', ');
		await warehouse.query(`INSERT INTO "${table}" VALUES (${i + 2}, ${marks})`, cells);
	}
	return {
		...{ table, columns, rows: rows.length, rejected: [], rejectedRows: 0 },
		...{ notes: [], above: [], below: [], sha256: '0'.repeat(64) }
	};
}
