import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberKinds } from './kinds.ts';

const tables = fc
	.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 4 }) })
	.chain(({ rows, columns }) => {
		const column = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: rows, maxLength: rows });
		return fc.record({
			rows: fc.constant(rows),
			columns: fc.array(column, { minLength: columns, maxLength: columns })
		});
	});

test('rows share a number where all columns agree, in the order of their values, the first column first', () => {
	fc.assert(
		fc.property(tables, ({ rows, columns }) => {
			const textOf = (row: number) => columns.map((column) => column[row]).join();
			const all = Array.from({ length: rows }, (_, row) => row);
			const inOrder = [...new Map(all.map((row) => [textOf(row), row] as const).toReversed())]
				.map(([text, row]) => ({ text, values: columns.map((column) => column[row] ?? 0) }))
				.toSorted((a, b) => {
					const at = a.values.findIndex((value, i) => value !== b.values[i]);
					return (a.values[at] ?? 0) - (b.values[at] ?? 0);
				})
				.map(({ text }) => text);
			const kinds = numberKinds(columns, rows, Infinity);
			expect(kinds?.first.map(textOf)).toEqual(inOrder);
			expect(all.map((row) => inOrder[kinds?.numbers[row] ?? -1])).toEqual(all.map(textOf));
			expect(numberKinds(columns, rows, inOrder.length)).toEqual(kinds);
			expect(numberKinds(columns, rows, inOrder.length - 1)).toBeUndefined();
		})
	);
});

test('pairs of many kinds are numbered alike', () => {
	const rows = 3000;
	const one = Array.from({ length: rows }, (_, row) => (row * 7) % 2000);
	const other = Array.from({ length: rows }, (_, row) => (row * 11) % 1500);
	const kinds = numberKinds([one, other], rows, Infinity);
	const keyOf = (row: number) => (one[row] ?? 0) * 10_000 + (other[row] ?? 0);
	const keys = [...new Set(one.map((_, row) => keyOf(row)))].toSorted((a, b) => a - b);
	expect(kinds?.first.map(keyOf)).toEqual(keys);
	expect(one.every((_, row) => keys[kinds?.numbers[row] ?? -1] === keyOf(row))).toBe(true);
});
