import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { Reading } from './reading/reading.ts';

/** Bytes of text from which tables are held compressed. */
const largeBytes = 30_000_000;
/** What gzip makes smaller, as a rule. */
const packedTimes = 10;

/**
 * From here on the tables of a large file are made in a database that compresses them: a million rows take 50 MB
 * in place of 650, for a third more time. DuckDB does so in memory only when it is asked to.
 */
export async function compressLarge(
	warehouse: Warehouse,
	blob: Blob,
	{ gzip }: Reading
): Promise<void> {
	if (blob.size * (gzip ? packedTimes : 1) < largeBytes) return;
	await warehouse.query("ATTACH IF NOT EXISTS ':memory:' AS compressed (COMPRESS)");
	await warehouse.query('USE compressed');
}
