import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { createRaw, insertPiece } from './load.ts';

let warehouse: Warehouse;
beforeEach(async () => {
	warehouse = await openNodeWarehouse();
	await createRaw(warehouse, 'raw', 1);
});
afterEach(() => warehouse.close());

const runs = [
	{ first: 0, row: 2 },
	{ first: 2, row: 7 },
	{ first: 3, row: 9 }
];

async function inserted(cells: readonly string[], rows: number) {
	const content = new TextEncoder().encode(cells.map((cell) => `${cell}\n`).join(''));
	await insertPiece(warehouse, {
		...{ table: 'raw', width: 1, dialect: { delimiter: ',', quote: '"' } },
		piece: { content, rows, runs, isPadded: false },
		onBegun: () => undefined
	});
	const found = await warehouse.query('SELECT * FROM raw');
	return found.column('row').map((row, i) => [row, found.column('c0')[i]]);
}

test('rows between which others were left out keep the numbers that they have in the file', async () => {
	expect(await inserted(['a', 'b', 'c', 'd', 'e'], 5)).toEqual([
		...[
			[2, 'a'],
			[3, 'b'],
			[7, 'c']
		],
		...[
			[9, 'd'],
			[10, 'e']
		]
	]);
});

test('many of them too, in their order', async () => {
	const cells = Array.from({ length: 5000 }, (_, i) => `r${i}`);
	const found = await inserted(cells, cells.length);
	expect(found.map(([, cell]) => cell)).toEqual(cells);
	expect(found.at(-1)).toEqual([4999 + 6, 'r4999']);
});

test.each([4, 6])('where DuckDB finds five rows, and not %i, five are counted', async (rows) => {
	expect(await inserted(['a', 'b', 'c', 'd', 'e'], rows)).toHaveLength(5);
});
