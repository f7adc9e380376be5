import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { describeTable } from '#lib/warehouse/describe.ts';
import type { EngineManifest } from '#lib/warehouse/engine.ts';
import { QueryError } from '#lib/warehouse/query-error.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { CsvColumn, Warehouse } from '#lib/warehouse/warehouse.ts';

const base = new URL('/generated/engine/', location.href).href;

let engine: EngineManifest;
let warehouse: Warehouse;
const progress: [received: number, total: number][] = [];

beforeAll(async () => {
	const response = await fetch('/generated/manifest.json');
	({ engine } = await response.json());
	warehouse = await openBrowserWarehouse({
		engine,
		base,
		onProgress: (...bytes) => progress.push(bytes)
	});
}, 120_000);
afterAll(() => warehouse.close());

test('download progress only rises, and ends at the size in the manifest', () => {
	const received = progress.map(([bytes]) => bytes);
	expect(received).toEqual(received.toSorted((a, b) => a - b));
	expect(received.length).toBeGreaterThan(5);
	expect(progress.at(-1)).toEqual([engine.bytes, engine.bytes]);
});

describe('answers as DuckDB in Node does', () => {
	const columns: CsvColumn[] = [
		{ name: 'code', type: 'VARCHAR' },
		{ name: `o'brien "x"`, type: 'DOUBLE' },
		{ name: 'ok', type: 'BOOLEAN' },
		{ name: 'day', type: 'DATE' }
	];
	const csv = `\uFEFFcode,"o'brien ""x""",ok,day\r\n01,1.5,true,2024-02-29\r\n007,,,\r\n`;

	test('loads typed CSV', async () => {
		const loaded = await warehouse.loadCsv('codes', csv, columns);
		expect(loaded.rows).toBe(2);
		expect(toRecords(await warehouse.query('FROM codes'))).toEqual([
			{ code: '01', [`o'brien "x"`]: 1.5, ok: true, day: '2024-02-29' },
			{ code: '007', [`o'brien "x"`]: null, ok: null, day: null }
		]);
	});

	test('refuses a header in another order', async () => {
		const load = warehouse.loadCsv('t', 'b\n1\n', [{ name: 'a', type: 'VARCHAR' }]);
		await expect(load).rejects.toMatchObject({ problem: { code: 'unknown-column' } });
	});

	const values = `SELECT 7 AS i, count(*) AS n, sum(2) AS s, 1.25::DECIMAL(9, 2) AS d,
		3::UTINYINT AS u, 9::HUGEINT AS h, DATE '2024-02-29' AS day,
		TIMESTAMP '2024-02-29 09:30:00.25' AS moment, 'x' AS a, 'y' AS a, 'nan'::DOUBLE AS nan`;
	const expected = {
		...{ i: 7, n: 1, s: 2, d: 1.25, u: 3, h: 9, day: '2024-02-29' },
		...{ moment: '2024-02-29T09:30:00.250', a: 'x', a_2: 'y', nan: null }
	};

	test.each([
		['at once', {}],
		['in slices that can be cancelled', { signal: new AbortController().signal }]
	])('returns plain values, run %s', async (_, options) => {
		expect(toRecords(await warehouse.query(values, [], options))).toEqual([expected]);
	});

	test('binds parameters', async () => {
		const text = `o'brien"; DROP TABLE codes; --`;
		const table = await warehouse.query('SELECT $1 AS t, $2 AS n, $3 AS b, $4 AS m', [
			text,
			1.5,
			true,
			null
		]);
		expect(toRecords(table)).toEqual([{ t: text, n: 1.5, b: true, m: null }]);
	});

	test('a whole number is bound as it is in Node, and can be a limit', async () => {
		const table = await warehouse.query('SELECT typeof($1) AS t FROM range(9) LIMIT $1', [3e9]);
		expect(table.column('t')).toEqual(Array(9).fill('DOUBLE'));
	});

	test('describes columns of text', async () => {
		const columns = ['id', 'sex', 'age'].map((name) => ({ name, type: 'VARCHAR' as const }));
		await warehouse.loadCsv('own', 'id,sex,age\n01,F,23\n02,,31\n', columns);
		const [id, sex, age] = await describeTable(warehouse, 'own');
		expect(id).toMatchObject({ name: 'id', kind: 'text', distinct: 2, low: null });
		expect(sex).toMatchObject({ kind: 'text', missing: 1, frequent: [{ value: 'F', count: 1 }] });
		expect(age).toMatchObject({ kind: 'number', low: 23, high: 31 });
	});

	test('gives numbers of many batches as one typed array', async () => {
		const table = await warehouse.query('SELECT range::DOUBLE AS x FROM range(5000)');
		expect(table.numbers('x')).toEqual(Float64Array.from({ length: 5000 }, (_, x) => x));
	});

	test('a failed query keeps its SQL and the message of DuckDB', async () => {
		const sql = 'SELECT nothing FROM nowhere';
		const error = await warehouse.query(sql).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(QueryError);
		expect(error).toMatchObject({ sql });
		expect(String(error)).toContain('Table with name nowhere does not exist');
	});

	test('what would need an extension fails at once', async () => {
		await expect(warehouse.query("SELECT '{}'::JSON")).rejects.toThrow(QueryError);
		await expect(warehouse.query("FROM 'a.parquet'")).rejects.toThrow(QueryError);
	});
});

