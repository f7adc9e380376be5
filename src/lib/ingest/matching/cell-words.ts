import type { GeneralWords, MissingWords } from '#lib/contracts/import-contracts.ts';
import { singular, uncutWordsOf } from './words.ts';

const joining = new Set(['and', 'or', 'the', 'of', 'a', 'an', 'in', 'amp']);

/** A cell as words in the singular, without those that only join: two spellings of one answer are equal. */
export function cellWords(text: string): string[] {
	const words = uncutWordsOf(text);
	const telling = words.filter((word) => !joining.has(word));
	// A code may be one of these words: section A.
	return (telling.length > 0 ? telling : words).map(singular);
}

export function cellKey(text: string): string {
	const known = keys.get(text);
	if (known !== undefined) return known;
	const key = cellWords(text).join(' ');
	if (keys.size >= keysKept) keys.clear();
	if (text.length <= 100) keys.set(text, key);
	return key;
}

/** The same cells are looked up in many lists. */
const keys = new Map<string, string>();
const keysKept = 20_000;

/** A cell that is a bare code: `1`, `02`, `3.0`. */
export function isBareNumber(text: string): boolean {
	return /^[+-]?\d+(?:[.,]0+)?$/.test(text.trim());
}

/** The code of `1.0` is `1`; other text as it is. */
export function wholeCode(text: string): string {
	return text.trim().replace(/^([+-]?\d+)[.,]0+$/, '$1');
}

/** Which cells say that there is no answer, and which say yes or no. */
export class PlainAnswers {
	readonly #missing = new Map<string, string>();
	readonly #yes: ReadonlySet<string>;
	readonly #no: ReadonlySet<string>;
	readonly numbers: ReadonlySet<number>;

	constructor(missing: MissingWords, general: GeneralWords) {
		for (const [reason, words] of Object.entries(missing.words)) {
			for (const word of words) this.#missing.set(cellKey(word), reason);
		}
		this.#yes = new Set(general.yes.map(cellKey));
		this.#no = new Set(general.no.map(cellKey));
		this.numbers = new Set(missing.numbers.map(Number));
	}

	/** Why the cell holds no answer; undefined where it holds one. */
	missing(text: string): string | undefined {
		const key = cellKey(text);
		if (key === '') return /[<>]/.test(text) ? undefined : 'no letters or digits';
		return this.#missing.get(key) ?? this.#missing.get(withoutCode(key) ?? '');
	}

	yesOrNo(key: string): 'yes' | 'no' | undefined {
		if (this.#yes.has(key)) return 'yes';
		return this.#no.has(key) ? 'no' : undefined;
	}
}

/** `1 male` and `b mining` without the code before the words; undefined where none is. */
export function withoutCode(key: string): string | undefined {
	const rest = /^(?:\d{1,4}|[a-z]) (?=\p{L}{2})(.+)$/u.exec(key)?.[1];
	return rest ?? /^(\p{L}.*\p{L}) \d{1,4}$/u.exec(key)?.[1];
}

/** A record that a column called `__proto__` cannot harm. */
export function plainRecord<Value>(
	pairs: Iterable<readonly [string, Value]>
): Record<string, Value> {
	return Object.assign(Object.create(null) as object, Object.fromEntries(pairs)) as Record<
		string,
		Value
	>;
}
