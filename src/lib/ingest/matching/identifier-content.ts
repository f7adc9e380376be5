import { matchingWords } from '#lib/vocabulary/messages/import-matching.ts';
import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { Content } from './evidence.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';
import { singular, wordsOf } from './words.ts';

const said = matchingWords.cells;

const no = (reason: string): Content => ({ odds: -5, veto: true, reason });

/** Judges whether cells tell rows apart, or the groups that were drawn. */
export function identifierContent(
	profile: ColumnProfile,
	words: ColumnWords,
	tools: Tools
): Content {
	const repeats = profile.filled / Math.max(1, profile.distinct);
	const share = profile.filled / Math.max(1, tools.rows);
	const decimals = profile.numbers > 0.5 * profile.filled && profile.wholeNumbers < profile.numbers;
	if (decimals) return no(said.decimals);
	const shared = { as: 'text' as const };
	if (words.holds === 'stratum') {
		if (repeats < 1.5) return { ...shared, odds: -2, reason: said.hardlyTwice };
		const good = profile.distinct > 1 && profile.distinct <= 400;
		return { ...shared, odds: good ? 1.2 : -1, reason: said.groups(profile.distinct) };
	}
	if (words.holds === 'cluster') {
		const good = profile.distinct > 2 && share > 0.9;
		const once = repeats < 1.15 && tools.rows > 20;
		return {
			...shared,
			odds: once ? -0.8 : good ? 1.2 : -1,
			reason: said.groupsOf(profile.distinct, repeats)
		};
	}
	if (countsMany(profile)) return no(said.countsMany);
	// What a survey tool gives each answer, `_id`, is of the answer, not of a worker or a workplace.
	if (!words.submission && profile.column.heading.startsWith('_')) return no(said.ofTheTool);
	if (profile.maxLength > 120) return no(said.longTexts);
	if (words.holds === 'group') {
		const odds = repeats >= 1.02 ? 1 : 0.4;
		return {
			...shared,
			odds,
			reason: said.groupsOf(profile.distinct, repeats)
		};
	}
	if (words.once && repeats > 1.25)
		return { ...shared, odds: -2.5, reason: said.groupsOf(profile.distinct, repeats) };
	const odds = repeats < 1.02 ? 2.2 : share > 0.9 && profile.distinct > 2 ? 0.2 : -1.5;
	return {
		...shared,
		odds,
		reason: repeats < 1.02 ? said.onceEach : said.different(profile.distinct)
	};
}

/** Cells under a word for many, `Establishments` or `Number of employees`, count them: numbers, and ranges of numbers. */
function countsMany({ column: { heading }, filled, numbers, distinct }: ColumnProfile): boolean {
	const words = wordsOf(heading);
	const last = words.at(-1) ?? '';
	if (last === 'ids' || singular(last) === last) return false;
	if (/^(?:number|no|num|nr|total|how|count)$/.test(words[0] ?? '')) return true;
	return numbers > 0.9 * filled && (words.length === 1 || distinct < filled);
}
