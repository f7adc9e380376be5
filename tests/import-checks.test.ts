import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../src/cli/catalogue.ts';
import { readContractFiles } from '../src/cli/contracts.ts';
import { checkCases } from './support/check-cases.ts';
import { runCheckCase } from './support/run-check-case.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

test.each(checkCases)('$name', async (spec) => {
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	const { table, problems, rejected } = spec;
	const found = await runCheckCase(warehouse, spec, { catalogue, contracts });
	expect(found).toEqual({ table, problems, rejected });
});

test('the same in a database that compresses, as large files have it', async () => {
	const compressing = await openNodeWarehouse();
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	await compressing.query("ATTACH ':memory:' AS compressed (COMPRESS)");
	await compressing.query('USE compressed');
	for (const spec of checkCases) {
		const { table, problems, rejected } = spec;
		const found = await runCheckCase(compressing, spec, { catalogue, contracts });
		expect(found).toEqual({ table, problems, rejected });
	}
	await compressing.close();
});
