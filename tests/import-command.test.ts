import { execFile } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRecipe, parseRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import { openPacker } from './support/own-package.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	readonly json: Record<string, never>;
}

function run(...args: string[]): Promise<Run> {
	return new Promise((done) => {
		const command = ['node_modules/tsx/dist/cli.mjs', 'src/cli/import.ts', ...args];
		execFile(process.execPath, command, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
			const code = error === null ? 0 : Number(error.code);
			const json = stdout.startsWith('{') ? (JSON.parse(stdout) as Run['json']) : {};
			done({ code, stdout, stderr, json });
		});
	});
}

async function file(name: string, text: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, text);
	return path;
}

const fixture = (name: string): string => resolve('tests/fixtures/import/files', name);

const header = 'Graduate ID;Gender;Year of graduation;Employment status;Monthly pay (M);Weight';
const rows = Array.from({ length: 30 }, (_, i) =>
	[
		`G${100 + i}`,
		i % 3 === 0 ? 'Male' : 'Female',
		2019 + (i % 3),
		i % 4 === 0 ? 'Looking for work' : 'Employee',
		i % 4 === 0 ? '' : `${4000 + 137 * i},50`,
		`1,${i % 7}`
	].join(';')
);

test('what a file is, which of its columns and values are known, and that it is fine', async () => {
	const path = await file('tracer 2024.csv', [header, ...rows, ''].join('\n'));
	const { code, json, stderr } = await run(path);
	expect(stderr).toBe('');
	expect(json).toMatchObject({
		file: { encoding: 'utf-8', delimiter: ';', headerRow: 1, rows: 30, columns: 6 },
		kind: { guess: 'tracer', unit: 'graduate' },
		mapping: {
			sex: { column: 'Gender', values: { Female: 'F', Male: 'M' } },
			cohort: { column: 'Year of graduation' },
			status: { values: { Employee: 'employee', 'Looking for work': 'seeking' } }
		},
		design: { weight: 'Weight' },
		accepted: 30,
		rejected: 0
	});
	expect(code).toBe(0);
});

test('problems give exit code 1, with rule, severity, row, column, count and a sentence', async () => {
	const bad = ['G200;Female;2031;Employee;5000;1', 'G201;Male;2020;Employee;much;1'];
	const path = await file('tracer 2024 bad.csv', [header, ...rows, ...bad, ''].join('\n'));
	const { code, json } = await run(path);
	expect(code).toBe(1);
	expect(json).toMatchObject({ file: { rows: 32 }, accepted: 30, rejected: 2 });
	expect(json.problems).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				...{ rule: 'cohort-after-survey', severity: 'error', row: 32, count: 1 },
				column: 'Year of graduation'
			}),
			expect.objectContaining({ rule: 'not-a-whole-number', row: 33, count: 1 })
		])
	);
});

test('what cannot be read gives exit code 2 and one sentence, as JSON and on standard error', async () => {
	const empty = await file('empty.csv', '');
	const broken = await file('recipe.json', '{"format":"recipe-1"}');
	const cases: [string[], RegExp][] = [
		[[empty], /empty/],
		[[join(folder, 'nowhere.csv')], /no file/],
		[[folder], /no file/],
		[[], /Usage/],
		[['a.csv', 'b.csv'], /Usage/],
		[['--what'], /Usage/],
		[[fixture('contract-tracer.csv'), '--recipe', broken], /recipe.*“file”/]
	];
	for (const [args, says] of cases) {
		const { code, json, stderr } = await run(...args);
		expect([code, Object.keys(json)], args.join(' ')).toEqual([2, ['error']]);
		expect(json.error).toMatch(says);
		expect(stderr).toBe(`${String(json.error)}\n`);
	}
});

test('what goes to no folder is refused before anything is read', async () => {
	const taken = await file('taken', 'what was there before');
	for (const folder of [taken, join(taken, 'within')]) {
		const { code, json } = await run(fixture('contract-tracer.csv'), '--write', folder);
		expect(code).toBe(2);
		expect(json.error).toMatch(/no folder\.$/);
	}
	expect(await readFile(taken, 'utf8')).toBe('what was there before');
});

