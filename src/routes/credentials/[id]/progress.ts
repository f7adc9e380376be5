import { briefItems, type BriefItem } from '#lib/decisions/brief-record.ts';
import type { Finding } from '#lib/decisions/brief-finding.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

/** Numbers of items, from 1. */
export interface Progress {
	readonly complete: number;
	/** Wrong or missing: the brief is a draft until they are mended. */
	readonly open: readonly number[];
	/** Missing, and only the provider knows. */
	readonly yours: readonly number[];
	readonly refused: boolean;
}

/** How far a brief is. */
export function progressOf(findings: readonly Finding[]): Progress {
	const numbers = (holds: (finding: Finding) => boolean): number[] => [
		...new Set(findings.filter(holds).map(({ item }) => numberOf(item)))
	];
	const open = numbers(({ severity }) => severity === 'refused' || severity === 'error');
	const yours = numbers(
		({ severity, rule }) => severity === 'warning' && rule.endsWith('-missing')
	).filter((number) => !open.includes(number));
	return {
		...{ complete: briefItems.length - open.length - yours.length, open, yours },
		refused: findings.some(({ severity }) => severity === 'refused')
	};
}

/** An item's number on paper. */
export function numberOf(item: BriefItem): number {
	return briefItems.indexOf(item) + 1;
}

/** "19 of 20 items complete. Item 14 is yours to fill." */
export function progressSentence({ complete, yours }: Progress): string {
	const said = words.progress(complete, briefItems.length);
	return yours.length === 0
		? said
		: `${said} ${words.yours(joinWords(yours.map(String)), yours.length > 1)}`;
}
