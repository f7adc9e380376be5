import type { FileTable } from '#lib/ingest/file-table.ts';
import { openTable } from '#lib/ingest/open-table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/**
 * Opens CSV files called `f.csv` in one warehouse, each content once: most Questions of a test file are about few
 * files, and to load one takes longer than to answer.
 */
export function openedFiles(): (
	warehouse: Warehouse,
	csv: Uint8Array<ArrayBuffer> | string
) => Promise<FileTable> {
	const files = new Map<string, Promise<FileTable>>();
	return (warehouse, csv) => {
		// One letter a byte: files that are no text are told apart as well.
		const content = typeof csv === 'string' ? csv : Buffer.from(csv).toString('latin1');
		const table = `file_${files.size}`;
		const file =
			files.get(content) ?? openTable(warehouse, { blob: new Blob([csv]), name: 'f.csv', table });
		files.set(content, file);
		return file;
	};
}
