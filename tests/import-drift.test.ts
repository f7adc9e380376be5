import { openAsBlob } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile, type ImportResult } from '#lib/ingest/import.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../src/cli/catalogue.ts';
import { readContractFiles } from '../src/cli/contracts.ts';

let warehouse: Warehouse;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

async function imported(name: string, csv: string | Blob, recipe?: Recipe): Promise<ImportResult> {
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	const blob = typeof csv === 'string' ? new Blob([csv]) : csv;
	const options = { catalogue, contracts, ...(recipe ? { recipe } : {}) };
	return importFile(warehouse, { blob, name }, options);
}

const statuses = ['Employee', 'Looking for work', 'Own-account worker', 'Employee'];

/** A wave of a tracer study, made by arithmetic. */
function wave(
	year: number,
	{ rows = 400, employees = 0, delimiter = ',', heading = 'Employment status' } = {}
): string {
	const lines = Array.from({ length: rows }, (_, i) =>
		[
			`G${1000 + i}`,
			i % 5 < 3 ? 'Female' : 'Male',
			year - 3 + (i % 3),
			i % 10 < employees ? 'Employee' : statuses[i % 4],
			`${1 + (i % 7) / 4}`
		].join(delimiter)
	);
	const names = ['Graduate ID', 'Gender', 'Year of graduation', heading, 'Weight'];
	return [names.join(delimiter), ...lines, ''].join('\n');
}

