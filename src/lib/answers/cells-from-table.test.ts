import { describe, expect, test } from 'vitest';
import { noCode } from '#lib/survey/cells.ts';
import { tableOf } from '#lib/warehouse/table.ts';
import type { SqlValue, Table } from '#lib/warehouse/warehouse.ts';
import { cellsFromTable, dimensionColumn, strataFromTable } from './cells-from-table.ts';

function table(columns: Readonly<Record<string, SqlValue[]>>): Table {
	const sources = Object.entries(columns).map(([name, values]) => {
		return { name, type: 'text' as const, read: () => values };
	});
	return tableOf(sources, Object.values(columns)[0]?.length ?? 0);
}

const frame = table({
	stratum: ['a', 'b', 'c'],
	clusters: [2, 3, 1],
	population: [null, 12, null]
});
const sums = ['n', 'missing', 'w', 'wy', 'wx', 'wyy', 'wxy', 'wxx'];

test('the strata are those of the frame, with the population where it is known', () => {
	expect(strataFromTable(frame)).toEqual([
		{ id: 'a', clusters: 2 },
		{ id: 'b', clusters: 3, population: 12 },
		{ id: 'c', clusters: 1 }
	]);
});

test('rows of one cluster share its number, the same name in the next stratum is another cluster', async () => {
	const rows = table({
		stratum: ['a', 'a', 'a', 'c', 'c'],
		cluster: ['1', '1', '2', '2', '2'],
		by_0: ['F', 'M', null, 'X', 'F'],
		...Object.fromEntries(sums.map((name, i) => [`${name}_0`, [i, 1, 2, 3, 4]]))
	});
	const cells = await cellsFromTable(rows, frame, [{ id: 'sex', codes: ['M', 'F'] }]);
	expect(cells.length).toBe(5);
	expect([...cells.stratum]).toEqual([0, 0, 0, 2, 2]);
	expect([...cells.cluster]).toEqual([0, 0, 1, 2, 2]);
	expect(cells.strata).toHaveLength(3);
	expect(cells.dimensions.sex).toEqual({
		codes: ['M', 'F', 'X'],
		index: Uint16Array.of(1, 0, noCode, 2, 1)
	});
	expect([cells.n[0], cells.missing[0], cells.w[0], cells.wxx[0]]).toEqual([0, 1, 2, 7]);
	expect(cells.unit).toBeUndefined();
});

describe('a column of codes', () => {
	test('keeps the order of the list; codes it lacks follow by their text', () => {
		const { codes, index } = dimensionColumn(['z', 'b', null, 'a', 'y'], ['b', 'a']);
		expect(codes).toEqual(['b', 'a', 'y', 'z']);
		expect([...index]).toEqual([3, 0, noCode, 1, 2]);
	});

	test('takes numbers for their text and nothing for no code', () => {
		const { codes, index } = dimensionColumn([1, undefined, '1', ''], ['1']);
		expect(codes).toEqual(['1', '']);
		expect([...index]).toEqual([0, noCode, 0, 1]);
	});
});
