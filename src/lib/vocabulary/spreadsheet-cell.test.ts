import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvField, fromSpreadsheetCell, isMarked, spreadsheetCell } from './spreadsheet-cell.ts';

/** Texts of the characters that matter, more often than chance would make them. */
const texts = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '1', 'e')
	})
);

test.each([
	['=1+1', "'=1+1"],
	['+cmd', "'+cmd"],
	['-x', "'-x"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', "'\t=1"],
	['\r=1', "'\r=1"],
	["'=1", "''=1"],
	['+26658123456', '+26658123456'],
	['-3.5e-2', '-3.5e-2'],
	["o'brien", "o'brien"],
	["'tis", "'tis"],
	['', '']
])('%j is written %j', (text, cell) => {
	expect(spreadsheetCell(text)).toBe(cell);
});

test('reading takes off what writing put there', () => {
	fc.assert(
		fc.property(texts, (text) => {
			expect(fromSpreadsheetCell(spreadsheetCell(text))).toBe(text);
		}),
		{ numRuns: 2000 }
	);
});

test('nothing that is written begins as a formula, unless it is a number', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const cell = spreadsheetCell(text);
			expect(/^[=+@\t\r-]/.test(cell) && Number.isNaN(Number(cell))).toBe(false);
			expect(isMarked(text)).toBe(cell !== text);
		}),
		{ numRuns: 2000 }
	);
});

test('a field is read as it was written', () => {
	fc.assert(
		fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), (row) => {
			const line = row.map(csvField).join(',');
			expect(Papa.parse<string[]>(line, { delimiter: ',', newline: '\n' }).data).toEqual([row]);
		}),
		{ numRuns: 1000 }
	);
});
