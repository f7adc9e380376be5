import { SavBytes, savText } from './sav-bytes.ts';
import type { SavRaw, SavRecord } from './sav-dictionary.ts';
import { encodingOf, pairsOf } from './sav-extensions.ts';
import { savNumber } from './sav-values.ts';

/** A variable of an SPSS file, as people know it. */
export interface SavVariable {
	readonly name: string;
	readonly label: string | undefined;
	readonly isText: boolean;
	readonly format: number;
	/** The parts of a value, one after the other: where each begins in a case, in elements, and how many bytes count. */
	readonly parts: readonly { readonly element: number; readonly bytes: number }[];
	readonly labels: Map<string, string>;
	readonly missing: Set<string>;
	/** Ends of a range of values that are missing. */
	readonly missingRange: readonly [low: number, high: number] | undefined;
}

export interface SavTable {
	/** By the name that TextDecoder knows. */
	readonly encoding: string;
	readonly variables: readonly SavVariable[];
	/** Eight-byte elements of a case. */
	readonly elements: number;
}

/** Bytes of a very long text in one variable, and bytes by which it is shared out over variables. */
const [segmentBytes, sharedBytes] = [255, 252];

/** Names, labels and codes of a dictionary, decoded and put together. */
export function readVariables(raw: SavRaw): SavTable {
	return new Decoder(raw).table();
}

class Decoder {
	readonly #raw: SavRaw;
	readonly #encoding: string;
	readonly #names: ReadonlyMap<string, string>;
	readonly #lengths: ReadonlyMap<string, string>;
	readonly #variables: SavVariable[] = [];
	/** By the place of their first element, from 1, as value labels name them. */
	readonly #byElement = new Map<number, SavVariable>();
	#elements = 0;

	constructor(raw: SavRaw) {
		this.#raw = raw;
		this.#encoding = encodingOf(raw.extensions);
		this.#names = pairsOf(raw.extensions.longNames, this.#encoding, /\t/);
		this.#lengths = pairsOf(raw.extensions.veryLong, this.#encoding, /\0\t|\t/);
	}

	table(): SavTable {
		const { records, labels, extensions } = this.#raw;
		for (let i = 0; i < records.length;) i += this.#add(records.slice(i, i + 200), i);
		for (const set of labels) {
			for (const element of set.elements) this.#addLabels(this.#byElement.get(element), set.labels);
		}
		for (const content of extensions.longLabels) this.#readLongLabels(content);
		for (const content of extensions.longMissing) this.#readLongMissing(content);
		return { encoding: this.#encoding, variables: this.#variables, elements: this.#elements };
	}

	/** Adds the variable that the first of these records begins. @returns how many of them it takes */
	#add([record, ...further]: readonly SavRecord[], index: number): number {
		if (!record) return this.#raw.records.length - index;
		const bytes = Number(this.#lengths.get(record.shortName.toUpperCase()) ?? record.width);
		const segments = bytes > segmentBytes ? Math.ceil(bytes / sharedBytes) : 1;
		const used = [record, ...further].slice(0, segments);
		const first = this.#elements;
		const parts = used.map(({ elements, width }, segment) => {
			const element = this.#elements;
			this.#elements += elements;
			const left = bytes - segmentBytes * segment;
			return { element, bytes: segments === 1 ? width : Math.max(0, Math.min(segmentBytes, left)) };
		});
		const variable = this.#variable(record, parts);
		this.#variables.push(variable);
		this.#byElement.set(first + 1, variable);
		return used.length;
	}

	#variable(record: SavRecord, parts: SavVariable['parts']): SavVariable {
		const isText = record.width > 0;
		const { format, missing, hasRange } = record;
		const [low, high] = missing.map((value) => this.#double(value));
		const codes = hasRange ? missing.slice(2) : missing;
		return {
			name: this.#names.get(record.shortName.toUpperCase()) ?? record.shortName,
			label: record.label ? savText(record.label, this.#encoding) : undefined,
			...{ isText, format, parts, labels: new Map() },
			missing: new Set(codes.map((value) => this.#code(value, { isText, format }))),
			missingRange: hasRange && low !== undefined && high !== undefined ? [low, high] : undefined
		};
	}

	#addLabels(variable: SavVariable | undefined, labels: SavRaw['labels'][number]['labels']): void {
		for (const { value, label } of variable ? labels : []) {
			if (variable) {
				variable.labels.set(this.#code(value, variable), savText(label, this.#encoding));
			}
		}
	}

	#readLongLabels(content: Uint8Array): void {
		const from = new SavBytes(content, this.#raw.isLittle);
		while (from.at < content.length) {
			const variable = this.#named(from.take(from.int()));
			from.skip(4);
			for (let left = from.int(); left > 0; left--) {
				const value = from.take(from.int());
				const label = from.take(from.int());
				this.#addLabels(variable, [{ value, label }]);
			}
		}
	}

	#readLongMissing(content: Uint8Array): void {
		const from = new SavBytes(content, this.#raw.isLittle);
		while (from.at < content.length) {
			const variable = this.#named(from.take(from.int()));
			const values = from.byte();
			const bytes = from.int();
			for (let left = values; left > 0; left--) {
				variable?.missing.add(savText(from.take(bytes), this.#encoding));
			}
		}
	}

	#named(name: Uint8Array): SavVariable | undefined {
		const text = savText(name, this.#encoding).toUpperCase();
		return this.#variables.find((variable) => variable.name.toUpperCase() === text);
	}

	#double(value: Uint8Array): number {
		return new SavBytes(value, this.#raw.isLittle).double();
	}

	#code(value: Uint8Array, { isText, format }: Pick<SavVariable, 'isText' | 'format'>): string {
		return isText ? savText(value, this.#encoding) : savNumber(this.#double(value), format);
	}
}
