import { matchingWords } from '#lib/vocabulary/messages/import-matching.ts';
import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { Content } from './evidence.ts';
import { plainRecord } from './cell-words.ts';
import type { Naming } from './names.ts';
import { numberFacts, type NumberFacts } from './numbers.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';

const said = matchingWords.cells;

interface Expected {
	readonly words: ColumnWords;
	readonly naming: Naming;
}

/** Judges whether cells are ages, counts, amounts or weights. */
export function numberContent(profile: ColumnProfile, expected: Expected, tools: Tools): Content {
	const facts = numberFacts(profile, tools.answers, tools.currency);
	const shared = { as: 'number' as const, facts, map: mapOf(facts) };
	const no = (reason: string): Content => ({ ...shared, odds: -5, veto: true, reason });
	if (facts.count === 0 || facts.share < 0.6) return no(said.noNumbers);
	const { holds, range: [low, high] = [-Infinity, Infinity], mean } = expected.words;
	const inside = facts.min >= low && facts.max <= high;
	const far = facts.max > high * 1.5 || facts.min < low - Math.max(1, high - low) * 0.2;
	const range = said.range(facts.min, facts.max);
	switch (holds) {
		case 'number':
			if (mean && (facts.mean < mean[0] || facts.mean > mean[1]))
				return no(said.mean(range, facts.mean));
			if (far) return no(range);
			if (facts.distinct <= 9 && facts.max <= 12 && facts.count > 20)
				return codesRather(facts, shared);
			return { ...shared, odds: inside ? 2 : 0, reason: range };
		case 'count':
			if (facts.whole < 0.98 || facts.min < 0) return no(said.countNothing(range));
			if (areYears(facts)) return no(said.rowCodes(range));
			if (facts.distinct <= 2 && facts.max <= 2 && facts.count > 8) return no(said.rowCodes(range));
			if (areCodes(facts)) return no(said.rowCodes(range));
			if (expected.words.population === true && !holdsItsRows(profile))
				return no(said.countNothing(range));
			return { ...shared, odds: inside ? 1.2 : -0.5, reason: range };
		case 'amount':
			if (facts.min < 0) return no(range);
			if (facts.max < low && facts.distinct <= 20) return no(said.bands);
			return { ...shared, odds: facts.mean >= low && facts.max <= high ? 1.5 : -1, reason: range };
		default:
			return { ...shared, ...weightContent(facts, expected.naming) };
	}
}

/** No population is smaller than what was drawn from it: a number stands in at most as many rows as it says. */
function holdsItsRows({ top }: ColumnProfile): boolean {
	return top.every(({ value, count }) => !(Number(value) < count));
}

/** Numbers of which none stands twice: long ones, or one after the other. */
function areCodes({ distinct, count, min, max }: NumberFacts): boolean {
	const long = min >= 10_000 && String(min).length === String(max).length;
	return distinct === count && count >= 5 && (long || max - min < 1.5 * count);
}

function areYears({ distinct, count, min, max }: NumberFacts): boolean {
	return min >= 1950 && max <= 2040 && distinct <= count / 3;
}

/** Few small whole numbers may be groups: of age, of hours, of months. */
function codesRather(facts: NumberFacts, shared: Pick<Content, 'as'>): Content {
	const range = said.range(facts.min, facts.max);
	const small = facts.min >= 1 && facts.max <= 9;
	return small
		? { ...shared, odds: -3, reason: said.perhapsGroups(range) }
		: { ...shared, odds: 0.2, reason: range };
}

function weightContent(facts: NumberFacts, naming: Naming): Omit<Content, 'as' | 'map' | 'facts'> {
	const reason = said.range(facts.min, facts.max);
	if (facts.min < 0 || facts.share < 0.95) return { odds: -5, veto: true, reason };
	const sampling = naming.all.some((word) =>
		/^(?:survey|sampl|final|person|household|hh|expansion|design|factor|calibrat|population)/.test(
			word
		)
	);
	const body = facts.min >= 25 && facts.max <= 180 && facts.mean > 40 && facts.mean < 100;
	if (body && !sampling) return { odds: -2.5, reason: said.perhapsKilograms(reason) };
	if (facts.distinct < 2) return { odds: -0.5, reason: said.constant };
	return { odds: facts.min > 0 ? 1.5 : 0.6, reason };
}

function mapOf(facts: NumberFacts): NonNullable<Content['map']> {
	return {
		values: plainRecord<string | null>([
			...[...facts.missing.keys()].map((value) => [value, null] as const),
			...facts.dressed
		]),
		unmatched: facts.strange,
		fit: facts.share,
		codes: 0,
		bare: 0,
		own: 0
	};
}
