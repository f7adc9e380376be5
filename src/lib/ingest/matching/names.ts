import type { ColumnWords, ImportWords } from '#lib/contracts/import-contracts.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import { readingsOf, withoutLabels } from './heading.ts';
import { isCutShort, Lexicon, nearlySame, saysNothing } from './words.ts';

/** The ways to read what a file calls a column, each as words that carry meaning. */
export interface Naming {
	readonly readings: readonly HeadingWords[];
	/** All words of heading, group path and label, for words that speak against a match. */
	readonly all: readonly string[];
	/** Neither heading nor label says anything. */
	readonly silent: boolean;
}

export interface HeadingWords {
	readonly words: readonly string[];
	/** Of those, the ones that data/import does not have. */
	readonly unknown: readonly string[];
}

export interface NameEvidence {
	/** 0 to 1. */
	readonly score: number;
	/** The phrase that was found. */
	readonly phrase?: string;
	/** Words that speak against it. */
	readonly against?: string;
}

/** Reads headings by the words of data/import. */
export class Namer {
	readonly #lexicon: Lexicon;
	readonly #others: readonly (readonly string[])[];
	readonly #noise: ReadonlySet<string>;

	constructor(words: ImportWords) {
		this.#lexicon = new Lexicon(words.general);
		for (const phrase of phrasesIn(words)) this.#lexicon.learn(phrase);
		this.#noise = new Set(words.general.noise.map((text) => text.toLowerCase()));
		this.#others = words.general.others.map((other) => this.#lexicon.phrase(other));
	}

	meaning(text: string): string[] {
		return this.#lexicon.meaning(text);
	}

	phrase(text: string): readonly string[] {
		return this.#lexicon.phrase(text);
	}

	naming({ heading, label = '' }: RawColumn): Naming {
		// A label speaks for a variable whose name is only its place in the file: v021.
		const spoken =
			label !== '' && !saysNothing(label) && saysNothing(heading) ? [label] : [heading, label];
		const texts = spoken.map((text) => this.#withoutNoise(text.slice(0, 500)));
		const readings = texts
			.flatMap((text) => readingsOf(text))
			.map((text) => this.meaning(text))
			.filter((words) => words.some((word) => !/^\d+$/.test(word)));
		return {
			readings: unique(readings).map((words) => ({
				words,
				unknown: words.filter((word) => !this.#lexicon.isKnown(word))
			})),
			all: texts
				.map(withoutLabels)
				.flatMap((text) => [...this.#lexicon.all(text), ...this.meaning(text)]),
			silent: readings.length === 0 || texts.every(saysNothing)
		};
	}

	/** How well what a column is called fits a contract column. */
	evidence(naming: Naming, words: ColumnWords | undefined): NameEvidence {
		if (!words) return { score: 0 };
		let best: NameEvidence = { score: 0 };
		for (const { phrases, factor } of [
			{ phrases: words.names, factor: 1 },
			{ phrases: words.second ?? [], factor: 0.85 },
			{ phrases: words.hints ?? [], factor: 0.6 },
			{ phrases: words.faint ?? [], factor: 0.5 }
		]) {
			for (const phrase of phrases) {
				const score = factor * this.#found(naming, this.phrase(phrase));
				if (score > best.score) best = { score, phrase };
			}
		}
		if (best.score === 0) {
			const other = this.#others.find((phrase) => areIn(phrase, naming.all));
			return other ? { score: 0, against: other.join(' ') } : best;
		}
		const own = new Set([
			...this.phrase(best.phrase ?? ''),
			...this.#lexicon.all(best.phrase ?? '')
		]);
		const against = this.#against(naming, words, own);
		return against === undefined ? best : { ...best, score: best.score * 0.15, against };
	}

	/** Leaves out parts of joined headings that survey tools add: `Open-Ended Response`, `{"ImportId":…}`. */
	#withoutNoise(text: string): string {
		const parts = text.split(' / ').filter((part) => {
			const plain = part.trim();
			return !this.#noise.has(plain.toLowerCase()) && !/^\{.*\}$/.test(plain);
		});
		return parts.join(' / ');
	}

	#against(naming: Naming, words: ColumnWords, own: ReadonlySet<string>): string | undefined {
		const here = (phrase: readonly string[]) =>
			phrase.length > 0 &&
			!phrase.every((word) => own.has(word)) &&
			phrase.every((word) => naming.all.includes(word));
		const not = (words.not ?? []).find((phrase) => here(this.phrase(phrase)));
		if (not !== undefined) return not;
		return this.#others.find(here)?.join(' ');
	}

	#found(naming: Naming, phrase: readonly string[]): number {
		let best = 0;
		for (const reading of naming.readings) best = Math.max(best, scoreOf(reading, phrase));
		return best;
	}
}

/**
 * 1 where a reading is the phrase and nothing more; less, the more it says besides; 0 where a word lacks.
 * Words that data/import does not know may be slips for one that it does.
 */
function scoreOf({ words, unknown }: HeadingWords, phrase: readonly string[]): number {
	if (phrase.length === 0 || phrase.length > words.length) return 0;
	let sure = 1;
	for (const word of phrase) {
		if (words.includes(word)) continue;
		const near = Math.max(0, ...unknown.map((other) => nearness(word, other)));
		if (near === 0) return 0;
		sure *= near;
	}
	const share = Math.min(1, new Set(phrase).size / new Set(words).size);
	const order = isTurned(words, phrase) ? 0.6 : 1;
	return (share === 1 ? 1 : 0.5 + 0.4 * share) * sure * order;
}

/** How surely an unknown word stands for a known one: a slip of the pen, or the word cut short; 0 where it does not. */
function nearness(word: string, other: string): number {
	if (nearlySame(word, other)) return 0.93;
	return isCutShort(other, word) ? 0.85 : 0;
}

/** A staff number is no number of staff. */
function isTurned(words: readonly string[], phrase: readonly string[]): boolean {
	const at = phrase.indexOf('number');
	const next = phrase[at === 0 ? 1 : 0];
	if (at < 0 || next === undefined) return false;
	const before = words.indexOf('number') < words.indexOf(next);
	return (at === 0) !== before;
}

function areIn(phrase: readonly string[], words: readonly string[]): boolean {
	return phrase.length > 0 && phrase.every((word) => words.includes(word));
}

function phrasesIn({ columns, kinds, general }: ImportWords): string[] {
	return [
		...Object.values(columns).flatMap(({ names, second = [], hints = [], not = [] }) => [
			...names,
			...second,
			...hints,
			...not
		]),
		...Object.values(kinds.cues).flatMap((cues) => Object.keys(cues)),
		...kinds.estimates,
		...general.others,
		...general.empty.filter((word) => word.length > 3)
	];
}

function unique(readings: readonly (readonly string[])[]): (readonly string[])[] {
	return [...new Map(readings.map((words) => [words.join(' '), words])).values()];
}