describe('a recipe on the next wave', () => {
	let first: ImportResult;
	beforeAll(async () => {
		first = await imported('tracer 2021.csv', wave(2021));
	});

	test('the same layout and chance alone: nothing drifted, nothing is asked, the wave is its own', async () => {
		const next = await imported('tracer 2024.csv', wave(2024, { rows: 410 }), first.recipe);
		expect(next.drift).toMatchObject({
			...{ newColumns: [], missingColumns: [], renamedColumns: [], newCodes: [], goneCodes: [] },
			...{ changedShares: [], reading: [] }
		});
		expect(next.asks).toEqual([]);
		expect(next.recipe.survey.wave).toBe('2024');
		expect(next.checked.rejected).toBe(0);
		expect(next.checked.table.rows).toBe(410);
	});

	test('the same file comes to the same table', async () => {
		const again = await imported('tracer 2021.csv', wave(2021), first.recipe);
		expect(again.recipe).toEqual(first.recipe);
		expect(again.checked).toEqual(first.checked);
	});

	test('a share that changed beyond noise is told, with both shares', async () => {
		const csv = wave(2024, { employees: 7 });
		const { drift } = await imported('tracer 2024.csv', csv, first.recipe);
		const codes = drift?.changedShares.map(({ contract, code }) => `${contract} ${code}`);
		expect(codes).toContain('status employee');
		expect(codes).not.toContain('sex F');
		const change = drift?.changedShares.find(({ code }) => code === 'employee');
		expect(change?.before).toBeCloseTo(0.5, 2);
		expect(change?.now).toBeGreaterThan(0.8);
	});

	test('another layout is told, and read', async () => {
		const csv = `Report of the survey\n\n${wave(2024, { delimiter: ';' })}`;
		const next = await imported('tracer 2024.csv', csv, first.recipe);
		expect(next.drift?.reading).toEqual([
			{ part: 'delimiter', before: ',', now: ';' },
			{ part: 'headerRow', before: '1', now: '3' }
		]);
		expect(next.checked.table.rows).toBe(400);
	});

	test('a heading in other letters is found, and told', async () => {
		const csv = wave(2024, { heading: 'EMPLOYMENT  status:' });
		const { drift, checked } = await imported('tracer 2024.csv', csv, first.recipe);
		expect(drift).toMatchObject({ newColumns: [], missingColumns: [] });
		expect(drift?.renamedColumns).toMatchObject([{ recipe: 'Employment status' }]);
		expect(checked.table.columns.find(({ name }) => name === 'status')?.from).toHaveLength(1);
	});

	test('a column that is gone is told with its use; one that could be it is asked', async () => {
		const csv = wave(2024, { heading: 'Labour force status' });
		const { drift, asks } = await imported('tracer 2024.csv', csv, first.recipe);
		expect(drift).toMatchObject({
			newColumns: ['Labour force status'],
			missingColumns: [{ column: 'Employment status', contracts: ['status'] }]
		});
		expect(asks).toMatchObject([
			{ about: 'column', contract: 'status', options: [{ value: 'Labour force status' }] }
		]);
	});

	test('new values are told; those that the words know count, others are asked about', async () => {
		const csv = wave(2024)
			.replace(/Employee/, 'Jobless')
			.replace(/Employee/, 'Freelance poet');
		const { drift, asks, checked } = await imported('tracer 2024.csv', csv, first.recipe);
		expect(drift?.newCodes).toMatchObject([{ contract: 'status', column: 'Employment status' }]);
		const values = drift?.newCodes[0]?.values.map(({ value }) => value).sort();
		expect(values).toEqual(['Freelance poet', 'Jobless']);
		expect(asks.map(({ contract }) => contract)).toEqual(['status']);
		const unmatched = checked.problems.filter(({ rule }) => rule === 'unmatched-value');
		expect(unmatched).toMatchObject([{ column: 'Employment status', count: 1 }]);
	});

	test('a value that no longer comes is told', async () => {
		const csv = wave(2024).replaceAll('Own-account worker', 'Employee');
		const { drift } = await imported('tracer 2024.csv', csv, first.recipe);
		expect(drift?.goneCodes).toMatchObject([
			{ contract: 'status', values: [{ value: 'Own-account worker' }] }
		]);
	});

	test('a new column with personal data stays out', async () => {
		const csv = wave(2024)
			.split('\n')
			.map((line, i) =>
				line === '' ? line : `${line},${i === 0 ? 'Phone number' : `+2665${8000000 + i}`}`
			)
			.join('\n');
		const { recipe } = await imported('tracer 2024.csv', csv, first.recipe);
		expect(recipe.steps).toContainEqual({
			...{ do: 'leave-out', column: 'Phone number', why: 'personal' }
		});
	});

	test('what a person had changed in the reading is changed again', async () => {
		const [read] = first.recipe.steps;
		if (read?.do !== 'read') throw new Error('the first step is no reading');
		const changed = { do: 'read', reading: { ...read.reading, lastRow: 11 } } as const;
		const steps = [read, changed, ...first.recipe.steps.slice(1)];
		const next = await imported('tracer 2024.csv', wave(2024), { ...first.recipe, steps });
		expect(next.checked.table.rows).toBe(10);
	});
});

test('a recipe holds no row, and no count of fewer than ten', async () => {
	const { recipe } = await imported('tracer 2021.csv', wave(2021, { rows: 40 }));
	const counts = Object.values(recipe.file.counts ?? {}).flatMap(({ filled, codes }) => [
		...[filled, ...Object.values(codes)]
	]);
	expect(counts.length).toBeGreaterThan(3);
	expect(counts.every((count) => count >= 10 && count % 5 === 0)).toBe(true);
	expect(JSON.stringify(recipe)).not.toContain('G1001');
});

test('the waves of the fixtures', async () => {
	const path = (name: string) => `tests/fixtures/import/files/${name}`;
	const first = await imported('tracer-2023.csv', await openAsBlob(path('wave-2023-tracer.csv')));
	const next = await openAsBlob(path('wave-2024-tracer.csv'));
	const { drift } = await imported('tracer-2024.csv', next, first.recipe);
	expect(drift?.newColumns).toEqual(['Ever found a job since graduating']);
	const found = drift?.newCodes.map(({ contract }) => contract).sort();
	expect(found).toEqual(['sector', 'status']);
});
