import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readInParts } from './read-in-parts.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

test.each([0, 1, 25_000, 60_001])('%i rows come whole and in order', async (rows) => {
	const sql = `SELECT range::INTEGER AS i, nullif(range % 3, 0)::VARCHAR || ? AS text FROM range(${rows}) ORDER BY i DESC`;
	const statement = { sql, parameters: ['x'] };
	const parts = await readInParts(warehouse, statement);
	const whole = await warehouse.query(sql, ['x']);
	expect(parts.rows).toBe(rows);
	expect(parts.columns).toEqual(whole.columns);
	for (const { name } of whole.columns) expect(parts.column(name)).toEqual(whole.column(name));
	expect([...parts.numbers('i')]).toEqual(whole.column('i'));
	expect(() => parts.column('none')).toThrow(RangeError);
});

test('nothing stays behind, not even after a failure', async () => {
	await readInParts(warehouse, { sql: 'SELECT 1 AS a', parameters: [] });
	await expect(readInParts(warehouse, { sql: 'SELECT nothing', parameters: [] })).rejects.toThrow();
	expect((await warehouse.query('SELECT table_name FROM duckdb_tables()')).rows).toBe(0);
});
