import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openAnswerBook, type Manifest } from '#lib/answers/answer-book.ts';
import { ask } from '#lib/answers/ask.ts';
import { cellMaker } from '#lib/answers/engine-cells.ts';
import { isPlan, planQuestion } from '#lib/answers/plan.ts';
import { readQuestion } from '#lib/answers/read-file-question.ts';
import { askFullFile } from '#lib/answers/rows/ask-full-file.ts';
import { askSurveyRows } from '#lib/answers/rows/ask-survey-rows.ts';
import type { RowsAsked } from '#lib/answers/rows/asked.ts';
import type { FullFileQuestion } from '#lib/answers/rows/file-asked.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { lookupTables } from '#lib/indicators/declared.ts';
import { openTable } from '#lib/ingest/open-table.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { CsvColumn, Warehouse } from '#lib/warehouse/warehouse.ts';
import { openBlob } from './open-blob.ts';
import { workingFolder } from './working-folder.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };

const generated = fileURLToPath(new URL('../../static/generated', import.meta.url));

/** Problems of the question or the file itself: nothing was computed. */
const badInput: readonly Problem['code'][] = [
	...(['bad-question', 'empty-file', 'no-header', 'no-rows', 'unreadable'] as const)
];

/**
 * Prints the Answer to one Question as JSON on standard output; else one sentence on standard error, with
 * exit code 2 when the question or the file is no good, and 1 when there is no answer for another reason.
 */
async function main(): Promise<void> {
	const warehouse = await openNodeWarehouse();
	try {
		const answer = await answerTo(process.argv.slice(2), warehouse);
		if (answer.problem) throw new ProblemError(answer.problem);
		process.stdout.write(`${JSON.stringify(answer, undefined, '\t')}\n`);
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		process.stderr.write(`${problems.sentence(error.problem)}\n`);
		process.exitCode = badInput.includes(error.problem.code) ? 2 : 1;
	} finally {
		await warehouse.close();
	}
}

async function answerTo(
	[text, ...others]: readonly string[],
	warehouse: Warehouse
): Promise<{ readonly problem?: Problem }> {
	if (text === undefined || others.length > 0) {
		const why = `give one question as JSON in quotes, such as '{"file":"f.csv","indicator":{"kind":"count"}}'.`;
		throw new ProblemError(problem('bad-question', { why }));
	}
	const asked = readQuestion(text);
	if ('code' in asked) throw new ProblemError(asked);
	if (asked.about === 'survey') return askSurvey(asked.question, asked.rows, warehouse);
	return askOwnFile(asked.question, warehouse);
}

async function askOwnFile(question: FullFileQuestion, warehouse: Warehouse) {
	const name = basename(question.file);
	const blob = await openBlob(resolve(workingFolder('ask'), question.file), name);
	const file = await openTable(warehouse, { blob, name, table: 'file' });
	return askFullFile(question, { warehouse, file, thresholds });
}

/** From the records of the demonstration, by DuckDB, as the site does it. */
async function askSurvey(question: Question, rows: RowsAsked, warehouse: Warehouse) {
	const catalogue = await readGenerated<Catalogue>('catalogue.json');
	const manifest = await readGenerated<Manifest>('manifest.json');
	const plan = planQuestion(question, catalogue);
	if (!isPlan(plan)) throw new ProblemError(plan);
	await loadRecords(warehouse, manifest, { source: question.source, table: plan.indicator.table });
	if (Object.keys(rows).length > 0) return askSurveyRows(question, rows, { catalogue, warehouse });
	const book = openAnswerBook(manifest, (path) => readFile(resolve(generated, path)));
	return ask(question, { catalogue, book, engine: cellMaker(warehouse), prefer: 'engine' });
}

async function loadRecords(
	warehouse: Warehouse,
	{ records }: Manifest,
	{ source, table }: { source: string; table: TableId }
): Promise<void> {
	const tables: readonly string[] = [table, ...(lookupTables[table] ?? [])];
	const found = records[source]?.filter((one) => tables.includes(one.table)) ?? [];
	if (found.length < tables.length) throw new ProblemError(problem('not-published', { table }));
	for (const entry of found) {
		const csv = gunzipSync(await readFile(resolve(generated, entry.path)));
		await warehouse.loadCsv(entry.table, csv, entry.columns as readonly CsvColumn[]);
	}
}

async function readGenerated<Shape>(name: string): Promise<Shape> {
	const path = resolve(generated, name);
	try {
		return JSON.parse(await readFile(path, 'utf8')) as Shape;
	} catch (error) {
		const why = 'the surveys of the site are not made yet. Run “npm run data” first.';
		throw new ProblemError(problem('unreadable', { file: name, why }), error);
	}
}

await main();
