import type { Code } from '#lib/contracts/catalogue.ts';
import type { ClassificationWords, ValueWords } from '#lib/contracts/import-contracts.ts';
import { cellKey, cellWords, isBareNumber, withoutCode, type PlainAnswers } from './cell-words.ts';
import { classifiedCodes } from './classification.ts';
import { singular, wordsOf } from './words.ts';
import { codeWithin, type CellMeaning, type WordsOfCode } from './code-within.ts';
import { rangeOf, rangesOf, type StaffRange } from './ranges.ts';

export interface CodeListSource {
	readonly id: string;
	readonly codes: readonly Code[];
	/** Codes of finer lists, by the code of this one. */
	readonly children: readonly Code[];
	readonly words?: ValueWords | undefined;
	readonly classification?: ClassificationWords | undefined;
}

/** Columns of a code list that hold another way to write the label. */
const otherLabels = ['label', 'full_label', 'audit_name', 'in_sentence', 'also_written', 'capital'];

/** Reads cells by one code list: its codes and labels, words of data/import, ranges and classifications. */
export class CodeList {
	readonly id: string;
	readonly size: number;
	/** Whether its codes are yes and no, so that its answers tell nothing about the question. */
	readonly plain: boolean;
	readonly #exact = new Map<string, Set<string>>();
	readonly #within: WordsOfCode[] = [];
	readonly #none: ReadonlySet<string>;
	readonly #ranges: readonly StaffRange[];
	readonly #numbers: ReadonlyMap<string, string>;
	readonly #codes: ReadonlySet<string>;
	readonly #answers: PlainAnswers;
	/** What was read before. */
	readonly #read = new Map<string, CellMeaning>();

	constructor(source: CodeListSource, answers: PlainAnswers) {
		const { codes, children, words, classification } = source;
		this.id = source.id;
		this.size = codes.length;
		this.#answers = answers;
		this.#codes = new Set(codes.map(({ code }) => code));
		this.plain = this.#codes.size === 2 && this.#codes.has('yes') && this.#codes.has('no');
		this.#none = new Set((words?.none ?? []).map(cellKey));
		this.#ranges = rangesOf(codes);
		const { numbers, titles } = classifiedCodes(codes, classification);
		this.#numbers = numbers;
		for (const [title, code] of titles) this.#add(title, code);
		for (const child of children) this.#addLabels(child, child.parent ?? '');
		for (const child of children) this.#addWithin(child.label, child.parent ?? '');
		for (const code of codes) this.#addLabels(code, code.code, true);
		this.#addWords(words);
	}

