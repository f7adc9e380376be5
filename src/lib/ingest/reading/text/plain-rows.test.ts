import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlainRows } from './plain-rows.ts';
import { emptyRecord, marksOf, type Record } from './record.ts';
import { RecordReader } from './record-reader.ts';

const signs = [
	...['a', 'b', '7', '-', '"', '"', "'", ',', ',', ';', '\t', '\n', '\n', '\r', '\r\n', ' ', '#'],
	...['""', '\\', '=', 'é', '\u00a0', '😀', '\ufeff', '\0', '"a"', ',"b c",', "'d'"]
];
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((parts) => parts.join(''));
const dialects = fc.record({
	delimiter: fc.constantFrom(',', ';', '\t', ' ', '\x1f'),
	quote: fc.constantFrom('"', "'", ''),
	escape: fc.constantFrom(undefined, '\\'),
	comment: fc.constantFrom('', '#', '//')
});

/** All rows of a text, and what is left when its bytes end before a row does. */
function rowsOf(
	bytes: Uint8Array<ArrayBuffer>,
	reader: RecordReader,
	read: (from: number) => boolean
): Record[] {
	const rows: Record[] = [];
	for (let from = 0; from < bytes.length && read(from); from = reader.record.next) {
		rows.push({ ...reader.record });
	}
	return rows;
}

test('a row is the same, whether it is looked at with care or taken for plain first', () => {
	fc.assert(
		fc.property(texts, dialects, fc.boolean(), (text, dialect, isLast) => {
			const bytes = new TextEncoder().encode(text);
			const reader = new RecordReader(marksOf(dialect));
			reader.use(bytes, isLast);
			const withCare = rowsOf(bytes, reader, (from) => reader.readWithCare(from));
			expect(rowsOf(bytes, reader, (from) => reader.read(from))).toEqual(withCare);
		}),
		{ numRuns: 5000 }
	);
});

test.each([
	['a,b,c\n', true],
	['"a","","b c"\r\n,', true],
	[',,\n', true],
	['a, b ,c\n', true],
	['a,"b ""c""",d\n', true],
	['a,"""b"" c",d\n', false],
	['a, "b",c\n', false],
	['a,\tb,c\n', false],
	['é,"bé",cé\n', true],
	['\u00a0é,b\n', false],
	['é\u2003,b\n', false],
	["a,'=b,c\n", false],
	['#a,b\n', false],
	['a,b', false],
	['a,b\r', false]
])('%j is plain: %s', (text, isPlain) => {
	const marks = marksOf({ delimiter: ',', quote: '"', comment: '#' });
	const bytes = new TextEncoder().encode(text);
	expect(new PlainRows(marks, emptyRecord()).read(bytes, 0)).toBe(isPlain);
});
