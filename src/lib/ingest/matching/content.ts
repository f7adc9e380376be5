import { matchingWords } from '#lib/vocabulary/messages/import-matching.ts';
import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { SchemaField } from '#lib/contracts/table-schema.ts';
import { cellWords, plainRecord, wholeCode } from './cell-words.ts';
import { labelsOf } from './labels.ts';
import { mapValues, type ValueMap } from './map-values.ts';
import { identifierContent } from './identifier-content.ts';
import { bareHeading } from './heading.ts';
import type { Naming } from './names.ts';
import { numberFacts } from './numbers.ts';
import type { Content } from './evidence.ts';
import { numberContent } from './number-content.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';
import { yearContent } from './years.ts';

const said = matchingWords.cells;

export interface FieldContext {
	readonly field: SchemaField;
	readonly words: ColumnWords | undefined;
	/** How well the name fits, 0 to 1. */
	readonly name: number;
	readonly naming: Naming;
}

const no = (reason: string): Content => ({ odds: -5, veto: true, reason });

/** Judges the cells of a column as those of a contract column. */
export function contentOf(profile: ColumnProfile, context: FieldContext, tools: Tools): Content {
	const { words, field } = context;
	if (profile.filled === 0) return { odds: -1.5, reason: said.blank };
	if (!words) return { odds: -1, reason: said.unknown(field.name) };
	switch (words.holds) {
		case 'codes':
		case 'flag':
			return codesContent(profile, context, tools);
		case 'scale':
			return scaleContent(profile, context, tools);
		case 'identifier':
		case 'group':
		case 'stratum':
		case 'cluster':
			return identifierContent(profile, words, tools);
		case 'year':
			return yearContent(profile, words, tools);
		case 'text':
			return textContent(profile, context, tools);
		default:
			return numberContent(profile, { words, naming: context.naming }, tools);
	}
}

function codesContent(profile: ColumnProfile, context: FieldContext, tools: Tools): Content {
	const { field, words, name, naming } = context;
	const list = tools.list(field.codeList ?? '');
	if (!list) return { odds: 0, reason: said.noList };
	const map = mapValues(profile, list, {
		answers: tools.answers,
		ours: tools.ours && bareHeading(profile.column.heading) === field.name,
		named: name > 0 && tools.namesClassification(naming, list.id),
		multiple: words?.multiple
	});
	const found = Object.values(map.values).some((code) => code !== null);
	if (!found && map.unmatched.length === 0)
		return { odds: -1, reason: said.noAnswers, as: 'codes', map };
	if (words?.open && map.fit < 0.5 && ownLabels(profile))
		return openText(profile, { map, telling: [] }, tools);
	if (map.bare > 0.5 && map.fit < 0.5) {
		const most = list.size <= 2 ? 4 : 2 * list.size + 4;
		return bareCodes(profile, map, { most, open: words?.open === true });
	}
	if (map.fit < 0.5 && words?.open)
		return openText(profile, { map, telling: words.cells ?? [] }, tools);
	const tells =
		list.plain || (list.size <= 2 && list.id !== 'sex')
			? 0.1
			: Math.min(0.9, 0.3 + 0.2 * map.codes);
	const odds = map.fit >= 0.5 ? (1 + 3 * tells) * (2 * map.fit - 1) : map.fit >= 0.25 ? -0.5 : -2.5;
	const inOwnWords = profile.distinct > 8 && profile.numbers < 0.5 * profile.filled;
	if (words?.free && map.fit < 0.5 && inOwnWords)
		return { odds: 0.2, reason: said.ownNames, as: 'codes', map };
	// Kinds of employees are no labour force status: several answers would be different codes of it.
	if (list.size > 2 && map.codes === 1 && Object.keys(map.values).length > 2)
		return { odds: -2.5, reason: said.oneCode, as: 'codes', map };
	const closed = list.size <= 12 && list.id !== 'district_group' && list.id !== 'field';
	return {
		odds,
		veto: map.fit < 0.2 && closed,
		reason: said.fitCodes(percent(map.fit), field.title),
		as: 'codes',
		map
	};
}

