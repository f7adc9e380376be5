/** What a cell means in a code list. */
export type CellMeaning =
	/** A code; null: it says that there is no answer. */
	| { readonly code: string | null; readonly own?: boolean }
	/** Fits several codes. */
	| { readonly vague: readonly string[] }
	/** Belongs to the subject of the list and to none of its codes. */
	| { readonly none: true }
	| undefined;

export interface WordsOfCode {
	readonly words: readonly string[];
	readonly code: string;
}

const denials = new Set(['not', 'no', 'non', 'never', 'without', 'other']);

/** The code whose words stand somewhere in a cell: the longest count, and only if they agree. */
export function codeWithin(words: readonly string[], all: readonly WordsOfCode[]): CellMeaning {
	if (words.some((word) => denials.has(word))) return undefined;
	const hits = all.flatMap(({ words: wanted, code }) => {
		const start = indexOfWords(words, wanted);
		return start < 0 ? [] : [{ code, start, end: start + wanted.length }];
	});
	const widest = hits.filter((hit) => !hits.some((other) => holds(other, hit)));
	const codes = new Set(widest.map(({ code }) => code));
	return codes.size === 1 ? { code: [...codes][0] ?? null } : undefined;
}

interface Span {
	readonly start: number;
	readonly end: number;
}

function holds(wide: Span, narrow: Span): boolean {
	const wider = wide.end - wide.start > narrow.end - narrow.start;
	return wider && wide.start <= narrow.start && wide.end >= narrow.end;
}

function indexOfWords(words: readonly string[], wanted: readonly string[]): number {
	for (let start = 0; start + wanted.length <= words.length; start += 1) {
		if (wanted.every((word, index) => words[start + index] === word)) return start;
	}
	return -1;
}
