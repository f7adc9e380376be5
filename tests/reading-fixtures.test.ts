import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineFile } from '#lib/ingest/reading/examine.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

const folder = 'tests/fixtures/import/reading';
const textFile = /\.(csv|tsv|txt|dat|gz)$/;
const fixture = /\.(csv|tsv|txt|dat|gz|xlsx|z?sav)$/;
const expected: Readonly<Record<string, object>> = JSON.parse(
	readFileSync(`${folder}/expected.json`, 'utf8')
);
/** The text fixtures of the whole import: what one reader makes of them the other has to make too. */
const files = readdirSync('tests/fixtures/import', { recursive: true, encoding: 'utf8' })
	.filter((path) => textFile.test(path))
	.map((path) => `tests/fixtures/import/${path}`);

let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await openNodeWarehouse()));
afterAll(() => warehouse.close());

async function read(path: string, reader?: 'papaparse' | 'duckdb') {
	const blob = await openAsBlob(path);
	const name = path.split('/').at(-1) ?? path;
	const { reading } = await examineFile(blob, name);
	const raw = await readFile(warehouse, { blob, name, reading }, reader ? { reader } : {});
	const table = await warehouse.query('SELECT * FROM raw ORDER BY "row"');
	return { reading, raw, rows: toRecords(table).map((record) => Object.values(record)) };
}

/** What a file gives; of one that cannot be read, the problem. */
async function outcome(path: string, reader: 'papaparse' | 'duckdb') {
	try {
		return await read(path, reader);
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		return { problem: error.problem };
	}
}

describe('a file', () => {
	test.each(Object.entries(expected))('is read: %s', async (name, wanted) => {
		const { reading, raw, rows } = await read(`${folder}/${name}`);
		const { columns, rejected, notes, above, below } = raw;
		expect({
			...{ reading, columns, rows: raw.rows, rejected, notes, above, below },
			cells: rows.length <= 20 ? rows : [rows[0], rows.at(-1)]
		}).toEqual(wanted);
	});

	test('has what is expected of it written down', () => {
		const names = readdirSync(folder).filter((name) => fixture.test(name));
		expect(names.filter((name) => !(name in expected))).toEqual([]);
	});

	test.each(files)('gives the same rows, cells and rejects by both readers: %s', async (path) => {
		const papa = await outcome(path, 'papaparse');
		expect(await outcome(path, 'duckdb')).toEqual(papa);
		if ('rows' in papa) expect(papa.rows).toHaveLength(papa.raw.rows);
	});
});

describe('csv-spectrum', () => {
	const spectrum = `${folder}/csv-spectrum`;
	const names = readdirSync(spectrum)
		.filter((name) => name.endsWith('.csv'))
		.map((name) => name.replace('.csv', ''));

	test.each(names)('%s', async (name) => {
		const { raw, rows } = await read(`${spectrum}/${name}.csv`);
		const records = rows.map(([, ...cells]) =>
			Object.fromEntries(raw.columns.map(({ heading }, i) => [heading, cells[i] ?? '']))
		);
		const json: unknown = JSON.parse(readFileSync(`${spectrum}/${name}.json`, 'utf8'));
		const wanted = Array.isArray(json) ? json : [json];
		// Its two files were published with other telephone numbers.
		if (name === 'location_coordinates') wanted[0]['Contact Phone Number'] = '2095257564';
		expect(records).toEqual(wanted);
	});

	test('is all there', () => expect(names).toHaveLength(12));
});