test('two thousand queries in a row are all answered', async () => {
	let sum = 0;
	for (let i = 0; i < 2000; i += 1) {
		sum += (await warehouse.query('SELECT count(*) AS n FROM range(10)')).numbers('n')[0] ?? 0;
	}
	expect(sum).toBe(20_000);
});

const endless =
	'SELECT count(*) FROM range(100000000000) a, range(1000) b WHERE a.range % 7 = b.range';

test('an aborted query rejects with the reason, and the next one runs', async () => {
	const abort = new AbortController();
	const query = warehouse.query(endless, [], { signal: abort.signal });
	setTimeout(() => abort.abort(new Error('no longer wanted')), 200);
	await expect(query).rejects.toThrow('no longer wanted');
	expect((await warehouse.query('SELECT 1 AS one')).column('one')).toEqual([1]);
});

test('a second warehouse shares nothing, restarts after a timeout, rebuilt and still locked', async () => {
	const rebuild = async (fresh: Warehouse) => {
		await fresh.loadCsv('mine', 'a\n1\n2\n', [{ name: 'a', type: 'VARCHAR' }]);
	};
	const second = await openBrowserWarehouse({ engine, base, rebuild });
	await expect(second.query('FROM codes')).rejects.toThrow('does not exist');
	await second.lock();
	const stopped = second.query(endless, [], { timeout: 200 });
	await expect(stopped).rejects.toMatchObject({ sql: endless, cause: { name: 'TimeoutError' } });
	expect((await second.query('FROM mine')).rows).toBe(2);
	await expect(second.query("SET memory_limit = '1GB'")).rejects.toThrow(QueryError);
	await expect(second.loadCsv('u', 'a\n1\n', [{ name: 'a', type: 'VARCHAR' }])).rejects.toThrow(
		QueryError
	);
	await second.close();
	await expect(second.query('SELECT 1')).rejects.toThrow('closed');
	await expect(warehouse.query('FROM mine')).rejects.toThrow('does not exist');
});

describe('an engine that cannot be had', () => {
	test('a missing file is a Problem', async () => {
		const broken = { ...engine, wasm: { ...engine.wasm, path: 'missing.pack' } };
		await expect(openBrowserWarehouse({ engine: broken, base })).rejects.toMatchObject({
			problem: { code: 'engine-failed', details: { stage: 'download' } }
		});
	});

	test('a missing worker script is a Problem', async () => {
		const broken = { ...engine, unpack: { path: 'missing.js', bytes: 1 } };
		await expect(openBrowserWarehouse({ engine: broken, base })).rejects.toMatchObject({
			problem: { code: 'engine-failed', details: { stage: 'download' } }
		});
	});

	test('a damaged file is a Problem', async () => {
		const broken = { ...engine, wasm: engine.worker, worker: { ...engine.worker, rawBytes: 1 } };
		await expect(openBrowserWarehouse({ engine: broken, base })).rejects.toMatchObject({
			problem: { code: 'engine-failed', details: { stage: 'download' } }
		});
	});

	test('WebAssembly that does not start is a Problem', async () => {
		// DuckDB's page side writes the worker's error to the console as well.
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const broken = { ...engine, wasm: engine.worker };
		await expect(openBrowserWarehouse({ engine: broken, base })).rejects.toMatchObject({
			problem: { code: 'engine-failed', details: { stage: 'start' } }
		});
	});

	test('a start that takes too long is a Problem', async () => {
		await expect(openBrowserWarehouse({ engine, base, startTimeout: 1 })).rejects.toMatchObject({
			problem: { code: 'engine-failed', details: { stage: 'start' } }
		});
	});

	test('an aborted download rejects with the reason', async () => {
		const abort = new AbortController();
		const opening = openBrowserWarehouse({
			...{ engine, base, signal: abort.signal },
			onProgress: () => abort.abort(new Error('not now'))
		});
		await expect(opening).rejects.toThrow('not now');
	});
});
