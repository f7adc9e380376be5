import { openAsBlob } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { openTable } from './open-table.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

type Content = string | readonly number[] | Buffer;

const blobOf = (content: Content): Blob =>
	new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]);

const open = (content: Content | Blob, name = 'f.csv') =>
	openTable(warehouse, {
		...{ blob: content instanceof Blob ? content : blobOf(content), name, table: 'file' }
	});

const fixture = async (name: string) =>
	open(await openAsBlob(`tests/fixtures/import/${name}`), name.replace(/^.*\//, ''));

async function problemOf(content: Content) {
	const error: unknown = await open(content).catch((failed: unknown) => failed);
	if (!(error instanceof ProblemError)) throw new Error(`It was read: ${String(error)}`);
	return error.problem;
}

const cells = async (sql: string) => {
	const found = await warehouse.query(sql);
	return found.columns.map(({ name }) => found.column(name));
};

describe('files that cannot be opened', () => {
	test.each([
		['nothing', '', 'empty-file'],
		['only spaces and line ends', ' \r\n\n\t\n', 'empty-file'],
		['only a byte order mark', '\uFEFF', 'empty-file'],
		['a header and nothing else', 'wage,gender\n', 'no-rows'],
		['numbers only', '1,2,3\n4,5,6\n', 'no-header'],
		['numbers and words over their like', '5.1,8,f,w\n4.9,9,m,o\n6,7,m,w\n', 'no-header']
	])('%s', async (_, content, expected) => {
		expect((await problemOf(content)).code).toBe(expected);
	});

	test.each([
		['a zip', [0x50, 0x4b, 3, 4, 0x14, 0, 0, 0], /workbook or zip archive/],
		['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), /it is a PDF/],
		['damaged gzip', [0x1f, 0x8b, 8, 0, 1, 2, 3], /gzip packing is damaged/],
		['a row too long', 'a,b\n1,2\n1,2,3\n4\n', /row 3 has 3 fields, the header 2\.$/],
		['a row too short', 'a,b\n1,2\n4\n1,2,3\n', /row 3 has 1 field, the header 2\.$/],
		['an open quote', 'a,b\n1,2\n"3,4\n5,6\n7,8\n9,1\n', /row 3 has a quote/]
	])('%s is named in a sentence', async (_, content, expected) => {
		const found = problems.sentence(await problemOf(content));
		expect(found).toMatch(/^f\.csv could not be read: /);
		expect(found).toMatch(expected);
	});

	test('leave what was there before', async () => {
		await open('a,b\n1,2\n3,4\n');
		await problemOf('a,b\n1,2\n1,2,3\n');
		expect(await cells('SELECT a, b FROM file')).toEqual([
			['1', '3'],
			['2', '4']
		]);
		expect((await cells('SHOW TABLES'))[0]).toEqual(['file']);
	});
});

describe('headers', () => {
	test.each([
		['names over numbers', 'wage,age\n5.1,35\n4,30\n', ['wage', 'age']],
		['names over words', 'sex,residence\nF,rural\nM,urban\n', ['sex', 'residence']],
		['years as names', 'place,2019,2020\nn,1.5,2.5\ns,1,2\n', ['place', '2019', '2020']],
		['the row names of R', '"",wage\n"1",5.1\n"2",4.9\n', ['column 1', 'wage']],
		['a byte order mark', '\uFEFFid,x\n01,1\n', ['id', 'x']],
		['one column', 'wage\n5\n6\n', ['wage']],
		['a name that begins with #', '#id,x\na,1\nb,2\n', ['#id', 'x']],
		['a header that comes again', 'a,b\nx,y\na,b\nz,y\n', ['a', 'b']],
		['names alike', 'y,y,Y\n1,10,100\n3,30,300\n', ['y', 'y (2)', 'Y (3)']],
		['a column without a name', 'a,,c\n1,2,3\n4,5,6\n', ['a', 'column 2', 'c']],
		['notes above', '# Title, and source\r\na,b\r\n1,2\r\n3,4\r\n', ['a', 'b']]
	])('%s', async (_, content, expected) => {
		expect((await open(content)).columns).toEqual(expected);
	});

	test('a heading with a line break is found by either name', async () => {
		const file = await open('"pay,\nmonthly",sex\n5,F\n6,M\n');
		expect(file.columns).toEqual(['pay, monthly', 'sex']);
		expect(file.headings).toEqual(['pay,\nmonthly', 'sex']);
	});
});

describe('values', () => {
	test('are text, without the spaces around them; blank ones are missing', async () => {
		const file = await open('g,y\n07, a \n" 07",\n7,b\n');
		expect(file).toMatchObject({ rows: 3, rowNumber: 'rowid', notes: [] });
		expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(await cells('SELECT g, y, rowid FROM file')).toEqual([
			['07', '07', '7'],
			['a', null, 'b'],
			[0, 1, 2]
		]);
	});

	test('of a column called rowid are as they are', async () => {
		const file = await open('rowid,x\n5,1\n5,2\n');
		expect(file.rowNumber).toBe('rowid_2');
		expect(await cells('SELECT rowid, rowid_2 FROM file')).toEqual([
			['5', '5'],
			[0, 1]
		]);
	});

	test('that are numbers with other marks get a point, and codes beside them do not', async () => {
		const file = await open('id;pay;code\n1;1.234,50;a,5\n2;12,25;7\n3;;\n');
		expect(await cells('SELECT id, pay, code FROM file')).toEqual([
			['1', '2', '3'],
			['1234.50', '12.25', null],
			['a,5', '7', null]
		]);
		expect(file.notes.join(' ')).toMatch(/commas before their decimals.*Points part thousands/);
	});

	test('rows that begin with # are rows', async () => {
		const rows = Array.from({ length: 100 }, (_, i) => `${i === 50 ? '#' : ''}${i},m`);
		expect((await open(`id,g\n${rows.join('\n')}\n`)).rows).toBe(100);
	});
});

describe('any file that the import reads', () => {
	test('packed by gzip', async () => {
		expect((await open(gzipSync('a,b\n1,2\n3,4\n'), 'f.csv.gz')).rows).toBe(2);
	});

	test.each([
		['reading/utf-16le-bom.txt', /UTF-16LE/],
		['reading/windows-1252.csv', /Windows-1252/],
		['reading/titles-footnotes.csv', /title or notes.*footnote/],
		['reading/titles-and-merges.xlsx', /sheet/]
	])('%s, and it says how', async (name, expected) => {
		const file = await fixture(name);
		expect(file.rows).toBeGreaterThan(0);
		expect(file.notes.join(' ')).toMatch(expected);
	});

	test('a file of SPSS', async () => {
		expect((await fixture('reading/haven-byte.sav')).rows).toBeGreaterThan(0);
	});
});
