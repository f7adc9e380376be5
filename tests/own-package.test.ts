/** The data package of an own survey, of files as researchers have them: whole, sound by its standard, and exact. */
import { readFileSync } from 'node:fs';
import { openAsBlob } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRecipe, parseRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { openPacker, rowsOf, type Packed, type Packer } from './support/own-package.ts';

let packer: Packer;
beforeAll(async () => {
	packer = await openPacker();
});
afterAll(() => packer.close());

const folder = 'tests/fixtures/import/files';
const isSound = new Ajv({ strict: false }).compile(
	JSON.parse(readFileSync('tests/schemas/data-package.json', 'utf8')) as object
);

interface Field {
	readonly name: string;
	readonly type: string;
	readonly categories?: readonly { readonly value: string | number }[];
	readonly constraints?: {
		readonly required?: boolean;
		readonly minimum?: number;
		readonly maximum?: number;
		readonly enum?: readonly (string | number)[];
	};
}
interface Resource {
	readonly name: string;
	readonly path: string;
	readonly rows: number;
	readonly bytes: number;
	readonly schema: {
		readonly fields: readonly Field[];
		readonly primaryKey?: readonly string[];
		readonly foreignKeys?: readonly {
			readonly fields: readonly [string];
			readonly reference: { readonly resource: string };
		}[];
	};
}

function resourcesOf({ files }: Packed): Resource[] {
	const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as { resources: Resource[] };
	return descriptor.resources.filter((one) => 'schema' in one);
}

function tableRecipe({ files, result }: Packed): Recipe {
	const recipe = parseRecipe(files.get(`${result.checked.table.name}.recipe.json`) ?? '');
	if (!isRecipe(recipe)) throw new Error(JSON.stringify(recipe));
	return recipe;
}

const patterns: Readonly<Record<string, RegExp>> = {
	integer: /^-?\d+$/,
	number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
	boolean: /^(true|false)$/,
	date: /^\d{4}-\d\d-\d\d$/
};

function faultsOf(
	{ type, constraints = {}, categories }: Field,
	cells: readonly string[]
): string[] {
	const allowed = [constraints.enum, categories?.map(({ value }) => value)].map(
		(list) => list && new Set(list.map(String))
	);
	return cells.filter((cell) => {
		if (cell === '') return constraints.required === true;
		const { minimum = -Infinity, maximum = Infinity } = constraints;
		const isBeyond = Number(cell) < minimum || Number(cell) > maximum;
		return (
			isBeyond ||
			patterns[type]?.test(cell) === false ||
			allowed.some((list) => list?.has(cell) === false)
		);
	});
}

const fixtures = [
	...['wave-2024-tracer.csv', 'contract-names-bad-cells.csv', 'kobo-tracer-labels.xlsx'],
	...['two-weights-establishments.csv', 'workers-wide-codes.csv', 'mine-skills-long.csv.gz'],
	...['students-person-level.csv', 'lfs-sections.sav', 'cars.csv', 'statcan-view.csv'],
	...['codes-without-labels.csv', 'spss-tracer-labels.csv']
];

describe.each(fixtures)('the package of %s', (name) => {
	let packed: Packed;
	beforeAll(async () => {
		packed = await packer.pack(await openAsBlob(`${folder}/${name}`), name);
	});

	test('has a descriptor with what the standard requires', () => {
		expect(
			isSound(JSON.parse(packed.files.get('datapackage.json') ?? '')),
			JSON.stringify(isSound.errors)
		).toBe(true);
	});

	test('has tables that keep what their schemas ask of them', () => {
		const resources = resourcesOf(packed);
		for (const { path, schema, rows, bytes } of resources) {
			const csv = packed.files.get(path) ?? '';
			const cells = rowsOf(csv);
			expect(cells, path).toHaveLength(rows);
			if (path === `${packed.result.checked.table.name}.csv`)
				expect(Buffer.byteLength(csv)).toBe(bytes);
			schema.fields.forEach((field, i) => {
				const found = faultsOf(
					field,
					cells.map((row) => row[i] ?? '')
				);
				expect(found, `${path} ${field.name}`).toEqual([]);
			});
			const key = (schema.primaryKey ?? []).map((one) =>
				schema.fields.findIndex((field) => field.name === one)
			);
			const keys = cells.map((row) => key.map((i) => row[i]).join('\r'));
			if (key.length > 0) expect(new Set(keys).size, path).toBe(rows);
			for (const { fields, reference } of schema.foreignKeys ?? []) {
				const list = resources.find((one) => one.name === reference.resource)?.path ?? '';
				const codes = new Set(rowsOf(packed.files.get(list) ?? '').map(([code]) => code));
				const at = schema.fields.findIndex((field) => field.name === fields[0]);
				const lost = cells
					.map((row) => row[at] ?? '')
					.filter((cell) => cell !== '' && !codes.has(cell));
				expect(lost, `${path} ${fields[0]}`).toEqual([]);
			}
		}
	});

	test('is read back by its recipe to the same bytes, with nothing asked, and says the same', async () => {
		const { result, csv, files } = packed;
		const again = await packer.pack(new Blob([csv]), `${result.checked.table.name}.csv`, {
			recipe: tableRecipe(packed)
		});
		expect(again.csv).toBe(csv);
		expect(again.result.asks).toEqual([]);
		expect(again.result.checked.rejected).toBe(0);
		for (const script of ['read.R', 'read.do']) {
			expect(again.files.get(script), script).toBe(files.get(script));
		}
	});
});

/** Of these every question was settled by the file itself. */
test.each([
	...['wave-2024-tracer.csv', 'kobo-tracer-labels.xlsx', 'two-weights-establishments.csv'],
	...['workers-wide-codes.csv', 'mine-skills-long.csv.gz', 'lfs-sections.sav', 'students.xlsx']
])('the table of %s alone comes back to the same bytes with nothing asked', async (name) => {
	const packed = await packer.pack(await openAsBlob(`${folder}/${name}`), name);
	const { result, csv } = packed;
	const again = await packer.pack(new Blob([csv]), `${result.checked.table.name}.csv`);
	expect(again.result.asks).toEqual([]);
	expect(again.csv).toBe(csv);
});
