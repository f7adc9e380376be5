import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Questions picked at random from those that the built pages print under “How this was computed”, as canonical
 * JSON, each once. The same seed picks the same ones from the same pages.
 * @throws RangeError when the pages do not print as many
 */
export function harvestQuestions(folder: string, count: number, seed: number): string[] {
	if (count === 0) return [];
	const all = printedQuestions(folder);
	if (all.length < count) {
		throw new RangeError(
			`${folder}/ prints ${all.length} questions, not ${count}. Run “npm run build” first.`
		);
	}
	const random = numbersFrom(seed);
	return Array.from({ length: count }, () =>
		all.splice(Math.floor(random() * all.length), 1)
	).flat();
}

function printedQuestions(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.sort();
	const found = pages.flatMap((page) => {
		const html = readFileSync(join(folder, page), 'utf8');
		return [...html.matchAll(/<pre>(\{"source":[^<]*\})<\/pre>/g)].map(([, text = '']) =>
			unescaped(text)
		);
	});
	return [...new Set(found)].sort();
}

/** What Svelte escapes in text. */
function unescaped(html: string): string {
	return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Numbers from 0 to 1 out of a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
