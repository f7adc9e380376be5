import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { findBadLine, scanCsv } from './scan-csv.ts';

const comma = { delimiter: ',', quote: '"', escape: '"' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('records are counted as they were written, whatever stands within quotes', async () => {
	const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '#', ' ', 'é') });
	const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
	await fc.assert(
		fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n', '\r'), async (data, newline) => {
			const text = Papa.unparse([['x', 'y'], ...data], { newline, quotes: true });
			expect(await scanCsv(bytesOf(text), comma)).toEqual({ records: data.length, blank: 0 });
		})
	);
});

test.each([
	[
		'a quote within a value is a character',
		'a,b\n5" pipe,1\n6" pipe,2\n',
		{ records: 2, blank: 0 }
	],
	['blank lines are counted apart', 'a,b\r\n\r\n1,2\r\n\r\n', { records: 1, blank: 2 }],
	['spaces may stand before a quote', 'a,b\n1, "x\ny"\n', { records: 1, blank: 0 }],
	[
		'a record of another length is named by its line',
		'a,b\n"1\n2",3\n4\n5\n',
		{ records: 3, blank: 0, ragged: { line: 4, fields: 1, header: 2 } }
	]
])('%s', async (_, text, expected) => {
	expect(await scanCsv(bytesOf(text), comma)).toEqual(expected);
});

test('a quote escaped by a backslash does not end a value', async () => {
	const dialect = { ...comma, escape: '\\' };
	expect((await scanCsv(bytesOf('a,b\n"x\\"\ny",1\n'), dialect)).records).toBe(1);
});

test('the first line that is not UTF-8 is found', () => {
	expect(findBadLine(bytesOf('a\né\n'))).toBeUndefined();
	expect(findBadLine(Uint8Array.from([97, 10, 98, 10, 0xe9, 10, 0xe8, 10]))).toBe(3);
});
