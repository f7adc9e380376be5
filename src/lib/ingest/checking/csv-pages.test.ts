import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromSpreadsheetCell } from '#lib/vocabulary/spreadsheet-cell.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { csvPages } from './csv-pages.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

async function csvOf(table: string, options?: Parameters<typeof csvPages>[2]): Promise<string> {
	let text = '';
	for await (const page of csvPages(warehouse, table, options)) text += page;
	return text;
}

function read(csv: string): string[][] {
	const { data, errors } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' });
	expect(errors).toEqual([]);
	// After the last line feed there is no further row.
	return data.slice(0, -1);
}

const cell = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.constantFrom('=1+1', '+x', '-y', '@z', "'=1", '"', 'a,b', 'a\nb', '\r', '\t', ' x ', '#', '-3')
);
const rowsOfTwo = fc.array(fc.tuple(cell, cell), { maxLength: 8 });

test('what is written is what was there, exactly, and for a spreadsheet once marks are off again', async () => {
	await fc.assert(
		fc.asyncProperty(rowsOfTwo, fc.boolean(), async (rows, spreadsheet) => {
			await warehouse.query('CREATE OR REPLACE TABLE t ("=a" VARCHAR, "b ""c"", d" VARCHAR)');
			for (const row of rows) await warehouse.query('INSERT INTO t VALUES (?, ?)', row);
			const found = read(await csvOf('t', { spreadsheet }));
			const plain = found.map((row) => (spreadsheet ? row.map(fromSpreadsheetCell) : row));
			expect(plain).toEqual([['=a', 'b "c", d'], ...rows]);
			const begins = found.flat().filter((one) => /^[=+@\t\r-]/.test(one));
			if (spreadsheet) expect(begins.filter((one) => Number.isNaN(Number(one)))).toEqual([]);
		}),
		{ numRuns: 60 }
	);
});

test('numbers, truths and days are written so that they are read as the same', async () => {
	await warehouse.query(
		`CREATE OR REPLACE TABLE t AS SELECT 0.1 + 0.2::DOUBLE AS n, 7::INTEGER AS i, true AS b, DATE '2024-03-31' AS d, NULL::VARCHAR AS e`
	);
	expect(await csvOf('t')).toBe('n,i,b,d,e\n0.30000000000000004,7,true,2024-03-31,\n');
});

test('a table of many pages with rows that were deleted comes whole and in order', async () => {
	await warehouse.query('CREATE OR REPLACE TABLE t AS SELECT range AS i FROM range(50000)');
	await warehouse.query('DELETE FROM t WHERE i % 2 = 0 OR i BETWEEN 19000 AND 41000');
	const numbers = read(await csvOf('t'))
		.slice(1)
		.flat()
		.map(Number);
	expect(numbers).toHaveLength(25_000 - 11_000);
	expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('a row of one empty cell is a row', async () => {
	await warehouse.query('CREATE OR REPLACE TABLE t AS SELECT NULL::VARCHAR AS a FROM range(2)');
	expect(await csvOf('t')).toBe('a\n""\n""\n');
});

test('an empty table is a header', async () => {
	await warehouse.query('CREATE OR REPLACE TABLE t (a VARCHAR, b VARCHAR)');
	expect(await csvOf('t', { headings: ['x', 'y, z'] })).toBe('x,"y, z"\n');
});