/** Numbers without labels can't be read; they only may not be more than the list can have. */
function bareCodes(
	profile: ColumnProfile,
	map: ValueMap,
	{ most, open }: { most: number; open: boolean }
): Content {
	const different = map.unmatched.length;
	const shared = { as: 'codes' as const, map };
	if (!open && (different > most || profile.numbers > profile.wholeNumbers)) {
		return { ...shared, ...no(said.noCodes) };
	}
	// Amounts rather than codes of anything.
	if (open && profile.filled > 8 && profile.distinct > 0.9 * profile.filled)
		return { ...shared, ...no(said.noCodes) };
	if (different < 2) return { ...shared, odds: -1.5, reason: said.oneCode };
	return { ...shared, odds: open ? 0.3 : -0.4, reason: said.bareCodes };
}

/** Names of institutions and the like that the list does not know stay as they are. */
function openText(
	profile: ColumnProfile,
	{ map, telling }: { readonly map: ValueMap; readonly telling: readonly string[] },
	tools: Tools
): Content {
	const labels = ownLabels(profile);
	if (labels)
		return {
			odds: 0.8,
			reason: said.ownLabels,
			as: 'codes',
			map: { ...map, values: labels, unmatched: [] }
		};
	const facts = numberFacts(profile, tools.answers, tools.currency);
	if (facts.share > 0.5) return no(said.numbers);
	const words = profile.distinct > 1 ? 0.9 : 0;
	return {
		odds: sayWhatTheyAre(profile, telling) ? 2.4 : words,
		reason: said.ownNames,
		as: 'text',
		map: { ...map, values: {}, unmatched: [] }
	};
}

/** Most cells hold a word that says what they name: `Thaba Polytechnic`. */
function sayWhatTheyAre({ top }: ColumnProfile, telling: readonly string[]): boolean {
	const said = top.filter(({ value }) => cellWords(value).some((word) => telling.includes(word)));
	return telling.length > 0 && said.length > top.length * 0.6;
}

/** The labels that the file has for its codes take their place; undefined where it has none. */
function ownLabels(profile: ColumnProfile): Record<string, string> | undefined {
	const labels = labelsOf(profile);
	const pairs = profile.top.flatMap(({ value }) => {
		const label = labels.get(wholeCode(value));
		return label === undefined ? [] : [[value, label] as const];
	});
	return pairs.length > profile.top.length / 2 ? plainRecord(pairs) : undefined;
}

function scaleContent(profile: ColumnProfile, { field }: FieldContext, tools: Tools): Content {
	const map = tools.scales.map(profile, field.name);
	const doubted = map.doubt === 'more points' ? -0.6 : 0.3;
	const odds = map.doubt ? doubted : map.fit < 0.5 ? -3 : 1.6 * (2 * map.fit - 1);
	return {
		odds,
		veto: map.fit < 0.3,
		reason: said.fitScale(percent(map.fit)),
		as: 'scale',
		map
	};
}

function textContent(
	profile: ColumnProfile,
	{ field, words }: FieldContext,
	tools: Tools
): Content {
	const facts = numberFacts(profile, tools.answers, tools.currency);
	const list = tools.list(field.codeList ?? '');
	const map =
		list && mapValues(profile, list, { answers: tools.answers, ours: false, named: false });
	if (map && map.fit >= 0.5)
		return {
			odds: 1 + 3.3 * map.fit,
			reason: said.inList(percent(map.fit)),
			as: 'codes',
			map: words?.open ? { ...map, unmatched: [] } : map
		};
	if (facts.share > 0.5) return { odds: -2, reason: said.numbers, as: 'text' };
	const repeats = profile.filled / Math.max(1, profile.distinct);
	return {
		odds: repeats > 1.5 ? 0.6 : -1,
		reason: said.texts,
		as: 'text',
		...(map ? { map: { ...map, unmatched: [] } } : {})
	};
}

function percent(share: number): string {
	return `${Math.round(100 * share)}%`;
}
