import type { PlainAnswers } from './cell-words.ts';
import type { ColumnProfile, ValueCount } from './types.ts';

/** The numbers of a column, without codes that mean that there is no answer. */
export interface NumberFacts {
	/** Share of the answers that are numbers, with a currency or unit or without. */
	readonly share: number;
	/** Of those, cells with such a sign, as the number alone. */
	readonly dressed: ReadonlyMap<string, string>;
	readonly whole: number;
	readonly min: number;
	readonly max: number;
	readonly mean: number;
	/** How many different ones. */
	readonly distinct: number;
	/** Answers that are numbers. */
	readonly count: number;
	/** Cells that mean that there is no answer: words, and numbers such as 99 that lie outside of all others. */
	readonly missing: ReadonlyMap<string, string>;
	/** Of those, numbers that nothing in the file declares; the person is asked. */
	readonly guessed: readonly string[];
	/** Cells that are neither. */
	readonly strange: readonly ValueCount[];
}

export function numberFacts(
	profile: ColumnProfile,
	answers: PlainAnswers,
	currency: readonly string[]
): NumberFacts {
	const { cells, missing, strange } = sortCells(profile, answers, currency);
	const sampled = profile.distinct > profile.top.length;
	const guessed = outsiders(cells, answers, sampled);
	for (const { value } of guessed) missing.set(value, 'a number outside of all others');
	const kept = cells.filter((cell) => !guessed.includes(cell));
	const count = sumOf(kept);
	const all = Math.max(1, count + sumOf(strange));
	const numbers = kept.map(({ number }) => number);
	const mean = kept.reduce((sum, cell) => sum + cell.number * cell.count, 0) / Math.max(1, count);
	const whole = sampled && guessed.length === 0;
	const dressed = kept.filter(({ plain }) => !plain);
	return {
		share: count / all,
		dressed: new Map(dressed.map(({ value, number }) => [value, String(number)])),
		whole: sumOf(kept.filter(({ number }) => Number.isInteger(number))) / Math.max(1, count),
		min: whole && profile.min !== null ? profile.min : Math.min(...numbers),
		max: whole && profile.max !== null ? profile.max : Math.max(...numbers),
		mean: whole && profile.mean !== null ? profile.mean : mean,
		distinct: profile.distinct - missing.size - strange.length,
		count,
		missing,
		guessed: guessed.map(({ value }) => value),
		strange
	};
}

interface NumberCell extends ValueCount {
	readonly number: number;
	/** As the file writes numbers, nothing around it. */
	readonly plain: boolean;
}

interface SortedCells {
	readonly cells: NumberCell[];
	readonly missing: Map<string, string>;
	readonly strange: ValueCount[];
}

function sortCells(
	{ column, top, numbers, wholeNumbers }: ColumnProfile,
	answers: PlainAnswers,
	currency: readonly string[]
): SortedCells {
	const declared = new Set(column.missing ?? []);
	const labels = column.valueLabels ?? {};
	const grouped = numbers > 0 && numbers === wholeNumbers;
	// Where the file writes no thousands, `2,230` of somebody who typed it so has to be told.
	const digits = sumOf(top.filter(({ value }) => /^[+-]?\d+(?:\.0+)?$/.test(value)));
	const strayMarks = grouped && digits === numbers;
	// The file itself reads numbers with parts of one, and none has a point: then the comma is its decimal mark.
	const comma = numbers > wholeNumbers && top.every(({ value }) => !value.includes('.'));
	const sorted: SortedCells = { cells: [], missing: new Map(), strange: [] };
	for (const { value, count } of top) {
		const label = Object.hasOwn(labels, value) ? labels[value] : undefined;
		const reason = declared.has(value) ? 'declared as missing' : answers.missing(label ?? value);
		const plain = plainNumber(value, { whole: grouped, comma });
		const number = plain ?? dressedNumber(value, currency);
		if (reason !== undefined) sorted.missing.set(value, reason);
		else if (number === undefined) sorted.strange.push({ value, count });
		else {
			const stray = strayMarks && /^[1-9]\d{0,2}(?:,\d{3})+$/.test(value);
			sorted.cells.push({ value, count, number, plain: plain !== undefined && !stray });
		}
	}
	return sorted;
}

function sumOf(cells: readonly ValueCount[]): number {
	return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Numbers such as 99 or -1 that lie far from all others. */
function outsiders(
	cells: readonly NumberCell[],
	answers: PlainAnswers,
	sampled: boolean
): NumberCell[] {
	const others = cells.filter(({ number }) => !answers.numbers.has(number));
	if (others.length < 3) return [];
	const least = Math.min(...others.map(({ number }) => number));
	const most = Math.max(...others.map(({ number }) => number));
	return cells.filter(({ number, count }) => {
		if (!answers.numbers.has(number)) return false;
		if (number < 0) return least >= 0;
		if (sampled && (count < 5 || !/^9+$/.test(String(number)))) return false;
		return number > most * 1.4 && number >= 66;
	});
}

/**
 * A number as any locale writes it.
 * @param whole whether the column holds whole numbers, so that a mark before three digits parts thousands
 * @param comma whether a comma is known to stand before decimals
 */
function plainNumber(
	text: string,
	{ whole, comma } = { whole: false, comma: false }
): number | undefined {
	if (!/^[+-]?(?:\d[\d ., '’\u00a0\u202f]*|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
	const bare = text.replace(/[ '’\u00a0\u202f]/g, '');
	const marks = bare.match(/[.,]/g) ?? [];
	const last = marks.at(-1);
	const groups = new Set(marks).size === 1 && /^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(bare);
	const parted = groups && (whole || marks.length > 1 || (last === ',' && !comma));
	const plain =
		parted || last === undefined
			? bare.replace(/[.,]/g, '')
			: bare.replace(new RegExp(`[.,](?=.*\\${last})`, 'g'), '').replace(last, '.');
	const number = Number(plain);
	return Number.isFinite(number) ? number : undefined;
}

/** `M 3,500`, `R2 000.00`, `35%`, `5 yrs` without what stands around the number. */
function dressedNumber(text: string, currency: readonly string[]): number | undefined {
	const parts =
		/^([^\d+-]{0,8}?)\s*([+-]?\d[\d ., '’\u00a0\u202f]*?)\s*(%|[\p{L}$€£.]{0,10})(?:\s+(?:per|a|\/)\s+\p{L}{2,8})?$/u.exec(
			text.trim()
		);
	if (!parts) return undefined;
	const [, before = '', number = '', after = ''] = parts;
	const known = (word: string) =>
		word === '' || currency.includes(word.toLowerCase().replace(/[.:]$/, ''));
	const unit =
		/^(?:%|yrs?|years?|months?|mths?|hrs?|hours?|people|staff|employees|workers|lilemo|k?)$/i;
	if (!known(before.trim()) || !(known(after) || unit.test(after))) return undefined;
	const value = plainNumber(number.trim());
	return value !== undefined && /^k$/i.test(after) ? value * 1000 : value;
}
