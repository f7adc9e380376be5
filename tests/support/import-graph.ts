import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const importPath = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

/** Each file of src/lib and the src/lib files it imports, by path from the project root. */
export function readImportGraph(): Map<string, string[]> {
	const files = readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('.test.'))
		.map((file) => join('src/lib', file));
	return new Map(files.map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): string[] {
	const paths = [...readFileSync(file, 'utf8').matchAll(importPath)].map((m) => m[1] ?? m[2] ?? '');
	return paths.flatMap((path) => {
		if (path.startsWith('#lib/')) return [path.replace('#lib/', 'src/lib/')];
		return path.startsWith('.') ? [join(dirname(file), path)] : [];
	});
}

/** The first import cycle found, as the files along it; undefined when there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const done = new Set<string>();
	const visit = (file: string, path: string[]): string[] | undefined => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return undefined;
		for (const next of graph.get(file) ?? []) {
			const cycle = visit(next, [...path, file]);
			if (cycle) return cycle;
		}
		done.add(file);
		return undefined;
	};
	for (const file of graph.keys()) {
		const cycle = visit(file, []);
		if (cycle) return cycle;
	}
	return undefined;
}
