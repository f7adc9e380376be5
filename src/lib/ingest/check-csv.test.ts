import { describe, expect, test } from 'vitest';
import { checkCsv, findRaggedRow } from './check-csv.ts';

function code(content: string | Uint8Array): string | undefined {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return checkCsv('f.csv', bytes)?.code;
}

describe('files that cannot be opened', () => {
	test.each([
		['nothing', '', 'empty-file'],
		['only spaces and line ends', ' \r\n\n\t\n', 'empty-file'],
		['only a byte order mark', '\uFEFF', 'empty-file'],
		['NUL bytes', 'a,b\n1\u00002\n', 'not-text'],
		['a header and nothing else', 'wage,gender\n', 'no-rows']
	])('%s', (_, content, expected) => {
		expect(code(content)).toBe(expected);
	});

	test.each([
		['a zip, so xlsx too', [0x50, 0x4b, 0x03, 0x04, 0x14]],
		['a PDF', [...new TextEncoder().encode('%PDF-1.7\n')]],
		['gzip', [0x1f, 0x8b, 0x08]]
	])('%s is not text', (_, bytes) => {
		expect(code(Uint8Array.from(bytes))).toBe('not-text');
	});

	test('other encodings are named', () => {
		const latin = Uint8Array.from([...new TextEncoder().encode('name,x\nb'), 0xe9, 0x2c, 0x31]);
		expect(checkCsv('f.csv', latin)?.details.why).toMatch(/UTF-8/);
		expect(checkCsv('f.csv', Uint8Array.from([0xff, 0xfe, 0x61, 0]))?.details.why).toMatch(
			/UTF-16/
		);
	});
});

describe('a first row that is data', () => {
	test.each([
		['numbers only', '1,2,3\n4,5,6\n'],
		['one line of data', '5.1,8,worker\n'],
		['numbers and words over their like', '5.1,8,female,worker\n4.9,9,female,other\n'],
		['words that come again', 'male,yes\nfemale,no\nmale,no\nfemale,yes\n'],
		['a column without a name', 'a,,c\n1,2,3\n'],
		['blank names', ',,\n1,2,3\n'],
		['the notes of an exported file', '# Title, and source\r\na,b\r\n1,2\r\n']
	])('%s', (_, content) => {
		expect(code(content)).toBe('no-header');
	});
});

describe('headers', () => {
	test.each([
		['names over numbers', 'wage,age\n5.1,35\n'],
		['names over words', 'sex,residence\nF,rural\nM,urban\n'],
		['semicolons', 'sex;wage\nF;5,1\nM;4,9\n'],
		['years as names', 'place,2019,2020\nnorth,1.5,2.5\nsouth,1,2\n'],
		['the row names of R', '"",wage\n"1",5.1\n"2",4.9\n'],
		['a byte order mark', '\uFEFFid,x\n01,1\n'],
		['one column', 'wage\n5\n6\n'],
		['a name that begins with #', '#id,x\na,1\n'],
		['a header that comes again', 'a,b\nx,y\na,b\nz,y\n']
	])('%s', (_, content) => {
		expect(code(content)).toBeUndefined();
	});

	test('a file longer than the sample is judged by whole rows', () => {
		expect(code(`name,value\n${'some words,12345\n'.repeat(20_000)}`)).toBeUndefined();
	});
});

test('a row with other fields than the header is named', () => {
	const bytes = new TextEncoder().encode('a,b\n1,2\n1,2,3\n');
	expect(findRaggedRow(bytes)).toEqual({
		header: 2,
		why: 'row 2 after the header has 3 fields, the header 2.'
	});
	expect(findRaggedRow(new TextEncoder().encode('a,b\n1,2\n'))).toBeUndefined();
});
