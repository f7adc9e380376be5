import { beforeAll, describe, expect, test } from 'vitest';
import { importerOfTests } from './support/import-run.ts';
import type { ImportReport } from './support/import-report.ts';
import { score } from './support/import-score.ts';
import { readTruth } from './support/import-truth.ts';

const folder = 'tests/fixtures/import';
const seconds = readTruth(folder).filter(({ after_wave }) => after_wave !== undefined);

describe('the next wave of a survey', () => {
	const importer = importerOfTests();
	const reports = new Map<string, ImportReport>();

	beforeAll(async () => {
		for (const { file, after_wave: first = '' } of seconds) {
			const recipe = await importer.recipeOf(`${folder}/files/${first}`, first);
			reports.set(file, await importer.run(`${folder}/files/${file}`, file, recipe));
		}
	}, 120_000);

	test('there are pairs', () => {
		expect(reports.size).toBeGreaterThanOrEqual(2);
	});

	test.each(seconds)('$file: the recipe of the first wave reads it', (truth) => {
		const report = reports.get(truth.file);
		expect(report).toBeDefined();
		if (report === undefined) return;
		// New columns wait until someone asks for them; all that was there before is read as before.
		const added = new Set(truth.drift?.newColumns);
		const misses = score(truth, report).misses.filter(({ part, what }) => {
			const isNew = part === 'column' && [...added].some((column) => what.includes(column));
			return part !== 'value' && !isNew;
		});
		expect(misses).toEqual([]);
		expect(report.accepted + report.rejected).toBe(truth.rows);
	});

	test.each(seconds)('$file: what is new is told', ({ file, drift: expected }) => {
		const { drift } = reports.get(file) ?? {};
		expect(drift?.newColumns).toEqual(expected?.newColumns);
		for (const [contract, codes] of Object.entries(expected?.newCodes ?? {})) {
			const told = drift?.newCodes.find((each) => each.contract === contract);
			expect(told?.values.map(({ value }) => value)).toEqual(expect.arrayContaining([...codes]));
		}
	});

	test.each(seconds)('$file: a new value is a code or a question', ({ file }) => {
		const report = reports.get(file);
		const open = (report?.drift?.newCodes ?? []).flatMap(({ contract, values }) => {
			const codes = report?.mapping[contract]?.values ?? {};
			const isAsked = report?.asks.some(
				(ask) => ask.about === 'values' && ask.contract === contract
			);
			return isAsked ? [] : values.filter(({ value }) => !Object.hasOwn(codes, value));
		});
		expect(open).toEqual([]);
	});
});
