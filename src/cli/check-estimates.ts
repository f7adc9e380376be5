import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { checkCases, computeCases } from '#lib/survey/cases/check-cases.ts';
import type { CaseSpec } from '#lib/survey/cases/spec.ts';

const usage = `Usage: npm run -s check-estimates -- [--print] ROOT FILE…

Computes the cases of files in the format survey-oracle-1 (tests/oracles/survey-oracle-1.schema.json) and
compares them with what they expect; paths of data sets are relative to ROOT. --print prints what is computed
as JSON, keyed by the id of the case, and compares nothing.
`;

/**
 * Exit code 0 when all cases passed, 1 when one failed or is not known, 2 when a file of cases cannot be used:
 * it is named, counts as failed, and the others are computed all the same.
 */
function main(): void {
	const options = process.argv.slice(2);
	const paths = options.filter((option) => option !== '--print').map(fromWorkingFolder);
	const [root, ...files] = paths;
	if (root === undefined || files.length === 0) {
		process.stderr.write(usage);
		process.exitCode = 2;
		return;
	}
	const { cases, refused } = casesOf(files);
	for (const line of refused) process.stderr.write(`${line}\n`);
	const read = (path: string) => readText(resolve(root, path));
	const run = options.includes('--print') ? print : check;
	const failed = run(cases, read, refused.length);
	process.exitCode = refused.length > 0 ? 2 : failed > 0 ? 1 : 0;
}

function print(cases: readonly CaseSpec[], read: (path: string) => string): number {
	const { results, failed } = computeCases(cases, read);
	process.stdout.write(`${JSON.stringify(results, undefined, '\t')}\n`);
	return failed;
}

function check(
	cases: readonly CaseSpec[],
	read: (path: string) => string,
	refused: number
): number {
	const { lines, passed, failed } = checkCases(cases, read);
	for (const line of lines) process.stdout.write(`${line}\n`);
	process.stdout.write(`${passed} passed, ${failed + refused} failed\n`);
	return failed;
}

/** The cases of all files, and a sentence for each file that has none of this format. */
function casesOf(files: readonly string[]): { cases: CaseSpec[]; refused: string[] } {
	const refused: string[] = [];
	const cases = files.flatMap((file) => {
		try {
			return readCases(file);
		} catch (error) {
			refused.push(error instanceof Error ? error.message : String(error));
			return [];
		}
	});
	return { cases, refused };
}

/** npm runs scripts in the project's folder; paths are meant from where the person stands. */
function fromWorkingFolder(path: string): string {
	const { INIT_CWD, npm_lifecycle_event: script } = process.env;
	const isScript = script === 'check-estimates' && INIT_CWD !== undefined;
	return resolve(isScript ? INIT_CWD : process.cwd(), path);
}

/** @throws TypeError naming the file when it is not of the format */
function readCases(path: string): CaseSpec[] {
	const file = parse(path) as { format?: string; cases?: (CaseSpec | null)[] } | null;
	if (file?.format !== 'survey-oracle-1' || !Array.isArray(file.cases)) {
		throw new TypeError(`${path} is not of the format survey-oracle-1: skipped`);
	}
	return file.cases.map((spec, i) => {
		if (typeof spec?.id === 'string') return spec;
		throw new TypeError(`${path}: case ${i + 1} has no id`);
	});
}

function parse(path: string): unknown {
	const text = readText(path).replace(/^\uFEFF/, '');
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new TypeError(`${path} is not JSON`, { cause: error });
	}
}

/** @throws TypeError naming the file when there is none, or it is a folder */
function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new TypeError(`The file ${path} cannot be read`, { cause: error });
	}
}

main();
