import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { importFile } from '#lib/ingest/import.ts';
import { isRecipe, parseRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { importCommand as words } from '#lib/vocabulary/messages/import-command.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from './catalogue.ts';
import { readContractFiles } from './contracts.ts';
import { hasProblems, reportOf } from './import/report.ts';
import { writeResult } from './import/write-result.ts';
import { codeOf, messageOf, notOpened, openBlob } from './open-blob.ts';
import { workingFolder } from './working-folder.ts';

interface Asked {
	readonly file: string;
	readonly recipe?: string;
	readonly write?: string;
	/** The file as it came goes into the package. */
	readonly source: boolean;
}

/**
 * Imports a file and prints what was found as JSON, and nothing else, on standard output. Exit code 0: fine;
 * 1: problems; 2: it cannot be read, with one sentence on standard error and as `{"error"}`.
 */
async function main(): Promise<void> {
	try {
		const asked = readArguments(process.argv.slice(2));
		if (asked === undefined) {
			await print(words.help);
			return;
		}
		const warehouse = await openNodeWarehouse();
		try {
			await run(asked, warehouse);
		} finally {
			await warehouse.close();
		}
	} catch (error) {
		const sentence = oneSentence(error);
		process.stderr.write(`${sentence}\n`);
		await print(`${JSON.stringify({ error: sentence })}\n`);
		process.exitCode = 2;
	}
}

async function run({ file, recipe, write, source }: Asked, warehouse: Warehouse): Promise<void> {
	const folder = workingFolder('import');
	const name = basename(file);
	const target = write === undefined ? undefined : resolve(folder, write);
	if (target !== undefined) await refuseFile(target);
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	const replayed =
		recipe === undefined ? {} : { recipe: await readRecipe(resolve(folder, recipe)) };
	const blob = await openBlob(resolve(folder, file), name);
	const result = await importFile(warehouse, { blob, name }, { catalogue, contracts, ...replayed });
	if (target !== undefined) {
		refuseToReplace(resolve(folder, file), join(target, `${result.checked.table.name}.csv`));
		try {
			const options = { folder: target, catalogue, contracts };
			await writeResult(warehouse, result, source ? { ...options, source: blob } : options);
		} catch (error) {
			throw new Refusal(words.unwritten(target, messageOf(error)), { cause: error });
		}
	}
	await print(`${JSON.stringify(reportOf(result), undefined, '\t')}\n`);
	const { problems: found, rejected } = result.checked;
	process.exitCode = hasProblems(found, rejected) ? 1 : 0;
}

/** The package must not take the place of the file that it is made of. */
function refuseToReplace(file: string, table: string): void {
	if (file === table)
		throw new ProblemError(problem('bad-arguments', { why: words.replaces(table) }));
}

function readArguments(given: string[]): Asked | undefined {
	const options = {
		recipe: { type: 'string' },
		write: { type: 'string' },
		source: { type: 'boolean', default: false },
		help: { type: 'boolean', short: 'h' }
	} as const;
	try {
		const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true });
		if (values.help) return undefined;
		const [file, ...others] = positionals;
		if (!file || others.length > 0) throw new TypeError(words.oneFile);
		const { recipe, write, source } = values;
		return {
			...{ file, source },
			...(recipe === undefined ? {} : { recipe }),
			...(write === undefined ? {} : { write })
		};
	} catch (error) {
		// Of what Node says the first sentence is for the person.
		const why = messageOf(error)
			.replace(/\. .*$/s, '.')
			.replace(/[^.]$/, '$&.');
		throw new ProblemError(problem('bad-arguments', { why: `${why} ${words.usage}` }), error);
	}
}

async function readRecipe(path: string): Promise<Recipe> {
	const parsed = parseRecipe(await readText(path));
	if (!isRecipe(parsed)) throw new ProblemError(parsed);
	return parsed;
}

async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		throw notOpened(basename(path), path, error);
	}
}

/** Whether the result has a folder to go to is told before a long import, not after it. */
async function refuseFile(folder: string): Promise<void> {
	const found = await stat(folder).catch((error: unknown) => codeOf(error));
	const isFile = typeof found === 'object' && !found.isDirectory();
	if (isFile || found === 'ENOTDIR') throw new Refusal(words.noFolder(folder));
}

/** A sentence for the person about what is neither the file nor the recipe. */
class Refusal extends Error {}

/** What went wrong, for a person; what nobody foresaw too is one line and no stack. */
function oneSentence(error: unknown): string {
	if (error instanceof ProblemError) return onOneLine(problems.sentence(error.problem));
	if (error instanceof Refusal) return onOneLine(error.message);
	return words.unforeseen(messageOf(error).split('\n', 1).join().slice(0, 300));
}

/** Names of files may hold line breaks, and marks that turn the direction of what follows. */
function onOneLine(sentence: string): string {
	return sentence.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** All of it, however slowly the reader takes it. */
function print(text: string): Promise<void> {
	return new Promise((done, fail) => {
		process.stdout.write(text, (error) => (error ? fail(error) : done()));
	});
}

await main();
