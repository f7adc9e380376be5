import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile, type ReadFileOptions } from '#lib/ingest/reading/read-file.ts';
import { ReadInWorker } from '#lib/ingest/reading/read-in-worker.browser.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

const expected = import.meta.glob<Record<string, Expected>>(
	'../fixtures/import/reading/expected.json',
	{ import: 'default' }
);
const urls = import.meta.glob<string>(
	'../fixtures/import/reading/*.{csv,tsv,txt,dat,xlsx,sav,zsav}',
	{
		...{ query: '?url', import: 'default' }
	}
);

interface Expected {
	readonly reading: object;
	readonly columns: readonly object[];
	readonly rows: number;
	readonly cells: readonly unknown[];
}

let warehouse: Warehouse;
let files: ReadInWorker;

beforeAll(async () => {
	const { engine, reader } = await (await fetch('/generated/manifest.json')).json();
	const address = (path: string) => new URL(`/generated/${path}`, location.href).href;
	warehouse = await openBrowserWarehouse({ engine, base: address('engine/') });
	files = new ReadInWorker(address(reader.path));
}, 120_000);
afterAll(async () => {
	files.close();
	await warehouse.close();
});

async function read(blob: Blob, name: string, options: ReadFileOptions = {}) {
	const { reading } = await files.examine(blob, name);
	const raw = await readFile(warehouse, { blob, name, reading }, { files, ...options });
	const table = await warehouse.query('SELECT * FROM raw ORDER BY "row"');
	return { reading, raw, rows: toRecords(table).map((record) => Object.values(record)) };
}

test('every fixture gives in the browser what it gives in Node, by DuckDB', async () => {
	const [load] = Object.values(expected);
	const wanted = (await load?.()) ?? {};
	let compared = 0;
	for (const [path, url] of Object.entries(urls)) {
		const name = path.split('/').at(-1) ?? path;
		const blob = await (await fetch(await url())).blob();
		const { reading, raw, rows } = await read(blob, name, { reader: 'duckdb' });
		const cells = rows.length <= 20 ? rows : [rows[0], rows.at(-1)];
		const { columns, rejected, notes, above, below } = raw;
		const found = { reading, columns, rows: raw.rows, rejected, notes, above, below, cells };
		expect({ name, ...found }).toEqual({ name, ...wanted[name] });
		compared++;
	}
	expect(compared).toBe(Object.keys(wanted).length);
}, 120_000);

describe('a long file', () => {
	const line = (i: number) => `${i},"note ${i}, with a comma",2024-03-31,${'x'.repeat(i % 50)}\n`;
	const text = Array.from({ length: 400_000 }, (_, i) => line(i)).join('');
	const file = new Blob(['id,note,day,x\n', text]);

	test('goes to DuckDB in pieces, with progress', async () => {
		const told: number[] = [];
		const { reading } = await files.examine(file, 'long.csv');
		const raw = await readFile(
			warehouse,
			{ blob: file, name: 'long.csv', reading },
			{ files, onProgress: ({ rows }) => told.push(rows) }
		);
		expect(raw.rows).toBe(400_000);
		expect(told.length).toBeGreaterThan(2);
		const checked = await warehouse.query(
			`SELECT count(*) AS n FROM raw WHERE "row" = c0::INTEGER + 2 AND c1 = 'note ' || c0 || ', with a comma'`
		);
		expect(checked.column('n')[0]).toBe(400_000);
		const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
		const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
		expect(raw.sha256).toBe(hex.join(''));
	}, 120_000);

	test('can be stopped; what was there before stays, and the next file is read', async () => {
		const { reading } = await files.examine(file, 'long.csv');
		const stop = new AbortController();
		const given = { blob: file, name: 'long.csv', reading };
		const options = {
			files,
			signal: stop.signal,
			onProgress: () => stop.abort(new Error('enough'))
		};
		await expect(readFile(warehouse, given, options)).rejects.toThrow('enough');
		const before = await warehouse.query('SELECT count(*) AS n FROM raw');
		expect(before.column('n')[0]).toBe(400_000);
		expect((await read(new Blob(['a,b\n1,2\n']), 'small.csv')).rows).toEqual([[2, '1', '2']]);
	}, 120_000);
});

test('what is wrong with a file comes across as its sentence', async () => {
	const problem = { code: 'unreadable', details: { file: 'page.csv' } };
	const page = new Blob(['<!doctype html><p>Sign in</p>']);
	await expect(files.examine(page, 'page.csv')).rejects.toMatchObject({ problem });
});
