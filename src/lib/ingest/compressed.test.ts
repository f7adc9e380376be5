import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainReading } from '#tests/support/raw-table.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { compressLarge } from './compressed.ts';
import { readFile } from './reading/read-file.ts';

let warehouse: Warehouse;
beforeEach(async () => void (warehouse = await openNodeWarehouse()));
afterEach(() => warehouse.close());

const sized = (megabytes: number) => new Blob([new Uint8Array(megabytes * 1e6)]);

test.each([
	['256MB', 19, plainReading, false],
	['256MB', 25, plainReading, true],
	['512MB', 25, plainReading, false],
	['512MB', 40, plainReading, true],
	['512MB', 4, { ...plainReading, gzip: true }, true],
	['16GB', 200, plainReading, false]
] as const)('with %s of memory, %i MB: %o', async (limit, megabytes, reading, expected) => {
	await warehouse.query(`SET memory_limit = '${limit}'`);
	expect(await compressLarge(warehouse, sized(megabytes), reading)).toBe(expected);
});

test('tables are the same, compressed on the way or not', async () => {
	const line = (i: number) => `${i},"note ${i}, ${'x'.repeat(1800)}",${i % 7 === 0 ? '' : 'F'}\n`;
	const blob = new Blob(['id,note,sex\n', ...Array.from({ length: 30_000 }, (_, i) => line(i))]);
	const file = { blob, name: 'long.csv', reading: plainReading };
	const sums = async () =>
		(
			await warehouse.query(
				`SELECT count(*) || ' ' || sum("row") || ' ' || count(c2) || ' ' || bit_xor(hash("row", c0, c1, c2)) AS sums FROM raw`
			)
		).column('sums');
	await readFile(warehouse, file);
	const plain = await sums();
	await warehouse.query("SET memory_limit = '512MB'");
	expect(await compressLarge(warehouse, blob, plainReading)).toBe(true);
	await readFile(warehouse, file, { isCompressed: true });
	expect(await sums()).toEqual(plain);
	const where = await warehouse.query(
		"SELECT database_name FROM duckdb_tables() WHERE table_name = 'raw' ORDER BY 1"
	);
	expect(where.column('database_name')).toEqual(['compressed', 'memory']);
}, 60_000);
