import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineFile } from '#lib/ingest/reading/examine.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import type { ReadOptions } from '#lib/ingest/reading/raw-table.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
	await warehouse.query("CREATE TABLE raw AS SELECT 'what was there before' AS c0");
});
afterAll(() => warehouse.close());

type Content = string | Uint8Array<ArrayBuffer> | Blob;

async function read(content: Content, options: ReadOptions = {}, name = 'survey.csv') {
	const blob = content instanceof Blob ? content : new Blob([content]);
	const { reading } = await examineFile(blob, name);
	return readFile(warehouse, { blob, name, reading }, { table: 'hostile', ...options });
}

/** The sentence that a person gets. */
async function sentence(content: Content, options: ReadOptions = {}): Promise<string> {
	try {
		await read(content, options);
	} catch (error) {
		if (error instanceof ProblemError) return problems.sentence(error.problem);
		throw error;
	}
	throw new Error('It was read');
}

async function zipped(content: Blob): Promise<Blob> {
	return new Response(content.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

const megabyte = 'x'.repeat(1_000_000);
const times = (part: string, count: number) => new Array<string>(count).fill(part);
const table = 'id,note,pay\n1,fine,2\n2,also fine,3\n';

describe('a file that cannot be read says what is wrong and where', () => {
	test.each([
		['empty', '', /is empty\.$/],
		['of blank lines', '\n\r\n  \n\t\n', /is empty\.$/],
		['a header alone', 'id,note,pay\n', /header row but no rows/],
		['a PDF', '%PDF-1.7\nstream', /PDF/],
		['a PDF behind a byte order mark', '\xef\xbb\xbf%PDF-1.7\nstream', /PDF/],
		['what Git keeps elsewhere', 'version https://git-lfs.github.com/spec/v1\noid 1', /Git LFS/],
		['comments alone', '# only\n# comments, here\n# and here\n', /begins with #/],
		[
			'EBCDIC',
			'\x89\x84\x6b\xa2\x85\xa7\x25\xf1\x6b\xc6\x25\xf2\x6b\xd4\x25\xf1\xf2\xf3\x25',
			/EBCDIC/
		],
		[
			'Cyrillic of one byte a letter',
			`\xce\xcf\xcd\xc5\xd2,\xd0\xcf\xcc\n${'1,\xd6\n2,\xcd\n'.repeat(20)}`,
			/an encoding that is not read here/
		],
		[
			'Japanese of Shift JIS',
			`\x94\xd4\x8d\x86,\x90\xab\x95\xca\n${'1,\x8f\x97\n2,\x92\x6a\n'.repeat(20)}`,
			/an encoding that is not read here/
		],
		['a web page', ' <!doctype html><html><table><tr><td>1</td></tr></table>', /web page/],
		['a page without doctype', '<div>login</div>\n'.replace('div', 'html'), /web page/],
		['JSON', '[{"id": 1, "pay": 2}]', /JSON/],
		['XML', '<?xml version="1.0"?><rows><row/></rows>', /XML/],
		['old Excel', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more', /\.xls/],
		['Parquet', 'PAR1....PAR1', /Parquet/],
		['a picture', '\x89PNG\r\n\x1a\n and more', /picture/],
		['a program', '\x7fELF and more', /program/],
		['SQLite', 'SQLite format 3\0 and more', /SQLite/],
		['Stata', '<stata_dta><header>', /Stata/],
		['rich text', '{\\rtf1 table}', /RTF/],
		[
			'noise',
			'\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11,\x12\n',
			/bytes that no text has, the first at byte 1/
		]
	])('%s', async (_, text, words) => {
		const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
		expect(await sentence(bytes)).toMatch(words);
		// Packed, it is no more readable.
		if (text !== '') expect(await sentence(await zipped(new Blob([bytes])))).toMatch(words);
	});

	test('a zip, a Word document, a workbook cut in two', async () => {
		const zip = new Uint8Array(zipSync({ 'data.csv': strToU8(table) }));
		expect(await sentence(zip)).toMatch(/zip archive\. Unpack/);
		const word = new Uint8Array(zipSync({ 'word/document.xml': strToU8('<w/>') }));
		expect(await sentence(word)).toMatch(/Word/);
		expect(await sentence(word.slice(0, 60))).toMatch(/whose end is missing/);
		const broken = zipSync({
			'xl/workbook.xml': strToU8('<workbook><sheets><sheet'),
			'a.xml': strToU8('')
		});
		expect(await sentence(new Uint8Array(broken))).toMatch(/damaged/);
	});

	test('a workbook that unpacks to more than may be, or says less than it holds', async () => {
		const many = strToU8(`<sst>${'<si><t>x</t></si>'.repeat(8_000_000)}</sst>`);
		const bomb = new Uint8Array(
			zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/sharedStrings.xml': many })
		);
		expect(await sentence(bomb)).toMatch(/workbook that unpacks to 136 MB/);
	});

	test.each(['papaparse', 'duckdb'] as const)('a line of 200 MB: %s', async (reader) => {
		const blob = new Blob(['id,note\n1,a\n2,', ...times(megabyte, 200), '\n3,c\n']);
		expect(await sentence(blob, { reader })).toMatch(/row 3 does not end within 4 MB.*column 2/);
		const first = new Blob(times(megabyte, 200));
		expect(await sentence(first, { reader })).toMatch(/row 1 does not end within 4 MB/);
	});

	test('100,000 columns', async () => {
		const names = Array.from({ length: 100_000 }, (_, i) => `column ${i}`).join(',');
		const said = await sentence(`${names}\n${'1,'.repeat(99_999)}1\n`);
		expect(said).toMatch(/row 1 has 100,000 fields; the most that is read is 4,000 columns/);
	});

	test.each([
		['plain', megabyte.repeat(3)],
		['quoted', `"${megabyte.repeat(3)}"`],
		['quoted, of many lines', `"${'some words\n'.repeat(200_000)}"`]
	])('a cell that is too long: %s', async (_, cell) => {
		const said = await sentence(`${table}3,${cell},4\n4,x,5\n`);
		expect(said).toMatch(/cell in row 4, column 2, has [23](\.2)? MB; a cell may have 1 MB/);
	});

	test('a cell of 10 MB', async () => {
		expect(await sentence(`${table}3,${megabyte.repeat(10)},4\n`)).toMatch(/row 4 .*column 2/);
		expect(await sentence(`${table}3,"${'line\n'.repeat(2_000_000)}",4\n`)).toMatch(
			/row 4 .*column 2/
		);
	});

	test('a gzip bomb, a gzip cut in two', async () => {
		const zeros = new Blob(new Array<Uint8Array<ArrayBuffer>>(150).fill(new Uint8Array(1_000_000)));
		expect(await sentence(await zipped(zeros))).toMatch(
			/unpack to more than 100 MB of repeated bytes/
		);
		expect(await sentence(await zipped(await zipped(new Blob([table]))))).toMatch(/gzip twice/);
		const packed = await zipped(new Blob(times(table, 5000)));
		expect(await sentence(packed.slice(0, packed.size - 40))).toMatch(
			/gzip packing is damaged after/
		);
	});

	test('quotes that are opened on every line and never closed', async () => {
		const rows = Array.from({ length: 2000 }, (_, i) => `${i},"open,${i}\n`).join('');
		const blob = new Blob([`id,note,pay\n0,"closed",0\n${rows}`]);
		expect(await sentence(blob)).toMatch(/by row 1,003 more than 1,000 rows have a quote/);
	});

	test('nothing that was there before is touched', async () => {
		const blob = new Blob([table, '3,', ...times(megabyte, 5), '\n']);
		expect(await sentence(blob, { table: 'raw' })).toMatch(/row 4/);
		const kept = await warehouse.query('SELECT c0 FROM raw');
		expect(kept.column('c0')).toEqual(['what was there before']);
	});
});

describe('a file with bad rows', () => {
	const rows = Array.from({ length: 4000 }, (_, i) => `${i},"note ${i}",${i}\n`);

	test.each(['papaparse', 'duckdb'] as const)(
		'loses the row whose quote is not closed, and says which: %s',
		async (reader) => {
			const all = ['id,note,pay\n', ...rows.slice(0, 2000), '9999,"open,1\n', ...rows.slice(2000)];
			const raw = await read(new Blob(all), { reader });
			expect(raw.rows).toBe(4000);
			expect(raw.rejected).toEqual([
				{ row: 2002, reason: 'unreadable', fields: 3, text: '9999,"open,1' }
			]);
			expect(raw.notes.join()).toMatch(/row 2,002/);
		}
	);

	test('loses what a cut takes from its end', async () => {
		const raw = await read(`${table}3,"cut in the middle of\na text of two`);
		expect(raw.rejected).toMatchObject([{ row: 4, reason: 'unreadable' }]);
		expect(raw.rows).toBe(2);
	});

	test.each(['papaparse', 'duckdb'] as const)('keeps bytes zero out: %s', async (reader) => {
		const raw = await read(new Blob(['id,note,pay\n', ...rows, '7,a\0b,8\n']), { reader });
		expect(raw.rejected).toMatchObject([{ row: 4002, reason: 'unreadable' }]);
	});

	test('is cut at no letter of four bytes, wherever the pieces end', async () => {
		const face = '😀'.repeat(30);
		const line = (i: number) => `${i},${'a'.repeat(i % 4)}${face},${i}\n`;
		const text = Array.from({ length: 80_000 }, (_, i) => line(i)).join('');
		const bytes = new TextEncoder().encode(`id,face,pay\n${text}`);
		expect(bytes.length).toBeGreaterThan(limits.pieceBytes);
		for (const reader of ['papaparse', 'duckdb'] as const) {
			const raw = await read(bytes, { reader });
			const wrong = await warehouse.query(
				`SELECT count(*) AS n FROM hostile WHERE ltrim(c1, 'a') <> repeat('😀', 30) OR c0 <> c2 OR "row" <> c0::INTEGER + 2`
			);
			expect([raw.rows, wrong.column('n')[0]]).toEqual([80_000, 0]);
		}
	});

	test('keeps formulas, markup and SQL as the texts they are', async () => {
		const cells = ['=1+1', '<script>alert(1)</script>', "'); DROP TABLE hostile; --", '__proto__'];
		const raw = await read(
			`a,"b""; DROP TABLE hostile; --",__proto__,<b>d</b>\n${times('x,y,z,w', 3).join('\n')}\n${cells.join(',')}\n`
		);
		const last = await warehouse.query('SELECT * FROM hostile ORDER BY "row" DESC LIMIT 1');
		expect(Object.values(toRecords(last)[0] ?? {})).toEqual([5, ...cells]);
		expect(raw.columns.map(({ name }) => name)).toEqual([
			...['a', 'b"; DROP TABLE hostile; --', '__proto__', '<b>d</b>']
		]);
	});
});

describe('reading can be stopped', () => {
	const rows = Array.from({ length: 60_000 }, (_, i) => `${i},${'note '.repeat(60)},${i}\n`).join(
		''
	);
	const blob = new Blob([`id,note,pay\n${rows}`]);

	test.each(['papaparse', 'duckdb'] as const)('in the middle: %s', async (reader) => {
		const stop = new AbortController();
		const onProgress = () => stop.abort(new Error('enough'));
		const reading = read(blob, { reader, table: 'raw', signal: stop.signal, onProgress });
		await expect(reading).rejects.toThrow('enough');
		const kept = await warehouse.query('SELECT c0 FROM raw');
		expect(kept.column('c0')).toEqual(['what was there before']);
	});

	test('before it begins', async () => {
		const signal = AbortSignal.abort(new Error('enough'));
		await expect(read(blob, { signal })).rejects.toThrow('enough');
	});

	test('tells its progress, in bytes and rows that rise to all of them', async () => {
		const told: { bytes: number; rows: number }[] = [];
		const onProgress = ({ bytes, rows: done }: { bytes: number; rows: number }) =>
			told.push({ bytes, rows: done });
		await read(blob, { reader: 'duckdb', onProgress });
		expect(told.length).toBeGreaterThan(2);
		expect(told).toEqual([...told].sort((a, b) => a.bytes - b.bytes || a.rows - b.rows));
		expect(told.at(-1)).toEqual({ bytes: blob.size, rows: 60_000 });
	});

	test('and a preview reads only its first rows', async () => {
		const raw = await read(blob, { limit: 50 });
		expect([raw.rows, raw.sha256]).toEqual([50, '']);
	});
});
