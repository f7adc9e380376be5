import { isSayable } from '#lib/answers/standing.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import type { LevelRange } from '#lib/decisions/lqf.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { credentials as words } from '#lib/vocabulary/messages/credentials.ts';
import { credentialsTable as table } from '#lib/vocabulary/messages/credentials-table.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { formatCount, formatFigure, formatInText, formatRanks } from '#lib/vocabulary/numbers.ts';
import type { Measure } from '#lib/vocabulary/numbers.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Ranked } from './order.ts';

/** What stands beside a row of the list, in further columns. */
export interface RowFacts {
	readonly top: string;
	readonly people: string;
	readonly interval: string;
	/** Who they are, and how far apart groups are: each a short line. */
	readonly who: readonly string[];
}

/** From the lowest to the highest level that the skills of a candidate lead over. */
export function stepOver({ skills }: Pick<Candidate, 'skills'>): { from: number; to: number } {
	return {
		from: Math.min(...skills.map(({ step }) => step.from)),
		to: Math.max(...skills.map(({ step }) => step.to))
	};
}

/** `3–5`, or `6`; a dash where nothing is proposed. */
export function proposedWords(level: LevelRange | undefined): string {
	return level ? formatRanks(level.low, level.high) : table.none;
}

/** The course in short: sector, step, volume, proposed level, risk, what exists already. */
export function courseFacts({ candidate, risk }: Ranked, catalogue: Catalogue): string[] {
	const { sector, hours, credits, level, overlaps } = candidate;
	const { from, to } = stepOver(candidate);
	return [
		sectorInSentence(catalogue, sector),
		words.step(from, to),
		words.volume(formatCount(hours), formatCount(credits)),
		...(level ? [words.proposed(proposedWords(level))] : []),
		...(risk === undefined ? [] : [words.demand(risk)]),
		...(overlaps.length > 0 ? [words.overlap(overlaps.length)] : [])
	];
}

export function rowFacts({ draws, evidence }: Ranked): RowFacts {
	const { reach, women, rural, genderGap, residenceGap } = evidence;
	const printed = formatFigure(reach, 'count');
	const share = (one: Estimate | undefined, word: (share: string) => string) =>
		one && isSayable(one) ? [word(formatFigure(one, 'share').value)] : [];
	const shares = [...share(women, words.women), ...share(rural, words.rural)].join(' · ');
	return {
		top: topWords(draws.inTop),
		people: printed.value,
		interval: printed.interval,
		who: [
			...(shares === '' ? [] : [shares]),
			...gapWords(genderGap, words.gapWomen),
			...gapWords(residenceGap, words.gapRural)
		]
	};
}

/** A gap in points with its interval and a word of care, or that too few answered. */
function gapWords(gap: Estimate | undefined, word: (gap: string) => string): string[] {
	if (!gap) return [];
	return [word(isSayable(gap) ? withCare(gap, 'points') : words.gapFew)];
}

/** For running text, with its word of care. */
export function withCare(one: Estimate, measure: Measure): string {
	return table.care(formatInText(one, measure), qualityWords[one.quality]);
}

/** A share of the draws: whole per cent, since no more digits hold. */
export function topWords(share: number): string {
	return `${Math.round(share * 100)}%`;
}