	#addWords(words: ValueWords | undefined): void {
		for (const [code, said] of entries(words?.exact)) {
			for (const word of said) this.#set(word, code);
		}
		for (const [code, said] of entries(words?.within)) {
			for (const word of said) this.#addWithin(word, code);
		}
		for (const [word, codes] of entries(words?.vague)) {
			this.#exact.set(cellKey(word), new Set(codes));
		}
	}

	#addLabels(row: Code, code: string, own = false): void {
		if (own && !isBareNumber(row.code)) this.#set(row.code, code);
		else if (!isBareNumber(row.code)) this.#add(row.code, code);
		for (const column of otherLabels) {
			const text = row[column];
			if (text) this.#add(text, code);
		}
	}

	#add(text: string, code: string): void {
		const key = cellKey(text);
		if (key === '' || code === '') return;
		const known = this.#exact.get(key) ?? new Set();
		this.#exact.set(key, known.add(code));
	}

	/** Words of data/import outdo what labels have in common. */
	#set(text: string, code: string): void {
		const key = cellKey(text);
		if (key !== '') this.#exact.set(key, new Set([code]));
	}

	#addWithin(text: string, code: string): void {
		const words = cellWords(text);
		if (words.length > 0 && words.join('').length > 2) this.#within.push({ words, code });
	}

	/** Whether it is written as the list itself writes its codes. */
	hasCode(value: string): boolean {
		return this.#codes.has(value);
	}

	/** A number as a code of the classification behind the list, for columns that are known to hold such. */
	classified(value: string): string | undefined {
		const digits = value.trim().replace(/\.0+$/, '');
		return this.#numbers.get(digits) ?? this.#numbers.get(digits.toUpperCase());
	}

	/** Whether it is a range of numbers as the codes are, if cut in other places. */
	isRange(value: string): boolean {
		return this.#ranges.length > 0 && rangeOf(value) !== undefined;
	}

	/** Whether the classification has letters above its numbers. */
	get hasSections(): boolean {
		return this.#numbers.has('A');
	}

	get isClassification(): boolean {
		return this.#numbers.size > 0;
	}

	/** What a cell, or the label of its code, means. Bare numbers mean nothing here. */
	read(text: string): CellMeaning {
		if (this.#read.has(text)) return this.#read.get(text);
		const meaning = this.#meaning(text);
		this.#read.set(text, meaning);
		return meaning;
	}

	#meaning(text: string): CellMeaning {
		const key = cellKey(text);
		const whole = this.#readKey(key);
		if (whole) return whole;
		const missing = this.#answers.missing(text);
		if (missing !== undefined) return { code: null };
		const range = this.#ranges.length > 0 ? rangeOf(text) : undefined;
		const band = range && this.#ranges.find(({ from, to }) => from <= range.from && range.to <= to);
		if (band) return { code: band.code };
		if (isBareNumber(text)) return undefined;
		const several = text.split(/[;|]/).filter((part) => part.trim() !== '');
		if (several.length > 1) return this.#together(several);
		const rest = withoutCode(key);
		return (
			(rest === undefined ? undefined : this.#readKey(rest)) ??
			this.#readKey(wordsOf(text).map(singular).join(' ')) ??
			this.#readParts(text) ??
			this.#readWithin(key)
		);
	}

	/** What several answers in one cell mean where all mean the same. */
	#together(parts: readonly string[]): CellMeaning {
		const [first, ...others] = parts.map((part) => this.read(part));
		if (!first || !('code' in first)) return undefined;
		const agree = others.every((other) => other && 'code' in other && other.code === first.code);
		return agree ? first : undefined;
	}

	#readKey(key: string): CellMeaning {
		const codes = this.#exact.get(key);
		if (codes?.size === 1) return { code: [...codes][0] ?? null };
		if (codes) return { vague: [...codes] };
		if (this.#none.has(key)) return { none: true };
		const plain = this.plain ? this.#answers.yesOrNo(key) : undefined;
		return plain === undefined ? undefined : { code: plain };
	}

	/** A cell that names something beside the code is not that code: `Manufacturing, Transport`. */
	#readWithin(key: string): CellMeaning {
		const words = key.split(' ');
		const found = codeWithin(words, this.#within);
		if (!found || !('code' in found)) return found;
		const { code } = found;
		const beside = words.some((word) => {
			const vague = this.#exact.get(word) ?? new Set();
			return this.#none.has(word) || (vague.size > 1 && !vague.has(code ?? ''));
		});
		return beside ? undefined : found;
	}

	/** `Female/Mosali`, `Monna (Male)`: the same answer twice. */
	#readParts(text: string): CellMeaning {
		const parts = text
			.split(/[/|()=]|\s[-–—]\s/)
			.map(cellKey)
			.filter(Boolean);
		if (parts.length < 2) return undefined;
		const codes = new Set(
			parts.map((part) => {
				const read = this.#readKey(part);
				return read && 'code' in read ? read.code : undefined;
			})
		);
		const known = [...codes].filter((code) => code !== undefined);
		return known.length === 1 && (codes.size === 1 || parts.length === 2)
			? { code: known[0] ?? null }
			: undefined;
	}
}

function entries<Value>(record: Readonly<Record<string, Value>> | undefined): [string, Value][] {
	return Object.entries(record ?? {});
}
