import type { Code } from '#lib/contracts/catalogue.ts';
import type { ClassificationWords, ValueWords } from '#lib/contracts/import-contracts.ts';
import { cellKey, cellWords, isBareNumber, withoutCode, type PlainAnswers } from './cell-words.ts';
import { classifiedCodes } from './classification.ts';
import { singular, wordsOf } from './words.ts';
import { rangeOf, rangesOf, type StaffRange } from './ranges.ts';

/** What a cell means in a code list. */
export type Reading =
	/** A code; null: it says that there is no answer. */
	| { readonly code: string | null; readonly own?: boolean }
	/** Fits several codes. */
	| { readonly vague: readonly string[] }
	/** Belongs to the subject of the list and to none of its codes. */
	| { readonly none: true }
	| undefined;

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
	readonly #within: { words: readonly string[]; code: string }[] = [];
	readonly #none: ReadonlySet<string>;
	readonly #ranges: readonly StaffRange[];
	readonly #numbers: ReadonlyMap<string, string>;
	readonly #codes: ReadonlySet<string>;
	readonly #answers: PlainAnswers;

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

	get isClassification(): boolean {
		return this.#numbers.size > 0;
	}

	/** What a cell, or the label of its code, means. Bare numbers mean nothing here. */
	read(text: string): Reading {
		const key = cellKey(text);
		const whole = this.#readKey(key);
		if (whole) return whole;
		const missing = this.#answers.missing(text);
		if (missing !== undefined) return { code: null };
		const range = this.#ranges.length > 0 ? rangeOf(text) : undefined;
		const band = range && this.#ranges.find(({ from, to }) => from <= range.from && range.to <= to);
		if (band) return { code: band.code };
		if (isBareNumber(text)) return undefined;
		const rest = withoutCode(key);
		return (
			(rest === undefined ? undefined : this.#readKey(rest)) ??
			this.#readKey(wordsOf(text).map(singular).join(' ')) ??
			this.#readParts(text) ??
			this.#readWithin(key)
		);
	}

	#readKey(key: string): Reading {
		const codes = this.#exact.get(key);
		if (codes?.size === 1) return { code: [...codes][0] ?? null };
		if (codes) return { vague: [...codes] };
		if (this.#none.has(key)) return { none: true };
		const plain = this.plain ? this.#answers.yesOrNo(key) : undefined;
		return plain === undefined ? undefined : { code: plain };
	}

	/** `Female/Mosali`, `Monna (Male)`: the same answer twice. */
	#readParts(text: string): Reading {
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

	/** Words that stand somewhere in the cell: the longest count, and only if they agree. */
	#readWithin(key: string): Reading {
		const words = key.split(' ');
		if (words.some((word) => ['not', 'no', 'non', 'never', 'without', 'other'].includes(word)))
			return undefined;
		const hits = this.#within.flatMap(({ words: wanted, code }) => {
			const start = indexOfWords(words, wanted);
			return start < 0 ? [] : [{ code, start, end: start + wanted.length }];
		});
		const widest = hits.filter(
			(hit) =>
				!hits.some(
					(other) =>
						other.start <= hit.start &&
						other.end >= hit.end &&
						other.end - other.start > hit.end - hit.start
				)
		);
		const codes = new Set(widest.map(({ code }) => code));
		return codes.size === 1 ? { code: [...codes][0] ?? null } : undefined;
	}
}

function entries<Value>(record: Readonly<Record<string, Value>> | undefined): [string, Value][] {
	return Object.entries(record ?? {});
}

function indexOfWords(words: readonly string[], wanted: readonly string[]): number {
	for (let start = 0; start + wanted.length <= words.length; start += 1) {
		if (wanted.every((word, index) => words[start + index] === word)) return start;
	}
	return -1;
}
