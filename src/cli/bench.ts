import process from 'node:process';
import { parseArgs } from 'node:util';
import { importPart } from './bench/import-part.ts';
import type { BenchPart, Timed } from './bench/part.ts';
import { pagePart } from './bench/page-part.ts';
import { portfolioPart } from './bench/portfolio-part.ts';

const parts: Readonly<Record<string, BenchPart>> = {
	page: pagePart,
	portfolio: portfolioPart,
	import: importPart
};

const usage = `Usage: npm run bench -- [--json] [${Object.keys(parts).join('|')} …]

Times what people wait for, as a ratio to something known on the same machine, and says whether it keeps what was
promised. Exit code 0: all do; 1: one does not; 2: unknown options.
`;

async function main(): Promise<void> {
	const asked = readOptions();
	if (!asked) {
		process.stderr.write(usage);
		process.exitCode = 2;
		return;
	}
	const found: Timed[] = [];
	for (const [name, part] of Object.entries(parts)) {
		if (asked.names.length > 0 && !asked.names.includes(name)) continue;
		for (const timed of await part()) {
			found.push(timed);
			if (!asked.json) process.stdout.write(`${sentence(timed)}\n`);
		}
	}
	if (asked.json) process.stdout.write(`${JSON.stringify(found, undefined, '\t')}\n`);
	if (!found.every(keeps)) process.exitCode = 1;
}

function readOptions(): { readonly json: boolean; readonly names: readonly string[] } | undefined {
	try {
		const { values, positionals } = parseArgs({
			options: { json: { type: 'boolean' } },
			allowPositionals: true
		});
		if (positionals.some((name) => !Object.hasOwn(parts, name))) return undefined;
		return { json: values.json ?? false, names: positionals };
	} catch {
		return undefined;
	}
}

function keeps({ time, reference, bar }: Timed): boolean {
	return bar === undefined || time <= bar * reference;
}

function sentence(timed: Timed): string {
	const { what, time, against, reference, bar } = timed;
	const ratio = `${(time / reference).toFixed(2)} times ${against} (${inWords(reference)})`;
	const verdict = bar === undefined ? '' : `; ${bar} promised: ${keeps(timed) ? 'kept' : 'MISSED'}`;
	return `${what}: ${inWords(time)}, ${ratio}${verdict}`;
}

function inWords(milliseconds: number): string {
	return milliseconds < 1000
		? `${milliseconds.toFixed(1)} ms`
		: `${(milliseconds / 1000).toFixed(2)} s`;
}

await main();
