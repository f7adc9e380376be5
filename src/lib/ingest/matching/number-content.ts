import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { Content } from './evidence.ts';
import { plainRecord } from './cell-words.ts';
import type { Naming } from './names.ts';
import { numberFacts, type NumberFacts } from './numbers.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';

interface Expected {
	readonly words: ColumnWords;
	readonly naming: Naming;
}

/** Judges whether cells are ages, counts, amounts or weights. */
export function numberContent(profile: ColumnProfile, expected: Expected, tools: Tools): Content {
	const facts = numberFacts(profile, tools.answers, tools.currency);
	const shared = { as: 'number' as const, facts, map: mapOf(facts) };
	const no = (reason: string): Content => ({ ...shared, odds: -5, veto: true, reason });
	if (facts.count === 0 || facts.share < 0.6) return no('its cells are no numbers');
	const { holds, range: [low, high] = [-Infinity, Infinity], mean } = expected.words;
	const inside = facts.min >= low && facts.max <= high;
	const far = facts.max > high * 1.5 || facts.min < low - Math.max(1, high - low) * 0.2;
	const said = `numbers from ${facts.min} to ${facts.max}`;
	switch (holds) {
		case 'number':
			if (mean && (facts.mean < mean[0] || facts.mean > mean[1]))
				return no(`${said}, ${facts.mean.toPrecision(3)} on average`);
			if (far) return no(said);
			if (facts.distinct <= 9 && facts.max <= 12 && facts.count > 20)
				return codesRather(facts, shared, said);
			return { ...shared, odds: inside ? 2 : 0, reason: said };
		case 'count':
			if (facts.whole < 0.98 || facts.min < 0) return no(`${said}, which count nothing`);
			if (areCodes(facts)) return no(`${said}, each of them once: codes of rows`);
			return { ...shared, odds: inside ? 1.2 : -0.5, reason: said };
		case 'amount':
			if (facts.min < 0) return no(said);
			if (facts.max < low && facts.distinct <= 20) return no('its numbers look like bands');
			return { ...shared, odds: facts.mean >= low && facts.max <= high ? 1.5 : -1, reason: said };
		default:
			return { ...shared, ...weightContent(facts, expected.naming) };
	}
}

/** Long numbers of which none stands twice. */
function areCodes({ distinct, count, min, max }: NumberFacts): boolean {
	return (
		distinct === count && count > 10 && min >= 10_000 && String(min).length === String(max).length
	);
}

/** Few small whole numbers may be groups: of age, of hours, of months. */
function codesRather(facts: NumberFacts, shared: Pick<Content, 'as'>, said: string): Content {
	const small = facts.min >= 1 && facts.max <= 9;
	return small
		? { ...shared, odds: -3, veto: false, reason: `${said}, perhaps groups` }
		: { ...shared, odds: 0.2, reason: said };
}

function weightContent(facts: NumberFacts, naming: Naming): Omit<Content, 'as' | 'map' | 'facts'> {
	const reason = `numbers from ${facts.min} to ${facts.max}`;
	if (facts.min < 0 || facts.share < 0.95) return { odds: -5, veto: true, reason };
	const sampling = naming.all.some((word) =>
		/^(?:survey|sampl|final|person|household|hh|expansion|design|factor|calibrat|population)/.test(
			word
		)
	);
	const body = facts.min >= 25 && facts.max <= 180 && facts.mean > 40 && facts.mean < 100;
	if (body && !sampling) return { odds: -2.5, reason: `${reason}, perhaps kilograms` };
	if (facts.distinct < 2) return { odds: -0.5, reason: 'the same number in all rows' };
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
