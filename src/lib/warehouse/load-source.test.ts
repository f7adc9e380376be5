import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSourceTable } from './load-source.ts';
import { openNodeWarehouse } from './node.node.ts';
import type { Warehouse } from './warehouse.ts';

const csv = Buffer.from('field\n01\n02\n');
const source = {
	table: 'enrolment',
	columns: [{ name: 'field', type: 'VARCHAR' }],
	url: 'https://site.test/generated/enrolment.csv.gz',
	bytes: gzipSync(csv).length
} as const;

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

test.each([
	['zipped', gzipSync(csv)],
	['unzipped on the way by the host', csv]
])('loads a file that arrives %s, with progress up to its size', async (_, body) => {
	const progress: [number, number][] = [];
	const loaded = await loadSourceTable(warehouse, source, {
		fetchBytes: async (_url, onReceived) => {
			onReceived(5);
			onReceived(body.length + 1000);
			return body;
		},
		onProgress: (...bytes) => progress.push(bytes)
	});
	expect(loaded.rows).toBe(2);
	expect((await warehouse.query('FROM enrolment')).column('field')).toEqual(['01', '02']);
	expect(progress.at(0)).toEqual([5, source.bytes]);
	expect(progress.at(-1)).toEqual([source.bytes, source.bytes]);
});

test('a file that cannot be fetched fails with the reason', async () => {
	const fetchBytes = () => Promise.reject(new Error('offline'));
	await expect(loadSourceTable(warehouse, source, { fetchBytes })).rejects.toThrow('offline');
});
