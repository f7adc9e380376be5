import { isRecipe, parseRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import { stripCounts, type Recipe } from '#lib/ingest/recipe/recipe.ts';
import { pipeBytes } from '#lib/answers/answer-book.ts';

/** The name of the recipe in a fragment, and of the figure that the link is to. */
const [recipeName, figureName] = ['recipe', 'at'];

/** Characters of a fragment that are read at most: a recipe of a thousand columns takes a tenth of it. */
const longest = 200_000;
/** Bytes that a fragment may grow to. */
const largest = 5_000_000;

/** What the fragment of a link to an own survey says. It holds the recipe and never a row. */
export interface Shared {
	readonly recipe: Recipe;
	/** Id of the figure that is meant. */
	readonly figure?: string;
}

/** The fragment with its sign. `readShared(await formatShared(shared))` gives it back, counts left out. */
export async function formatShared({ recipe, figure }: Shared): Promise<string> {
	const json = new TextEncoder().encode(JSON.stringify(stripCounts(recipe)));
	const packed = await pipeBytes(json, new CompressionStream('deflate-raw'));
	const text = toBase64Url(packed);
	return `#${recipeName}=${text}${figure === undefined ? '' : `&${figureName}=${encodeURIComponent(figure)}`}`;
}

/** Undefined where a fragment holds no recipe that can be read. */
export async function readShared(fragment: string): Promise<Shared | undefined> {
	if (fragment.length > longest) return undefined;
	const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
	const text = parameters.get(recipeName);
	if (text === null) return undefined;
	const figure = parameters.get(figureName);
	try {
		const recipe = parseRecipe(await inflateText(fromBase64Url(text)));
		if (!isRecipe(recipe)) return undefined;
		return { recipe, ...(figure === null ? {} : { figure }) };
	} catch {
		// Cut off or made up: it says nothing about a survey.
		return undefined;
	}
}

/** Stops before a small text has become a large one. */
async function inflateText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const reader = stream.getReader();
	let [text, size] = ['', 0];
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		size += part.value.length;
		if (size > largest) {
			await reader.cancel();
			throw new RangeError('A recipe of too many bytes');
		}
		text += decoder.decode(part.value, { stream: true });
	}
	return text + decoder.decode();
}

function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
	const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}
