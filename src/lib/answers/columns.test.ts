import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readColumns } from './columns.ts';
import { writeColumns } from './write-columns.ts';

const edges = [0, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, -1, -32_768, -32_769, 32_767];
const numbers = fc.oneof(
	fc.constantFrom(...edges),
	fc.integer(),
	fc.double({ noNaN: true }).map((value) => value + 0)
);
const column = fc.array(numbers, { maxLength: 20 });
const columns = fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), column, {
	noNullPrototype: true
});

const read = (bytes: Uint8Array) => {
	const { head, columns: found } = readColumns(bytes);
	const lists = Object.entries(found).map(([name, values]) => [name, Array.from(values)] as const);
	return { head, columns: Object.fromEntries(lists) };
};

test('columns come back with their head, number for number', () => {
	fc.assert(
		fc.property(fc.jsonValue(), columns, (value, written) => {
			const head = JSON.parse(JSON.stringify({ value })) as object;
			expect(read(writeColumns(head, written))).toEqual({ head, columns: written });
		})
	);
});

test.each([
	[[0, 255], 1],
	[[0, 256], 2],
	[[65_536], 4],
	[[2 ** 32], 8],
	[[-1, 32_767], 2],
	[[-1, 32_768], 8],
	[[0.25, 4.09], 2],
	[[0.1234], 8],
	[[70_000, 70_001, 70_002, 70_002], 4],
	[[1, 300, 500, 700], 2],
	[[1, 200, 300, 400, 400], 1],
	[[Infinity], 8],
	[[], 0]
])('%j takes %i bytes a value', (values, width) => {
	const empty = writeColumns({}, { a: [] }).length;
	const grown = writeColumns({}, { a: values });
	const head = new DataView(grown.buffer).getUint32(0, true);
	expect(grown.length - 4 - head).toBe(width * values.length);
	expect(grown.length).toBeGreaterThanOrEqual(empty);
});

test('columns are read from within a larger buffer', () => {
	const bytes = writeColumns({ a: 1 }, { b: [1.5, -2] });
	const larger = new Uint8Array(bytes.length + 7);
	larger.set(bytes, 3);
	expect(read(larger.subarray(3, 3 + bytes.length))).toEqual({
		head: { a: 1 },
		columns: { b: [1.5, -2] }
	});
});

test('bytes that end too early are refused wherever they end', () => {
	const bytes = writeColumns({ a: 'ñ' }, { b: [1, 2, 300], c: [0.25] });
	for (let end = 0; end < bytes.length; end++) {
		expect(() => readColumns(bytes.subarray(0, end)), `${end}`).toThrow(RangeError);
	}
});
