import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { Reading } from './reading/reading.ts';

/** Bytes of text from which it is asked whether memory is scarce. */
const largeBytes = 20_000_000;
/** What gzip makes smaller, as a rule. */
const packedTimes = 10;
/** Times its text that an import may come to take in memory: raw table, counts, tables of the contract, problems. */
const neededTimes = 16;

/**
 * From here on the tables of a large file are made in a database that compresses them, where memory is scarce, as in
 * a browser: a million rows take 50 MB in place of 650, for twice the time. DuckDB does so in memory only when it is
 * asked to.
 * @returns whether they are compressed
 */
export async function compressLarge(
	warehouse: Warehouse,
	blob: Blob,
	{ gzip }: Reading
): Promise<boolean> {
	const text = blob.size * (gzip ? packedTimes : 1);
	if (text < largeBytes || text * neededTimes < (await memoryLimit(warehouse))) return false;
	await warehouse.query("ATTACH IF NOT EXISTS ':memory:' AS compressed (COMPRESS)");
	await warehouse.query('USE compressed');
	return true;
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes that DuckDB may hold, of which it only tells `488.2 MiB`. */
async function memoryLimit(warehouse: Warehouse): Promise<number> {
	const answer = await warehouse.query("SELECT current_setting('memory_limit') AS size");
	const [amount, unit = ''] = String(answer.column('size')[0]).split(' ');
	// An answer in other words is one of too little.
	return Number(amount) * 1024 ** units.indexOf(unit) || 0;
}
