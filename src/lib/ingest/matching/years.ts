import { matchingWords } from '#lib/vocabulary/messages/import-matching.ts';
import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { Content } from './evidence.ts';
import { plainRecord } from './cell-words.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';

const said = matchingWords.cells;

/** A year, an academic year or a quarter, as a text that begins with or holds the year. */
const year =
	/^(?:ay|fy|year|class of)?\s*((?:19|20)\d{2})(?:\.0+)?(?:\s*[-/–]\s*(?:\d{4}|\d{2}))?$/i;
const quarter = /^((?:19|20)\d{2})\s*[-/ ]?\s*[QqMm]\d{1,2}$|^[Qq]\d\s*[-/ ]?\s*((?:19|20)\d{2})$/;

/** Judges whether cells are years; a date is one where the pattern says in which place it has the year. */
export function yearContent(profile: ColumnProfile, words: ColumnWords, tools: Tools): Content {
	const [low, high] = words.range ?? [1900, 2100];
	let answers = 0;
	let fitting = 0;
	const values: [string, string | null][] = [];
	for (const { value, count } of profile.top) {
		const number = Number(value);
		if (tools.answers.missing(value) !== undefined || tools.answers.numbers.has(number)) {
			values.push([value, null]);
			continue;
		}
		answers += count;
		const found = year.exec(value)?.[1] ?? quarter.exec(value)?.slice(1).find(Boolean);
		if (found !== undefined && Number(found) >= low && Number(found) <= high) fitting += count;
	}
	const share = answers === 0 ? 0 : fitting / answers;
	const map = { values: plainRecord(values), unmatched: [], fit: share, codes: 0, bare: 0, own: 0 };
	if (share > 0.8 && profile.distinct <= 80)
		return {
			odds: 1.4 * share,
			reason: said.years(profile.distinct),
			as: 'text',
			map
		};
	const dated = Object.entries(profile.dates).sort(([, one], [, other]) => other - one)[0];
	if (dated && dated[1] > 0.8 * profile.filled) {
		return { odds: -0.3, reason: said.dates, as: 'date', datePattern: dated[0] };
	}
	const numbers = profile.numbers / profile.filled;
	const round =
		profile.distinct <= 12 && (words.names.includes('round') || words.names.includes('cohort'));
	if (round && numbers < 0.5) return { odds: -0.6, reason: said.fewWords, as: 'text' };
	return { odds: -4, veto: true, reason: said.noYears, as: 'text' };
}
