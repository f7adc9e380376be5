import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '#lib/ingest/import.ts';
import type { ImportOptions, ImportProgress } from '#lib/ingest/open-file.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../src/cli/catalogue.ts';
import { readContractFiles } from '../src/cli/contracts.ts';

let warehouse: Warehouse;
let options: ImportOptions;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	options = { catalogue, contracts };
});
afterAll(() => warehouse.close());

const rows = Array.from({ length: 3000 }, (_, i) =>
	[
		`G${i}`,
		i % 2 ? 'Female' : 'Male',
		2019 + (i % 3),
		i % 3 ? 'Employee' : 'Looking for work'
	].join()
);
const header = 'Graduate ID,Gender,Year of graduation,Employment status';
const file = { blob: new Blob([[header, ...rows, ''].join('\n')]), name: 'tracer 2024.csv' };
const stages = ['examine', 'read', 'profile', 'match', 'check'] as const;

test('progress goes from stage to stage, and in bytes and rows while the file is read', async () => {
	const seen: ImportProgress[] = [];
	await importFile(warehouse, file, { ...options, onProgress: (one) => void seen.push(one) });
	expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(stages);
	const read = seen.filter(({ bytes }) => bytes !== undefined);
	const bytes = read.map((one) => one.bytes ?? 0);
	expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
	expect(read.at(-1)).toMatchObject({ bytes: file.blob.size, ofBytes: file.blob.size, rows: 3000 });
});

test.each(stages)(
	'cancelled at stage %s it stops with the reason, and can be done again',
	async (at) => {
		const abort = new AbortController();
		const reason = new Error('enough');
		const run = importFile(warehouse, file, {
			...options,
			signal: abort.signal,
			onProgress: ({ stage }) => {
				if (stage === at) abort.abort(reason);
			}
		});
		await expect(run).rejects.toBe(reason);
		const again = await importFile(warehouse, file, options);
		expect(again.checked).toMatchObject({ accepted: 3000, rejected: 0 });
	}
);

test('a word for no answer is known however rare it is among other values', async () => {
	const many = Array.from({ length: 1200 }, (_, i) =>
		[`G${i}`, 'Female', 2020, 'Employee', i === 777 ? 'n/a' : 3000 + i, 100 + i / 7].join()
	);
	const head = `${header},Monthly pay,Weight`;
	const blob = new Blob([[head, ...many, ''].join('\n')]);
	const { checked } = await importFile(warehouse, { blob, name: 'tracer 2024.csv' }, options);
	expect(checked.rejected).toBe(0);
	const pay = await warehouse.query('SELECT count(pay) AS n FROM tracer');
	expect(pay.column('n')).toEqual([1199]);
});
