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

/** Exit code 0 when all cases passed, 1 when one failed or is not known, 2 when the files of cases cannot be read. */
function main(): void {
	const options = process.argv.slice(2);
	const paths = options.filter((option) => option !== '--print').map(fromWorkingFolder);
	const [root, ...files] = paths;
	if (root === undefined || files.length === 0) {
		process.stderr.write(usage);
		process.exitCode = 2;
		return;
	}
	let cases: CaseSpec[];
	try {
		cases = files.flatMap(readCases);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 2;
		return;
	}
	const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
	if (options.includes('--print')) {
		const { results, failed } = computeCases(cases, read);
		process.stdout.write(`${JSON.stringify(results, undefined, '\t')}\n`);
		process.exitCode = failed > 0 ? 1 : 0;
		return;
	}
	const { lines, passed, failed } = checkCases(cases, read);
	for (const line of lines) process.stdout.write(`${line}\n`);
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	process.exitCode = failed > 0 ? 1 : 0;
}

/** npm runs scripts in the project's folder; paths are meant from where the person stands. */
function fromWorkingFolder(path: string): string {
	const { INIT_CWD, npm_lifecycle_event: script } = process.env;
	const isScript = script === 'check-estimates' && INIT_CWD !== undefined;
	return resolve(isScript ? INIT_CWD : process.cwd(), path);
}

function readCases(path: string): CaseSpec[] {
	const file: { format?: string; cases?: CaseSpec[] } = JSON.parse(readFileSync(path, 'utf8'));
	if (file.format !== 'survey-oracle-1' || !Array.isArray(file.cases)) {
		throw new TypeError(`${path} is not of the format survey-oracle-1`);
	}
	return file.cases;
}

main();
