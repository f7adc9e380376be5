import { expect, test } from 'vitest';
import type { Cells } from './cells.ts';
import { keySpace } from './keys.ts';

const codes = Array.from({ length: 60 }, (_, i) => String(i));
const by = Array.from({ length: 10 }, (_, i) => `b${i}`);
const column = { codes, index: new Uint16Array(0) };
const dimensions = Object.fromEntries(by.map((id) => [id, column]));

test('more keys than doubles can number are refused, never mixed up', () => {
	const cells = { dimensions } as unknown as Cells;
	expect(keySpace(cells, by.slice(0, 8))).toBe(60 ** 8);
	expect(() => keySpace(cells, by)).toThrow(RangeError);
});
