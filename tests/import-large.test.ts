import { describe, expect, test } from 'vitest';
import type { ImportReport } from './support/import-report.ts';
import { importerOfTests } from './support/import-run.ts';

const head = 'respondent,sex,cohort,institution,isced_level,field,status,pay';
const row = (index: number): string =>
	`R${index},${index % 2 ? 'F' : 'M'},2021,UNA,6,0${(index % 9) + 1},employee,${4000 + (index % 900)}`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const file = (lines: readonly string[]): Blob => new Blob([`${lines.join('\n')}\n`]);

describe('large files, from the bytes to the problems', () => {
	const importer = importerOfTests();

	const imported = async (blob: Blob, name: string): Promise<ImportReport> => {
		const outcome = await importer.tryBlob(blob, name);
		if ('sentence' in outcome) throw new Error(outcome.sentence);
		const { accepted, rejected, file: found } = outcome.report;
		expect(accepted + rejected).toBe(found.rows);
		return outcome.report;
	};

	test('150,000 problems are counted, one line a rule and column', async () => {
		const bad = (index: number): string => `${row(index).replace(/,[FM],/, ',X,')},-4,1`;
		const names = `${head},months_to_first_job,found_job`;
		const report = await imported(file([names, ...numbers(150_000).map(bad)]), 'bad.csv');
		expect(report.file.rows).toBe(150_000);
		expect(report.problems.length).toBeLessThan(60);
		expect(Math.max(...report.problems.map(({ count }) => count))).toBe(150_000);
	}, 120_000);

	test('a form of 600 questions is one tracer study still', async () => {
		const more = numbers(600);
		const names = [head, ...more.map((index) => `q${index}`)].join(',');
		const cells = (index: number): string =>
			[row(index), ...more.map((column) => (index * column) % 7)].join(',');
		const report = await imported(file([names, ...numbers(200).map(cells)]), 'wide.csv');
		expect(report.file).toMatchObject({ rows: 200, columns: 608 });
		expect(report.kind.guess).toBe('tracer');
	}, 120_000);

	test('a cell of 10 MB costs its row, or a sentence that names it', async () => {
		const cell = `"${'long, '.repeat(1_700_000)}"`;
		const lines = [head, ...numbers(40).map(row), row(41).replace('UNA', cell), row(42)];
		const outcome = await importer.tryBlob(file(lines), 'cell.csv');
		if ('sentence' in outcome) expect(outcome.sentence).toMatch(/\brow 42\b/);
		else expect(outcome.report.accepted).toBeGreaterThanOrEqual(41);
	}, 60_000);
});
