import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainReading, rawTable } from '#tests/support/raw-table.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { profileColumns } from './profile.ts';

let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await openNodeWarehouse()));
afterAll(() => warehouse.close());

test('the whole table is counted', async () => {
	const csv = 'id,sex,pay,day,empty\n1,F,"1,200",03/04/2024,\n2,F,x,13/04/2024,\n3,M,,5/4/2024,\n';
	const raw = await rawTable(warehouse, csv);
	const [id, sex, pay, day, empty] = await profileColumns(warehouse, raw, {
		...plainReading,
		thousands: ','
	});
	expect(id).toMatchObject({
		filled: 3,
		distinct: 3,
		numbers: 3,
		wholeNumbers: 3,
		min: 1,
		max: 3,
		mean: 2
	});
	expect(sex).toMatchObject({ numbers: 0, min: null, mean: null, maxLength: 1 });
	expect(sex?.top).toEqual([
		{ value: 'F', count: 2 },
		{ value: 'M', count: 1 }
	]);
	expect(pay).toMatchObject({ filled: 2, numbers: 1, max: 1200 });
	expect(day?.dates).toMatchObject({ '%d/%m/%Y': 3, '%m/%d/%Y': 2 });
	expect(empty).toMatchObject({ filled: 0, distinct: 0, top: [], dates: {} });
});

test('numbers are read by the marks of the file', async () => {
	const raw = await rawTable(warehouse, 'n\n"1.234,5"\n"7,25"\n3\n1_000\nnan\n');
	const german = { ...plainReading, decimal: ',', thousands: '.' } as const;
	const [n] = await profileColumns(warehouse, raw, german);
	expect(n).toMatchObject({ numbers: 3, wholeNumbers: 1, min: 3, max: 1234.5 });
});

test('of many different values a sample is kept, of codes all', async () => {
	await warehouse.query(
		`CREATE OR REPLACE TABLE many AS SELECT (i + 2)::INTEGER AS "row", ('id' || i) AS c0, (i % 900)::VARCHAR AS c1 FROM range(3000) AS t(i)`
	);
	const columns = ['c0', 'c1'].map((id) => ({ id, heading: id, name: id }));
	const raw = { ...(await rawTable(warehouse, 'a\n1')), table: 'many', columns, rows: 3000 };
	const [unique, codes] = await profileColumns(warehouse, raw, plainReading);
	expect([unique?.distinct, unique?.top.length]).toEqual([3000, 200]);
	expect([codes?.distinct, codes?.top.length]).toEqual([900, 900]);
	const tables = await warehouse.query('SELECT table_name FROM duckdb_tables()');
	expect(tables.column('table_name')).not.toContain('many_counts');
});

test('a table of many columns is counted in batches', async () => {
	const names = Array.from({ length: 450 }, (_, index) => `x${index}`);
	const raw = await rawTable(warehouse, `${names.join(',')}\n${names.map((_, i) => i).join(',')}`);
	const profiles = await profileColumns(warehouse, raw, plainReading);
	expect(profiles.map(({ max }) => max)).toEqual(names.map((_, index) => index));
});
