import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { parse } from 'svelte/compiler';

/** Files below a folder, tests left out, by path from the project's root. */
export function filesUnder(folder: string, extensions: readonly string[]): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file).split(sep).join('/'))
		.filter((file) => extensions.includes(extname(file)) && !file.includes('.test.'))
		.filter((file) => !file.startsWith('static/generated/'))
		.sort();
}

/** Lines of a file that are not comments, numbered from 1. */
export function codeLines(file: string): { line: number; text: string }[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.map((text, index) => ({ line: index + 1, text: text.replace(/\/\*.*?\*\//g, '') }))
		.filter(({ text }) => !/^\s*(\/\/|\/?\*|<!--)/.test(text));
}

/** Rows of a CSV file without line breaks in its fields, as objects by column. */
export function readRows(file: string): Record<string, string>[] {
	const [head = [], ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/).map(splitRow);
	return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

function splitRow(line: string): string[] {
	return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
		.map(([, field = '']) => field.replace(/^"|"$/g, '').replaceAll('""', '"'))
		.slice(0, -1);
}

/** Attributes whose value people read or hear. */
const spoken = ['alt', 'aria-label', 'aria-description', 'placeholder', 'title'];

interface MarkupNode {
	readonly type: string;
	readonly name?: unknown;
	readonly data?: unknown;
	readonly value?: unknown;
}

/** Prose written into the markup of a component instead of the message catalogue. */
export function proseIn(file: string): string[] {
	const { fragment } = parse(readFileSync(file, 'utf8'), { modern: true, filename: file });
	const prose: string[] = [];
	const visit = (node: unknown) => {
		if (Array.isArray(node)) node.forEach(visit);
		if (!isMarkupNode(node)) return;
		if (node.type === 'Attribute') {
			if (spoken.includes(String(node.name))) prose.push(...textsOf(node.value));
			return;
		}
		// Its text is CSS.
		if (node.type === 'StyleDirective') return;
		if (node.type === 'Text') prose.push(...textsOf(node));
		for (const [key, child] of Object.entries(node)) {
			if (typeof child === 'object' && !['expression', 'metadata'].includes(key)) visit(child);
		}
	};
	visit(fragment.nodes);
	return prose;
}

function textsOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts
		.filter(isMarkupNode)
		.filter(({ type }) => type === 'Text')
		.map(({ data }) => String(data).trim())
		.filter((text) => /\p{L}{2,}/u.test(text));
}

function isMarkupNode(value: unknown): value is MarkupNode {
	return typeof value === 'object' && value !== null && ('type' in value || 'nodes' in value);
}
