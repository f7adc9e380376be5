import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

test('cells stay text: leading zeros, empty cells and quoted commas survive', () => {
	expect(readCsv('code,label,parent\n07,"Engineering, construction",\n')).toEqual([
		{ code: '07', label: 'Engineering, construction', parent: '' }
	]);
});

test('empty lines and Windows line ends do not make rows', () => {
	expect(readCsv('a,b\r\n1,2\r\n\r\n3,4\r\n')).toHaveLength(2);
});

test('a row that does not fit the header is refused with its number', () => {
	expect(() => readCsv('a,b\n1,2\n3\n')).toThrow(/Row 2/);
});
