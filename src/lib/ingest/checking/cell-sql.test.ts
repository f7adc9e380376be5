import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { profileColumns } from '#lib/ingest/matching/profile.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { SqlValue, Warehouse } from '#lib/warehouse/warehouse.ts';
import { rawTable } from '#tests/support/raw-table.ts';
import { dateSql, numberSql, pointSql, wholeSql, yearSql } from './cell-sql.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

async function valueOf(sql: (cell: string) => string, cell: string | null): Promise<SqlValue> {
	const table = await warehouse.query(`SELECT ${sql('cell')} AS v FROM (SELECT ? AS cell)`, [cell]);
	return table.column('v')[0] ?? null;
}

const english = { decimal: '.', thousands: ',' } as const;
const german = { decimal: ',', thousands: '.' } as const;
const french = { decimal: ',', thousands: ' ' } as const;
const plain = { decimal: '.', thousands: '' } as const;

test.each([
	[english, '1,234.5', 1234.5],
	[english, '1234.5', 1234.5],
	[english, '1,5', null],
	[english, '12,34,567', null],
	[german, '1.234,5', 1234.5],
	[german, '1.5', null],
	[german, '-0,25', -0.25],
	[french, '12 345,5', 12345.5],
	[french, '12\u00a0345', 12345],
	[french, '12\u202f345', 12345],
	[french, '1.5', null],
	[plain, '1,234', null],
	[plain, '1e3', 1000],
	[plain, '1e999', null],
	[plain, '1_000', null],
	[plain, '+-1', null],
	[plain, '-+1', null],
	[plain, '0x1F', null],
	[plain, 'inf', null],
	[plain, 'NaN', null],
	[plain, '', null],
	[plain, '١٢', null],
	[plain, null, null]
] as const)('%j %s is %s', async (marks, cell, value) => {
	expect(await valueOf((sql) => numberSql(sql, marks), cell)).toBe(value);
});

const digits = fc.string({ unit: fc.constantFrom(...'0123456789.,\u00a0 -+eE_x'), maxLength: 9 });

test('what counts as a number when a file is looked at is one when it is read', async () => {
	const marks = fc.constantFrom(english, german, french, plain);
	await fc.assert(
		fc.asyncProperty(
			fc.array(digits, { minLength: 1, maxLength: 30 }),
			marks,
			async (cells, as) => {
				const csv = `a\n${cells.map((cell) => `"${cell}"`).join('\n')}`;
				const raw = await rawTable(warehouse, csv);
				const [profile] = await profileColumns(warehouse, raw, as);
				const read = await warehouse.query(`SELECT count(${numberSql('c0', as)}) AS n FROM raw`);
				expect(read.column('n')[0]).toBe(profile?.numbers);
			}
		),
		{ numRuns: 60 }
	);
});

test.each([
	['2019', '2019'],
	['2019.0', '2019'],
	['2023/24', '2023'],
	['June 2021', '2021'],
	['12019', null],
	['19', null],
	['soon', null]
])('the year of %s is %s', async (cell, year) => {
	expect(await valueOf((sql) => yearSql(sql), cell)).toBe(year);
});

test('a date in a column of years is its year', async () => {
	expect(await valueOf((sql) => yearSql(sql, '%d/%m/%Y'), '31/12/2020')).toBe('2020');
	expect(await valueOf((sql) => yearSql(sql, '%d/%m/%Y'), '2021')).toBe('2021');
});

test('days are read by their pattern alone', async () => {
	expect(await valueOf((sql) => dateSql(sql, '%d/%m/%Y'), '03/04/2024')).toBe('2024-04-03');
	expect(await valueOf((sql) => dateSql(sql, '%d/%m/%Y'), '2024-04-03')).toBeNull();
});

test('whole numbers beyond what a table holds are none', async () => {
	expect(await valueOf((sql) => wholeSql(numberSql(sql, plain)), '2147483648')).toBeNull();
	expect(await valueOf((sql) => wholeSql(numberSql(sql, plain)), '2.5')).toBe(3);
});

test('a number is written with a point, digit by digit', async () => {
	const long = '1.234.567.890.123.456.789,10';
	expect(await valueOf((sql) => pointSql(sql, german), long)).toBe('1234567890123456789.10');
});
