import type { GeneralWords } from '#lib/contracts/import-contracts.ts';

/**
 * A heading or cell as lower-case words: compatibility forms, accents, markup, camelCase, underscores and
 * marks that only steer the direction of text are gone, letters and digits stand apart.
 */
export function wordsOf(text: string): string[] {
	return plainWords(fold(text).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/** The same, without a cut where a capital follows a small letter. */
export function uncutWordsOf(text: string): string[] {
	return plainWords(fold(text));
}

function plainWords(text: string): string[] {
	return text
		.replace(/<[^>]{0,200}>/g, ' ')
		.replace(/%/g, ' percent ')
		.replace(/[#№]|\b[nN]\s*[°º]/g, ' number ')
		.toLowerCase()
		.replace(/([a-z])['’]([a-z])/g, '$1$2')
		.replace(/(\p{L})(\p{N})/gu, '$1 $2')
		.replace(/(\p{N})(\p{L})/gu, '$1 $2')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}

function fold(text: string): string {
	return text
		.slice(0, 1000)
		.normalize('NFKD')
		.replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''));
}

/** Number of a question before its words: `Q7.`, `B3_`, `2.1)`, `V101`. */
const questionNumber =
	/^\s*(?:[A-Za-z]{1,3}[-_ ]?\d{1,4}[a-z]?(?:[._-]\d+[a-z]?)*|\d{1,3}(?:\.\d+)*[a-z]?|[A-Z])\s*[.:)_–—/-]+\s*(?=\p{L})/u;
const spacedQuestionNumber =
	/^\s*(?:[A-Z]{1,2}\d{1,4}[a-z]?(?:[._]\d+)*|\d{1,2}(?:\.\d{1,2})+[a-z]?)\s+(?=\p{L}{2})/u;

/** The same run together with its words: `Q13GENDER`. */
const gluedQuestionNumber = /^\s*[QqVv]\d{1,3}(?=\p{L}{3})/u;

export function withoutQuestionNumber(text: string): string {
	return text
		.replace(questionNumber, '')
		.replace(spacedQuestionNumber, '')
		.replace(gluedQuestionNumber, '');
}

/** A name of a variable that says nothing: `Q7`, `V12`, `column 3`, `_2`. */
export function saysNothing(text: string): boolean {
	return (
		/^[\W_]*(?:[A-Za-z]{0,3}[-_. ]?\d+[a-z]?(?:[._-]\d+[a-z]?)*|[A-Za-z]?)[\W_]*$/.test(text) ||
		/^(?:column|col|field|var|variable|question|unnamed)\W*\d*$/i.test(text)
	);
}

const numbering = new Set(['id', 'number', 'index', 'key']);

/** What comparisons of headings need, made once. */
export class Lexicon {
	readonly #empty: ReadonlySet<string>;
	readonly #short: ReadonlyMap<string, readonly string[]>;
	readonly #marks: readonly (readonly [string, readonly string[]])[];
	readonly #phrases = new Map<string, readonly string[]>();
	readonly #known = new Set<string>();

	constructor(words: GeneralWords) {
		this.#short = new Map(
			Object.entries(words.short).map(([short, long]) => [short, long.split(' ')])
		);
		this.#empty = new Set(words.empty);
		this.#marks = Object.entries(words.marks).map(([mark, long]) => [mark, long.split(' ')]);
	}

	/** All words of a text, in the singular, short forms written out. */
	all(text: string): string[] {
		return this.#long(text).map(singular);
	}

	/** Learns the words of a phrase, so that run-together ones are told apart. */
	learn(text: string): void {
		for (const word of wordsOf(text)) this.#known.add(word);
	}

	#long(text: string): string[] {
		return wordsOf(text).flatMap((word) => this.#short.get(word) ?? this.#parts(word));
	}

	/** `fieldofstudy` as its words, where all of them are known; else the word itself. */
	#parts(word: string): readonly string[] {
		if (word.length < 5 || this.#known.has(word) || this.#known.has(singular(word))) return [word];
		const cut = cutWord(word, (part) => this.#isPart(part, word));
		const marked = () => this.#marks.find(([mark]) => isMarked(word, mark))?.[1];
		return cut?.flatMap((part) => this.#short.get(part) ?? [part]) ?? marked() ?? [word];
	}

	#isPart(part: string, word: string): boolean {
		if (part.length < 3) return ['of', 'to', 'id', 'no', 'hh', 'yr'].includes(part);
		// Many words end in "age" and have nothing to do with it.
		if (part === 'age' && !word.startsWith(part)) return false;
		return this.#known.has(part) || this.#short.has(part);
	}

	/** The words of a heading that carry meaning, in the singular, short forms written out. */
	meaning(text: string): string[] {
		const words = this.#long(text);
		const telling = words.filter((word) => !this.#empty.has(word));
		// An id says too little by itself: whose it is counts.
		const bare = telling.every((word) => numbering.has(word));
		return (bare ? words : telling).map(singular);
	}

	/** Whether it is a word of data/import: then it is no slip for another. */
	isKnown(word: string): boolean {
		return this.#known.has(word);
	}

	/** The same of a phrase of data/import, kept. */
	phrase(text: string): readonly string[] {
		const known = this.#phrases.get(text);
		if (known) return known;
		const words = this.meaning(text);
		this.#phrases.set(text, words);
		return words;
	}
}

/** Letters that name a variable wherever they stand, `wgt`; two of them only at either end. */
function isMarked(word: string, mark: string): boolean {
	if (mark.length > 2) return word.includes(mark);
	return word.startsWith(mark) || word.endsWith(mark);
}

/** The fewest parts that a word falls into; undefined where it does not. */
function cutWord(word: string, isPart: (part: string) => boolean): string[] | undefined {
	const best: (string[] | undefined)[] = [[]];
	for (let end = 2; end <= word.length; end += 1) {
		for (let start = 0; start < end - 1; start += 1) {
			const before = best[start];
			if (!before || before.length >= 4 || !isPart(word.slice(start, end))) continue;
			if ((best[end]?.length ?? Infinity) > before.length + 1) {
				best[end] = [...before, word.slice(start, end)];
			}
		}
	}
	return best[word.length];
}

/** The simple singular: industries, industry; status stays. */
export function singular(word: string): string {
	if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
	if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
	return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Whether a word is another cut short: its beginning, `instit`, with later letters, `instn`, or its consonants, `dstrct`. */
export function isCutShort(short: string, word: string): boolean {
	if (short[0] !== word[0] || short.length < 4 || word.length < short.length + 2) return false;
	if (word.startsWith(short)) return true;
	const begins = word.startsWith(short.slice(0, 3)) && short.length > 4;
	const bare = !/[aeiou]/.test(short.slice(1));
	const consonants = word.slice(1).replace(/[aeiou]/g, '');
	return (bare && consonants.startsWith(short.slice(1))) || (begins && isWithin(short, word));
}

/** Whether the letters stand in the word in this order. */
function isWithin(letters: string, word: string): boolean {
	let at = 0;
	for (const letter of letters) {
		at = word.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

/** Whether two words differ by one slip at most: a letter too many, too few, changed or swapped. */
export function nearlySame(one: string, other: string): boolean {
	if (one === other) return true;
	if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) {
		return false;
	}
	let start = 0;
	while (start < one.length && one[start] === other[start]) start += 1;
	let end = 0;
	const rest = Math.min(one.length, other.length) - start;
	while (end < rest && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
	const left = one.slice(start, one.length - end);
	const right = other.slice(start, other.length - end);
	const swapped =
		left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
	return (left.length <= 1 && right.length <= 1) || swapped;
}
