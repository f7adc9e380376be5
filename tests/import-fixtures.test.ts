import { beforeAll, describe, expect, test } from 'vitest';
import { importerOfTests } from './support/import-run.ts';
import type { ImportReport } from './support/import-report.ts';
import { score, type Miss, type Score } from './support/import-score.ts';
import { readTruth } from './support/import-truth.ts';

const folder = 'tests/fixtures/import';
const fixtures = readTruth(folder);

/** One line a miss, so that a failing test is a table to work from. */
const table = (misses: readonly Miss[]): string[] =>
	misses.map(({ file, part, what }) => `${part.padEnd(12)} ${file.padEnd(36)} ${what}`);

const fileParts: readonly Miss['part'][] = ['encoding', 'delimiter', 'header', 'rows', 'columns'];

describe('files as researchers have them', () => {
	const importer = importerOfTests();
	const reports = new Map<string, ImportReport>();
	const scores: Score[] = [];
	const misses = (...parts: readonly Miss['part'][]): Miss[] =>
		scores.flatMap((each) => each.misses.filter(({ part }) => parts.includes(part)));

	beforeAll(async () => {
		for (const truth of fixtures) {
			const report = await importer.run(`${folder}/files/${truth.file}`, truth.file);
			reports.set(truth.file, report);
			scores.push(score(truth, report));
		}
	}, 600_000);

	test('there are enough of them', () => {
		expect(fixtures.length).toBeGreaterThanOrEqual(60);
	});

	test('encoding, delimiter, headings, rows and columns are read without a mistake', () => {
		expect(table(misses(...fileParts))).toEqual([]);
	});

	test('the kind is right for 95 of 100 files', () => {
		const wrong = misses('kind');
		const few = wrong.length <= fixtures.length * 0.05;
		expect(few ? [] : table(wrong)).toEqual([]);
	});

	test('tables already made are told from files of persons', () => {
		const wrong = misses('unit').filter(({ what }) => what.includes('aggregate'));
		expect(table(wrong)).toEqual([]);
	});

	test('nine of ten columns are found', () => {
		const expected = scores.reduce((sum, each) => sum + each.expected, 0);
		const right = scores.reduce((sum, each) => sum + each.right, 0);
		const enough = right >= expected * 0.9;
		expect(enough ? [] : [`${right} of ${expected}`, ...table(misses('column'))]).toEqual([]);
	});

	test('no column is taken wrongly', () => {
		expect(table(misses('wrong column'))).toEqual([]);
	});

	test('no value becomes a wrong code, and none a code without a label', () => {
		expect(table(misses('wrong value', 'guessed'))).toEqual([]);
	});

	test('values that words tell become codes', () => {
		expect(table(misses('value'))).toEqual([]);
	});

	test('personal columns are seen, and no column of the survey is taken for one', () => {
		expect(table(misses('personal'))).toEqual([]);
	});

	test('totals among the rows and cells that a spreadsheet damaged are told', () => {
		expect(table(misses('totals', 'damage', 'silent'))).toEqual([]);
	});

	test('every row is accepted or rejected', () => {
		const wrong = [...reports].filter(
			([, { accepted, rejected, file }]) => accepted + rejected !== file.rows
		);
		expect(wrong.map(([file]) => file)).toEqual([]);
	});
});
