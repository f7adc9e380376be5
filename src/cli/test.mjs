/**
 * npm test: prepares as npm start does, then runs every check, each even if one before it failed.
 * Ends non-zero if anything failed or could not run; the last line counts the tests.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium, howToInstall } from './support/find-chromium.mjs';
import { nodeTooOld, perform, preparation } from './support/prepare.mjs';
import { run, secondsSince, tool } from './support/run.mjs';
import { countTests } from './support/count-tests.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const verbose = process.argv.includes('--verbose');
const reports = join(root, '.cache', 'reports');

/** @type {{ name: string; verdict: string; ok: boolean }[]} */
const summary = [];
let passed = 0;
let failed = 0;

await main();
for (const { name, verdict } of summary) console.log(`${name.padEnd(12)} ${verdict}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(passed > 0 && summary.every(({ ok }) => ok) ? 0 : 1);

async function main() {
	const reason = nodeTooOld();
	if (reason !== undefined) return note('node', reason, false);
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });
	const done = new Set(['node']);
	for (const step of preparation(root)) {
		const ok = await perform(step, { root, verbose });
		if (!ok) note(step.name, 'failed', false);
		if (!ok && step.name === 'packages') return;
		if (ok) done.add(step.name);
	}
	await runChecks();
	const browser = findOrInstallChromium();
	if (browser !== undefined) process.env.CHROMIUM_PATH = browser;
	await runTests('unit', undefined);
	await runTests('browser', browser === undefined ? howToInstall : undefined);
	const unbuilt = done.has('build') && done.has('data') ? undefined : 'the site is not built';
	await runTests('site', browser === undefined ? howToInstall : unbuilt);
	for (const name of existsSync(reports) ? readdirSync(reports) : []) {
		if (name.endsWith('.txt')) console.log(readFileSync(join(reports, name), 'utf8'));
	}
}

/** What needs no test runner; two at a time, since each keeps one core busy. */
async function runChecks() {
	await check('routes', ...tool('svelte-kit', ['sync']));
	await Promise.all([
		check('format', ...tool('prettier', ['--check', '.'])).then(() =>
			check('dead code', ...tool('knip', ['--no-progress']))
		),
		check('lint', ...tool('eslint', ['.'])).then(() =>
			check('types', ...tool('svelte-check', ['--tsgo', '--fail-on-warnings']))
		)
	]);
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
async function check(name, command, args) {
	const start = performance.now();
	const { code, output } = await run(command, args, { root, loud: verbose });
	if (code !== 0) process.stderr.write(`\n── ${name} failed\n${output}\n`);
	note(name, `${code === 0 ? 'ok' : 'failed'}, ${secondsSince(start)}`, code === 0);
}

/**
 * @param {'unit' | 'browser' | 'site'} project of vite.config.ts
 * @param {string | undefined} obstacle why it can't run
 */
async function runTests(project, obstacle) {
	if (obstacle !== undefined) return note(project, `could not run: ${obstacle}`, false);
	const start = performance.now();
	const file = join(reports, `${project}.json`);
	const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
	const { code, output } = await run(...tool('vitest', [...args, `--outputFile.json=${file}`]), {
		root,
		loud: verbose,
		env: { NO_COLOR: '1' }
	});
	const count = countTests(file);
	passed += count.passed;
	failed += count.failed;
	const ok = code === 0 && count.failed === 0 && count.passed > 0;
	if (!ok) process.stderr.write(`\n── ${project} tests failed\n${output}\n`);
	const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
	note(
		project,
		`${count.passed} passed, ${count.failed} failed${skipped}, ${secondsSince(start)}`,
		ok
	);
}

/**
 * @param {string} name
 * @param {string} verdict
 * @param {boolean} ok
 */
function note(name, verdict, ok) {
	summary.push({ name, verdict, ok });
	if (!verbose) console.log(`${name}: ${verdict}`);
}
