import { isBareNumber, plainRecord, wholeCode, type PlainAnswers } from './cell-words.ts';
import {
	isSmallAndWhole,
	lostZeros,
	mayBeClassified,
	speaksForItself
} from './classified-cells.ts';
import { labelsOf } from './labels.ts';
import { findDateDamage } from './date-damage.ts';
import type { CodeList } from './code-list.ts';
import type { CellMeaning } from './code-within.ts';
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

export interface ValueContext {
	readonly answers: PlainAnswers;
	/** The file is made after the contract: its codes are those of the list. */
	readonly ours: boolean;
	/** The heading names the classification behind the list: numbers are its codes. */
	readonly named: boolean;
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
	const classified =
		(context.named && mayBeClassified(cells, list)) || speaksForItself(cells, list);
	const digits = classified ? lostZeros(cells) : 0;
	const readings = cells.map(({ value, count }) => ({
		value,
		count,
		reading: missing.has(wholeCode(value))
			? ({ code: null } as const)
			: readCell(mended.get(value) ?? value, {
					list,
					labels,
					classified,
					digits,
					ours: context.ours || (context.named && isSmallAndWhole(cells, list))
				})
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
		if (!reading && list.isRange(value)) sums.fitting += 0.7 * count;
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
	/** Of a code of the classification as it was before its leading zero was lost; 0: none was. */
	readonly digits: number;
	/** A number that is a code of the list means it. */
	readonly ours: boolean;
}

function readCell(value: string, context: CellContext): CellMeaning {
	const { list, labels, classified, digits, ours } = context;
	const label = labels.get(wholeCode(value));
	if (label !== undefined) return list.read(label);
	if (isBareNumber(value)) {
		if (ours && list.hasCode(wholeCode(value))) return { code: wholeCode(value) };
		const whole = value.length === digits - 1 ? `0${value}` : value;
		const code = classified ? list.classified(whole) : undefined;
		if (code !== undefined) return { code };
	}
	const read = list.read(value);
	if (read) return read;
	const section = classified ? list.classified(value) : undefined;
	return section === undefined ? undefined : { code: section };
}

interface Read extends ValueCount {
	readonly reading: CellMeaning;
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
