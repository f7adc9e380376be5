import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportGuide } from '#lib/contracts/import-contracts.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { checkCases } from '#tests/support/check-cases.ts';
import { runCheckCase } from '#tests/support/run-check-case.ts';

let warehouse: Warehouse;
let guide: ImportGuide;

beforeAll(async () => {
	const manifest = await (await fetch('/generated/manifest.json')).json();
	const base = new URL('/generated/engine/', location.href).href;
	warehouse = await openBrowserWarehouse({ engine: manifest.engine, base });
	guide = await (await fetch(`/generated/${manifest.importGuide}`)).json();
}, 120_000);
afterAll(() => warehouse.close());

test.each(checkCases)('in the browser as in Node: $name', async (spec) => {
	const { table, problems, rejected } = spec;
	expect(await runCheckCase(warehouse, spec, guide)).toEqual({ table, problems, rejected });
});
