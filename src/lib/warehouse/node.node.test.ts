import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeWarehouse } from './node.node.ts';
import { QueryError } from './query-error.ts';
import { toRecords } from './table.ts';
import type { Warehouse } from './warehouse.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

describe('values', () => {
	test('numbers of every kind are plain numbers', async () => {
		const table = await warehouse.query(
			`SELECT 7 AS i, count(*) AS n, sum(2) AS s, 1.25::DECIMAL(9, 2) AS d, 0.5::DOUBLE AS f,
				3::UTINYINT AS u, 9::HUGEINT AS h`
		);
		expect(toRecords(table)).toEqual([{ i: 7, n: 1, s: 2, d: 1.25, f: 0.5, u: 3, h: 9 }]);
		expect(new Set(table.columns.map(({ type }) => type))).toEqual(new Set(['number']));
	});

	test('dates and timestamps are ISO text', async () => {
		const table = await warehouse.query(
			`SELECT DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 09:30:00.25' AS moment`
		);
		expect(toRecords(table)).toEqual([{ day: '2024-02-29', moment: '2024-02-29T09:30:00.250' }]);
		expect(table.columns.map(({ type }) => type)).toEqual(['date', 'timestamp']);
	});

	test('what is not a finite number is null, and numbers() refuses it', async () => {
		const table = await warehouse.query(
			`SELECT unnest(['nan'::DOUBLE, 'infinity'::DOUBLE, NULL, 1]) AS x`
		);
		expect(table.column('x')).toEqual([null, null, null, 1]);
		expect(() => table.numbers('x')).toThrow(RangeError);
	});

	test('a type without a plain value is refused with advice', async () => {
		await expect(warehouse.query('SELECT [1, 2] AS list')).rejects.toThrow(/CAST/);
	});

	test('output columns of one name are told apart', async () => {
		const table = await warehouse.query('SELECT 1 AS a, 2 AS a, 3 AS a_2');
		expect(toRecords(table)).toEqual([{ a: 1, a_3: 2, a_2: 3 }]);
	});

	test('parameters are bound, not written into the SQL', async () => {
		const text = `o'brien"; DROP TABLE x; --`;
		const table = await warehouse.query('SELECT $1 AS t, $2 AS n, $3 AS b, $4 AS m', [
			text,
			1.5,
			true,
			null
		]);
		expect(toRecords(table)).toEqual([{ t: text, n: 1.5, b: true, m: null }]);
	});
});

test('a whole number is bound as it is in the browser, and can be a limit', async () => {
	const table = await warehouse.query('SELECT typeof($1) AS t FROM range(9) LIMIT $1', [3e9]);
	expect(table.column('t')).toEqual(Array(9).fill('DOUBLE'));
});

describe('loadCsv', () => {
	test('keeps leading zeros, reads quotes and line breaks, and takes empty for missing', async () => {
		const csv = 'code,note,n,ok,day\n01,"a ""b"", c\nd",3,true,2024-01-31\n007,"",,,\n';
		const loaded = await warehouse.loadCsv('codes', csv, [
			{ name: 'code', type: 'VARCHAR' },
			{ name: 'note', type: 'VARCHAR' },
			{ name: 'n', type: 'INTEGER' },
			{ name: 'ok', type: 'BOOLEAN' },
			{ name: 'day', type: 'DATE' }
		]);
		expect(loaded.rows).toBe(2);
		expect(toRecords(await warehouse.query('FROM codes'))).toEqual([
			{ code: '01', note: 'a "b", c\nd', n: 3, ok: true, day: '2024-01-31' },
			{ code: '007', note: null, n: null, ok: null, day: null }
		]);
	});

	test('reads CRLF, a byte order mark and a last line without a break', async () => {
		const csv = '\uFEFFa,b\r\n1,x\r\n2,y';
		await warehouse.loadCsv('crlf', csv, [
			{ name: 'a', type: 'DOUBLE' },
			{ name: 'b', type: 'VARCHAR' }
		]);
		expect(toRecords(await warehouse.query('FROM crlf'))).toEqual([
			{ a: 1, b: 'x' },
			{ a: 2, b: 'y' }
		]);
	});

	test('takes any name of a table and a column', async () => {
		const name = `o'brien "x"`;
		await warehouse.loadCsv(name, `"o'brien ""x"""\nyes\n`, [{ name, type: 'VARCHAR' }]);
		const table = await warehouse.query(`SELECT "o'brien ""x""" FROM "o'brien ""x"""`);
		expect(table.column(name)).toEqual(['yes']);
	});

	test('refuses a header in another order', async () => {
		const columns = [
			{ name: 'a', type: 'VARCHAR' },
			{ name: 'b', type: 'VARCHAR' }
		] as const;
		await expect(warehouse.loadCsv('t', 'b,a\n1,2\n', columns)).rejects.toMatchObject({
			problem: { code: 'unknown-column', details: { column: 'b', expected: 'a' } }
		});
	});

	test('reports a value that is not of the declared type', async () => {
		const load = warehouse.loadCsv('t', 'a\nseven\n', [{ name: 'a', type: 'INTEGER' }]);
		await expect(load).rejects.toThrow(/seven/);
	});

	test('replaces a table of the same name and leaves the bytes to the caller', async () => {
		const bytes = new TextEncoder().encode('a\n1\n');
		await warehouse.loadCsv('again', 'a\n1\n2\n', [{ name: 'a', type: 'VARCHAR' }]);
		expect((await warehouse.loadCsv('again', bytes, [{ name: 'a', type: 'VARCHAR' }])).rows).toBe(
			1
		);
		expect(bytes.length).toBe(4);
	});
});

describe('failures', () => {
	test('a QueryError has the SQL, the message of DuckDB and the cause', async () => {
		const sql = 'SELECT nothing FROM nowhere';
		const error = await warehouse.query(sql).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(QueryError);
		expect(error).toMatchObject({ sql, cause: expect.any(Error) });
		expect(String(error)).toContain('Table with name nowhere does not exist');
	});

	const endless =
		'SELECT count(*) FROM range(100000000000) a, range(1000) b WHERE a.range % 7 = b.range';

	test('an aborted query rejects with the reason, and the next one runs', async () => {
		const abort = new AbortController();
		const query = warehouse.query(endless, [], { signal: abort.signal });
		setTimeout(() => abort.abort(new Error('no longer wanted')), 50);
		await expect(query).rejects.toThrow('no longer wanted');
		expect((await warehouse.query('SELECT 1 AS one')).column('one')).toEqual([1]);
	});

	test('a query is stopped at its timeout', async () => {
		const query = warehouse.query(endless, [], { timeout: 50 });
		await expect(query).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
		expect((await warehouse.query('SELECT 1 AS one')).column('one')).toEqual([1]);
	});
});

test('a locked warehouse reads no files and changes no settings, but its tables', async () => {
	const locked = await openNodeWarehouse();
	await locked.loadCsv('t', 'a\n1\n', [{ name: 'a', type: 'VARCHAR' }]);
	await locked.lock();
	await expect(locked.query("SELECT * FROM read_text('package.json')")).rejects.toThrow(QueryError);
	await expect(locked.query('SET enable_external_access = true')).rejects.toThrow(QueryError);
	await expect(locked.loadCsv('u', 'a\n1\n', [{ name: 'a', type: 'VARCHAR' }])).rejects.toThrow(
		QueryError
	);
	expect((await locked.query('FROM t')).rows).toBe(1);
	await locked.close();
});
