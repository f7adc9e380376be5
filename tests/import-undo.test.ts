import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { csvPages } from '#lib/ingest/checking/csv-pages.ts';
import { checkOpened, importFile, type ImportResult } from '#lib/ingest/import.ts';
import { historyOf, redo, stepsOf, undo, type History } from '#lib/ingest/recipe/history.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { csvField } from '#lib/vocabulary/spreadsheet-cell.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../src/cli/catalogue.ts';
import { readContractFiles } from '../src/cli/contracts.ts';

let warehouse: Warehouse;
let catalogue: Catalogue;
let contracts: Contracts;
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
	[catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
});
afterAll(() => warehouse.close());

/** What a history comes to: the table as exact CSV, and everything that was found. */
async function outcome(opened: ImportResult, history: History) {
	const recipe = { ...opened.recipe, steps: stepsOf(history) };
	const given = { recipe, catalogue, contracts };
	const { checked } = await checkOpened(warehouse, opened, given);
	let csv = '';
	for await (const page of csvPages(warehouse, checked.table.name)) csv += page;
	return { csv, checked };
}

const remark = fc
	.string({ unit: fc.constantFrom(...'abcDEF 019,"éŝ漢😀=-+@#;\n') })
	.map((text) => text.trim().replace(/^'+/, ''));
const person = fc.record({
	sex: fc.constantFrom('Female', 'Male', 'F', '?', ''),
	year: fc.constantFrom('2019', '2021', '2099', 'soon'),
	status: fc.constantFrom('Employee', 'Looking for work', 'Resting'),
	months: fc.constantFrom('3', '40', '-2', '1.5', 'NA', ''),
	remark
});
/** A file of the plain kind: UTF-8, commas, quotes where they must be, LF. */
const files = fc.array(person, { minLength: 12, maxLength: 20 }).map((people) => {
	const rows = people.map(({ sex, year, status, months, remark }, i) =>
		[`G${100 + i}`, sex, year, status, months, remark].map(csvField).join(',')
	);
	const header =
		'Graduate ID,Gender,Year of graduation,Employment status,Months to first job,Remark';
	return `${[header, ...rows].join('\n')}\n`;
});

const columns = ['Graduate ID', 'Gender', 'Year of graduation', 'Employment status', 'Remark'];
const column = fc.constantFrom(...columns);
const contract = fc.constantFrom('respondent', 'sex', 'cohort', 'status', 'months_to_first_job');
const furtherStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		do: fc.constant('match' as const),
		contract,
		columns: fc.array(column, { maxLength: 1 })
	}),
	fc.record({
		do: fc.constant('values' as const),
		contract,
		values: fc.constantFrom({ '?': null, Female: 'F' }, { Resting: 'other' }, { '1.5': '2' })
	}),
	fc.record({ do: fc.constant('leave-out' as const), column, why: fc.constant('chosen' as const) }),
	fc.record({ do: fc.constant('keep' as const), column }),
	fc.record({
		do: fc.constant('accept' as const),
		rule: fc.constantFrom('out-of-range', 'not-a-date', 'duplicate-key')
	}),
	fc.record({
		do: fc.constant('design' as const),
		design: fc.constantFrom({}, { stratum: ['Gender'] }, { cluster: ['Year of graduation'] })
	})
);

test('undone in any order the file is there byte for byte; redone in any order all is as it was', async () => {
	const steps = fc.array(furtherStep, { maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(files, steps, fc.infiniteStream(fc.nat()), async (file, further, seeds) => {
			const blob = new Blob([file]);
			const name = 'tracer 2024.csv';
			const opened = await importFile(warehouse, { blob, name }, { catalogue, contracts });
			const all = historyOf([...opened.recipe.steps, ...further]);
			const first = await outcome(opened, all);
			const order = (): number[] => shuffled(all.entries.length, seeds);
			const none = order().reduce((history, place) => undo(history, place), all);
			expect((await outcome(opened, none)).csv).toBe(file);
			const again = order().reduce((history, place) => redo(history, place), none);
			expect(await outcome(opened, again)).toEqual(first);
		}),
		{ numRuns: 12 }
	);
}, 120_000);

function shuffled(length: number, seeds: Iterator<number>): number[] {
	const places = Array.from({ length }, (_, i) => i);
	const keys = places.map(() => Number(seeds.next().value));
	return places.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}
