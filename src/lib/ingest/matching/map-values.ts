import { explainedCodes, isBareNumber, wholeCode, type PlainAnswers } from './cell-words.ts';
import { findDateDamage } from './date-damage.ts';
import type { CodeList, Reading } from './code-list.ts';
import type { ColumnProfile, ValueCount } from './types.ts';

/** How the cells of a column fit a code list. */
export interface ValueMap {
	readonly values: Readonly<Record<string, string | null>>;
	readonly unmatched: readonly ValueCount[];
	/** Share of the answers, cells that say "no answer" aside, that are codes or belong to the subject, 0 to 1. */
	readonly fit: number;
	/** How many codes were found. */
	readonly codes: number;
	/** Share of the answers that are numbers without a label. */
	readonly bare: number;
	/** Share of the answers that are written as the list writes its codes. */
	readonly own: number;
	readonly separator?: string;
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

/** Labels of codes that the file brings: of SPSS, or explained in heading or label. */
export function labelsOf({ column, top }: ColumnProfile): ReadonlyMap<string, string> {
	const texts = [column.heading, column.label ?? ''];
	const strict = Object.assign({}, ...texts.map(explainedCodes)) as Record<string, string>;
	const explained = Object.keys(strict).length > 0 ? strict : looselyExplained(texts, top);
	return new Map(
		Object.entries({ ...explained, ...column.valueLabels }).map(([code, label]) => [
			wholeCode(code),
			label
		])
	);
}

/** `Disability? 1 Yes 0 No`, if that explains every number of the column. */
function looselyExplained(
	texts: readonly string[],
	top: readonly ValueCount[]
): Record<string, string> {
	const found = new Map<string, string>();
	for (const text of texts) {
		for (const [, code = '', label = ''] of text
			.slice(0, 500)
			.matchAll(/(?<!\S)(\d{1,2})\s+(\p{L}[\p{L} ]*?)(?=\s+\d|\W*$)/gu)) {
			found.set(code, label);
		}
	}
	const numbers = top.filter(({ value }) => isBareNumber(value));
	const all =
		found.size >= 2 &&
		numbers.length > 0 &&
		numbers.every(({ value }) => found.has(wholeCode(value)));
	return all ? Object.fromEntries(found) : {};
}

export interface ValueContext {
	readonly answers: PlainAnswers;
	/** The heading names the classification, or is the contract's own: bare numbers are its codes. */
	readonly trusted: boolean;
	/** Several answers may stand in a cell. */
	readonly multiple?: boolean | undefined;
}

export function mapValues(profile: ColumnProfile, list: CodeList, context: ValueContext): ValueMap {
	const inside = { ...context, profile, list };
	const whole = mapCells(profile.top, inside);
	if (!context.multiple || whole.fit >= 0.98) return whole;
	const split = [';', '|', ',', '/', '\n', ' ']
		.map((separator) => ({ separator, cells: splitCells(profile.top, separator) }))
		.filter(({ cells }) => cells.length > 0)
		.map(({ separator, cells }) => ({ ...mapCells(cells, inside), separator }))
		.sort((one, other) => other.fit - one.fit)[0];
	return split && split.fit > whole.fit + 0.05 && split.fit > 0.5 ? split : whole;
}

interface CellsContext extends ValueContext {
	readonly profile: ColumnProfile;
	readonly list: CodeList;
}

function mapCells(cells: readonly ValueCount[], context: CellsContext): ValueMap {
	const { profile, list } = context;
	const labels = labelsOf(profile);
	const missing = new Set((profile.column.missing ?? []).map(wholeCode));
	const mended = new Map(findDateDamage(profile).map(({ value, options }) => [value, options[0]]));
	const classified = context.trusted || speaksForItself(cells, list);
	const readings = cells.map(({ value, count }) => ({
		value,
		count,
		reading: missing.has(wholeCode(value))
			? ({ code: null } as const)
			: readCell(mended.get(value) ?? value, { list, labels, classified, trusted: context.trusted })
	}));
	const settled = settleVague(readings);
	const values: [string, string | null][] = [];
	const unmatched: ValueCount[] = [];
	const sums = { answers: 0, fitting: 0, bare: 0, own: 0 };
	const codes = new Set<string>();
	for (const { value, count, reading } of settled) {
		if (reading && 'code' in reading) values.push([value, reading.code]);
		else unmatched.push({ value, count });
		if (reading && 'code' in reading && reading.code === null) continue;
		sums.answers += count;
		if (reading) sums.fitting += 'none' in reading ? count * 0.8 : count;
		if (reading && 'code' in reading && reading.code !== null) codes.add(reading.code);
		if (!reading && isBareNumber(value)) sums.bare += count;
		if (list.hasCode(value)) sums.own += count;
	}
	const share = (sum: number) => (sums.answers === 0 ? 0 : sum / sums.answers);
	return {
		values: plainRecord(values),
		unmatched,
		fit: share(sums.fitting),
		codes: codes.size,
		bare: share(sums.bare),
		own: share(sums.own)
	};
}

interface CellContext {
	readonly list: CodeList;
	readonly labels: ReadonlyMap<string, string>;
	readonly classified: boolean;
	readonly trusted: boolean;
}

function readCell(value: string, { list, labels, classified, trusted }: CellContext): Reading {
	const label = labels.get(wholeCode(value));
	if (label !== undefined) return list.read(label);
	if (isBareNumber(value)) {
		if (trusted && list.hasCode(wholeCode(value))) return { code: wholeCode(value) };
		const code = classified ? list.classified(value) : undefined;
		if (code !== undefined) return { code };
	}
	const read = list.read(value);
	if (read) return read;
	const section = classified ? list.classified(value) : undefined;
	return section === undefined ? undefined : { code: section };
}

/** Numbers of a long classification are told by themselves: nearly all are valid, of four digits or with a leading zero. */
function speaksForItself(cells: readonly ValueCount[], list: CodeList): boolean {
	if (!list.isClassification) return false;
	const letters = cells.filter(({ value }) => /^[A-U]$/.test(value));
	if (letters.length >= 4 && letters.length >= cells.length - 3) return true;
	const numbers = cells.filter(({ value }) => isBareNumber(value));
	const telling = numbers.filter(({ value }) => /^(?:\d{4}|0\d{1,3})(?:\.0+)?$/.test(value));
	const valid = numbers.filter(({ value }) => list.classified(value) !== undefined);
	return (
		telling.length >= 3 &&
		telling.length >= numbers.length * 0.6 &&
		valid.length >= numbers.length * 0.9
	);
}

interface Read extends ValueCount {
	readonly reading: Reading;
}

/** A vague word means the one of its codes that no other value of the column means. */
function settleVague(readings: readonly Read[]): readonly Read[] {
	const taken = new Set(
		readings.flatMap(({ reading }) => (reading && 'code' in reading ? [reading.code] : []))
	);
	return readings.map((read) => {
		const { reading } = read;
		if (!reading || !('vague' in reading)) return read;
		const free = reading.vague.filter((code) => !taken.has(code));
		const [only] = free;
		const settled = free.length === 1 && only !== undefined && taken.size > 0;
		return { ...read, reading: settled ? { code: only } : reading };
	});
}

/** The single answers of cells with several; none where the mark stands in no cell. */
function splitCells(cells: readonly ValueCount[], separator: string): ValueCount[] {
	const counts = new Map<string, number>();
	let several = 0;
	for (const { value, count } of cells) {
		const parts = value
			.split(separator)
			.map((part) => part.trim())
			.filter(Boolean);
		if (parts.length > 1) several += 1;
		for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
	}
	if (several === 0) return [];
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
