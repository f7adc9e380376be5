import { beforeAll, describe, expect, test } from 'vitest';
import { hostileMisses, isSentence, type Outcome } from './support/import-hostile.ts';
import { importerOfTests } from './support/import-run.ts';
import { readHostile } from './support/import-truth.ts';

const folder = 'tests/fixtures/import';
const files = readHostile(folder);

describe('hostile files', () => {
	const importer = importerOfTests();
	const outcomes = new Map<string, Outcome>();

	beforeAll(async () => {
		for (const { file } of files)
			outcomes.set(file, await importer.tryRun(`${folder}/hostile/${file}`, file));
	}, 600_000);

	test('there are enough of them', () => {
		expect(files.length).toBeGreaterThanOrEqual(40);
	});

	test.each(files)('$file: $what', (hostile) => {
		const outcome = outcomes.get(hostile.file);
		expect(outcome === undefined ? ['not run'] : hostileMisses(hostile, outcome)).toEqual([]);
	});

	test('what cannot be read is told in one plain sentence', () => {
		const told = [...outcomes].flatMap(([file, outcome]) =>
			'sentence' in outcome ? [[file, outcome.sentence] as const] : []
		);
		expect(told.length).toBeGreaterThan(20);
		expect(told.filter(([, message]) => !isSentence(message))).toEqual([]);
	});

	test('names of every object stay names', () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('an ordinary file is read after all of them', async () => {
		const name = 'contract-tracer.csv';
		const report = await importer.run(`${folder}/files/${name}`, name);
		expect(report.file.rows).toBe(40);
		expect(report.kind.guess).toBe('tracer');
	});
});
