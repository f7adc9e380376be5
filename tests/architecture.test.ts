import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folders } from '../eslint.layers.js';
import { findCycle, readImportGraph } from './support/import-graph.ts';
import { codeLines, filesUnder, proseIn, readRows } from './support/sources.ts';

const code = ['.ts', '.mjs', '.svelte', '.css', '.html', '.js', '.svg', '.webmanifest'];

test('every folder of src/lib has its place in the order', () => {
	const present = readdirSync('src/lib', { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && readdirSync(`src/lib/${entry.name}`).length > 0)
		.map(({ name }) => name);
	expect(present.filter((name) => !folders.includes(name))).toEqual([]);
});

test('a folder imports only folders before it', () => {
	const folderOf = (file: string) => file.split('/')[2] ?? '';
	const wrong = [...readImportGraph()].flatMap(([file, imports]) =>
		imports
			.filter((other) => folders.indexOf(folderOf(other)) > folders.indexOf(folderOf(file)))
			.map((other) => `${file} imports ${other}`)
	);
	expect(wrong).toEqual([]);
});

test('no file of src/lib imports itself, by however long a way', () => {
	const graph = readImportGraph();
	expect(graph.size).toBeGreaterThan(5);
	expect(findCycle(graph)).toBeUndefined();
});

test('a cycle is found when there is one', () => {
	const graph = new Map([
		['a', ['b']],
		['b', ['c']],
		['c', ['b']]
	]);
	expect(findCycle(graph)).toEqual(['b', 'c', 'b']);
});

test('the lockfile names the packages of every platform, or npm ci would refuse it', () => {
	const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
	const { packages } = lock as {
		packages: Record<string, { optionalDependencies?: Record<string, string> }>;
	};
	const missing = Object.values(packages)
		.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
		.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
	expect(missing, 'npm run lock adds them').toEqual([]);
});

test('components hold no prose: what people read comes from the message catalogue', () => {
	const prose = filesUnder('src', ['.svelte']).flatMap((file) =>
		proseIn(file).map((text) => `${file}: ${text}`)
	);
	expect(prose).toEqual([]);
});

test('nothing that ships names another origin', () => {
	// Names of standards in files that are handed out; nothing asks for them, and the pages' policy would refuse it.
	const named = 'datapackage.org|spdx.org|creativecommons.org|purl.imsglobal.org|data.europa.eu';
	const known = new RegExp(
		`https?://(www\\.w3\\.org/|127\\.0\\.0\\.1|localhost|\\$\\{|(${named})/)`
	);
	const foreign = [...filesUnder('src', code), ...filesUnder('static', code)].flatMap((file) =>
		codeLines(file)
			.filter(({ text }) => /https?:\/\/[\w$]/.test(text) && !known.test(text))
			.map(({ line, text }) => `${file}:${line} ${text.trim()}`)
	);
	expect(foreign).toEqual([]);
});

test('the sources name no country, district or sector: those live in data/', () => {
	const words = placeWords();
	expect(words.length).toBeGreaterThan(10);
	const pattern = new RegExp(`(?<![\\w-])(${words.map(escape).join('|')})(?![\\w-])`);
	const named = filesUnder('src', code).flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.map((text, index) => ({ text, line: index + 1 }))
			.filter(({ text }) => pattern.test(text))
			.map(({ text, line }) => `${file}:${line} ${text.trim()}`)
	);
	expect(named).toEqual([]);
});

/** Names of the country, its districts and their capitals, and of sectors: codes in quotes, labels of several words. */
function placeWords(): string[] {
	const site: unknown = JSON.parse(readFileSync('data/site.json', 'utf8'));
	const { country } = site as { country: string };
	const lists = (name: string) => {
		const file = `data/code-lists/${name}.csv`;
		return existsSync(file) ? readRows(file) : [];
	};
	const districts = lists('district').flatMap(({ label, capital }) => [label, capital]);
	const sectors = lists('sector').flatMap(({ code, label, full_label: full }) => [
		`'${code}'`,
		label?.includes(' ') ? label : undefined,
		full?.includes(' ') ? full : undefined
	]);
	const institutions = lists('institution').map(({ label }) => label);
	const words = [country, ...districts, ...sectors, ...institutions];
	return [...new Set(words.filter((word) => word !== undefined && word.length > 3))] as string[];
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
