import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run, secondsSince, tool } from './run.mjs';

/** What the made data depend on: the facts, and the code that turns them into shards. */
const dataInputs = [
	'data',
	'src/cli',
	...['vocabulary', 'contracts', 'warehouse', 'ingest', 'indicators', 'survey', 'disclosure'].map(
		(folder) => `src/lib/${folder}`
	),
	'src/lib/answers',
	'src/lib/exports',
	'package-lock.json'
];

const buildInputs = [
	'src',
	'static',
	'data',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/**
 * @typedef {object} Step
 * @property {string} name as the summary shows it
 * @property {string} doing as the progress line says it
 * @property {() => string | undefined} due the mark to leave once done; undefined when it stands already
 * @property {string} [mark] the file that keeps the mark
 * @property {[string, string[]]} command
 */

/**
 * What has to be done before the site can be served, in this order. Each step is skipped while
 * what it was made from is unchanged.
 * @param {string} root the project's folder
 * @returns {Step[]}
 */
export function preparation(root) {
	const data = join(root, '.cache/data.hash');
	const build = join(root, '.cache/build.hash');
	return [
		{
			name: 'packages',
			doing: 'Installing the packages of package-lock.json',
			due: () => (packagesMatch(root) ? undefined : 'installed'),
			// No package of ours needs its install script, and some would fetch from elsewhere.
			command: ['npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']]
		},
		{
			name: 'types',
			doing: 'Writing the types of the routes',
			// tsconfig.json extends it, and whatever reads TypeScript needs that.
			due: () => (existsSync(join(root, '.svelte-kit/tsconfig.json')) ? undefined : 'synced'),
			command: tool('svelte-kit', ['sync'])
		},
		{
			name: 'data',
			doing: 'Making the data',
			due: () =>
				changed(data, hashOf(root, dataInputs), join(root, 'static/generated/manifest.json')),
			mark: data,
			command: tool('tsx', ['src/cli/data.ts'])
		},
		{
			name: 'build',
			doing: 'Building the site',
			due: () =>
				changed(
					build,
					hashOf(root, buildInputs, process.env.BASE_PATH),
					join(root, 'build/404.html')
				),
			mark: build,
			command: tool('vite', ['build'])
		}
	];
}

/**
 * Does a step if it is due, and says so in one line.
 * @param {Step} step
 * @param {{ root: string; verbose: boolean }} options
 * @returns {Promise<boolean>} false when it failed; its output is then on standard error
 */
export async function perform(step, { root, verbose }) {
	const mark = step.due();
	if (mark === undefined) return true;
	const start = performance.now();
	process.stdout.write(`${step.doing} …${verbose ? '\n' : ''}`);
	if (step.mark !== undefined) rmSync(step.mark, { force: true });
	const { code, output } = await run(...step.command, { root, loud: verbose });
	process.stdout.write(code === 0 ? ` ${secondsSince(start)}\n` : ' failed\n');
	if (code !== 0) {
		process.stderr.write(output);
		return false;
	}
	if (step.mark !== undefined) {
		mkdirSync(join(root, '.cache'), { recursive: true });
		writeFileSync(step.mark, mark);
	}
	return true;
}

/** @returns {string | undefined} why this Node is too old, as a sentence */
export function nodeTooOld() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return undefined;
	return `This project needs Node 20.19 or later; this is Node ${process.versions.node}.`;
}

/**
 * Whether node_modules holds what the lockfile asks for, by npm's own record of the installation.
 * @param {string} root
 */
function packagesMatch(root) {
	const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
	const wanted = readPackages(join(root, 'package-lock.json'));
	if (installed === undefined || wanted === undefined) return false;
	return Object.entries(wanted).every(([path, { version, optional }]) => {
		if (path === '' || (optional && installed[path] === undefined)) return true;
		return installed[path]?.version === version && existsSync(join(root, path));
	});
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string; optional?: boolean }> | undefined}
 */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/**
 * @param {string} mark where the hash of last time is kept
 * @param {string} hash of the inputs as they are now
 * @param {string} product a file that the step makes
 */
function changed(mark, hash, product) {
	const kept = statSync(mark, { throwIfNoEntry: false });
	const made = statSync(product, { throwIfNoEntry: false });
	if (kept === undefined || made === undefined) return hash;
	// A product younger than the mark was made by hand, from we do not know what.
	const stands = made.mtimeMs <= kept.mtimeMs && readFileSync(mark, 'utf8') === hash;
	return stands ? undefined : hash;
}

/**
 * A hash over the names and bytes of files; tests and their fixtures do not count.
 * @param {string} root
 * @param {string[]} inputs files and folders; those that do not exist are left out
 * @param {string} [setting] what else the result depends on
 */
function hashOf(root, inputs, setting = '') {
	const hash = createHash('sha256').update(setting);
	for (const file of inputs.flatMap((input) => filesIn(root, input)).sort()) {
		hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
	const stat = statSync(join(root, path), { throwIfNoEntry: false });
	if (stat === undefined || /\.test\.ts$/.test(path)) return [];
	if (!stat.isDirectory()) return [path];
	return readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`));
}