test('names that a terminal would break are told on one line', async () => {
	const { code, json, stderr } = await run(join(folder, 'no\n\u202efile.csv'));
	expect(code).toBe(2);
	expect(json.error).toMatch(/^no file\.csv could not be read/);
	expect(stderr.trimEnd()).not.toMatch(/[\n\u202e]/);
});

test('a folder or a loop of links is no recipe', async () => {
	const loop = join(folder, 'loop.json');
	await symlink(loop, loop);
	for (const recipe of [folder, loop]) {
		const { code, json } = await run(fixture('contract-tracer.csv'), '--recipe', recipe);
		expect(code).toBe(2);
		expect(json.error).not.toMatch(/illegal|encountered/);
	}
});

test.each([
	['haven-none.sav', 'an SPSS file'],
	['no-header.csv', 'a file without a header row']
])('a recipe of %s is read again: %s', async (name) => {
	const out = join(folder, `again-${name}`);
	const path = resolve('tests/fixtures/import/reading', name);
	const first = await run(path, '--write', out);
	const again = await run(path, '--recipe', join(out, 'recipe.json'));
	expect([again.code, again.json.accepted]).toEqual([first.code, first.json.accepted]);
});

test('the help says which problems give which exit code', async () => {
	const { code, stdout } = await run('--help');
	expect(code).toBe(0);
	expect(stdout).toMatch(/Exit code: 0.*\n.*1.*\n.*2/);
});

test('a folder is written: the data package that the site gives, problems, rejected rows', async () => {
	const out = join(folder, 'out');
	const path = await file('tracer 2023.csv', [header, ...rows, ''].join('\n'));
	await run(path, '--write', out, '--source');
	const text = (name: string) => readFile(join(out, name), 'utf8');
	const packer = await openPacker();
	const { files } = await packer.pack(await openAsBlob(path), 'tracer 2023.csv', {
		withSource: true
	});
	await packer.close();
	expect([...files.keys()]).toEqual(
		expect.arrayContaining([
			...['README.txt', 'tracer.csv', 'datapackage.json', 'design.json', 'codebook.html', 'read.R'],
			...['read.do', 'recipe.json', 'tracer.recipe.json', 'code-lists/codes-sex.csv'],
			'source/tracer 2023.csv'
		])
	);
	for (const [name, content] of files) expect(await text(name), name).toBe(content);
	const recipe = parseRecipe(await text('recipe.json'));
	expect(isRecipe(recipe) && recipe.survey.wave).toBe('2023');
	expect(await text('problems.csv')).toMatch(/^rule,severity,row,column,value\n/);
	expect(await text('rejected.csv')).toMatch(/^row,reasons,/);
	const csv = await text('tracer.csv');
	expect(csv.split('\n')[1]).toBe(
		`2023,G100,2019${','.repeat(4)}M${','.repeat(5)}seeking${','.repeat(10)}1,2,1,false`
	);
	const again = await run(join(out, 'tracer.csv'));
	expect([again.code, again.json.accepted, again.json.rejected]).toEqual([0, 30, 0]);
	expect(again.json.asks).toEqual([]);
});

test('the table never takes the place of the file that it is made of', async () => {
	const path = await file('tracer.csv', [header, ...rows, ''].join('\n'));
	const { code, json } = await run(path, '--write', folder);
	expect([code, json.error]).toEqual([2, expect.stringMatching(/would be replaced/)]);
	expect(await readFile(path, 'utf8')).toBe([header, ...rows, ''].join('\n'));
});

test('a recipe replays on the next wave, and says what drifted', async () => {
	const out = join(folder, 'wave');
	await run(fixture('wave-2023-tracer.csv'), '--write', out);
	const { json } = await run(
		...[fixture('wave-2024-tracer.csv'), '--recipe', join(out, 'recipe.json')]
	);
	expect(json.drift).toMatchObject({ newColumns: ['Ever found a job since graduating'] });
});
