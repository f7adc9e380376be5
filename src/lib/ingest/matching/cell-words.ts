import type { GeneralWords, MissingWords } from '#lib/contracts/import-contracts.ts';
import { singular, uncutWordsOf } from './words.ts';

const joining = new Set(['and', 'or', 'the', 'of', 'a', 'an', 'in', 'amp']);

/** A cell as words in the singular, without those that only join: two spellings of one answer are equal. */
export function cellWords(text: string): string[] {
	return uncutWordsOf(text)
		.filter((word) => !joining.has(word))
		.map(singular);
}

export function cellKey(text: string): string {
	return cellWords(text).join(' ');
}

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

/** Codes that a heading or label explains: `Sex (1=Male, 2=Female)`. Empty where fewer than two are. */
export function explainedCodes(text: string): Record<string, string> {
	const found = new Map<string, string>();
	const pattern =
		/(?<![\d.])(-?\d{1,4})\s*(?:[=:)]|\s[-–]\s|[-–](?=\s*\p{L}))\s*([^\d=,;:|()[\]{}\n][^=,;|()[\]{}\n]*?)(?=\s*(?:[,;|)\]}\n/]|$|\s-?\d{1,4}\s*(?:[=:)]|\s?[-–])))/gu;
	for (const [, code = '', label = ''] of text.slice(0, 1000).matchAll(pattern)) {
		found.set(code, label.trim());
	}
	return found.size >= 2 ? Object.fromEntries(found) : {};
}
