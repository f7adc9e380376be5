import type { BriefItem } from './brief-record.ts';

/**
 * refused: the brief may not be handed on; error: an item is missing or wrong; warning: look again; banner: stands on
 * top of the brief, however complete it is.
 */
export type Severity = 'refused' | 'error' | 'warning' | 'banner';

export interface Finding {
	readonly rule: BriefRule;
	readonly severity: Severity;
	readonly item: BriefItem;
	/** What the sentence about it needs: a word, a number, the position of a row from 1. */
	readonly details: Readonly<Record<string, string | number>>;
}

/** Rules and how much each weighs. */
const severities = {
	...{ 'title-missing': 'error', 'title-word': 'error', 'purpose-missing': 'error' },
	...{ 'evidence-missing': 'error', 'evidence-refused': 'refused', 'evidence-low-n': 'banner' },
	...{
		'evidence-altered': 'refused',
		'evidence-foreign': 'refused',
		'evidence-left-out': 'banner'
	},
	...{ 'evidence-edition': 'banner', 'evidence-unchecked': 'banner' },
	...{ 'evidence-imprecise': 'banner', 'evidence-synthetic': 'banner', 'comparison-open': 'error' },
	...{ 'skills-missing': 'error', 'skill-levels': 'error', 'skill-unnamed': 'error' },
	...{ 'skill-scale': 'error', 'outcomes-missing': 'error', 'hours-a-week': 'warning' },
	...{
		'outcome-incomplete': 'error',
		'outcome-unassessed': 'error',
		'outcome-unconditioned': 'warning',
		'no-hours': 'error'
	},
	...{ 'credits-differ': 'error', 'larger-than-cap': 'warning', 'level-outside': 'error' },
	...{
		'assessment-hours': 'warning',
		'level-beyond': 'warning',
		'level-track': 'error',
		'level-type': 'error'
	},
	...{ 'too-long': 'error', 'too-short': 'error', 'tracer-months': 'error' },
	...{ 'mode-missing': 'error', 'entry-missing': 'error', 'assessment-missing': 'error' },
	...{ 'stacking-missing': 'warning', 'stacking-credits': 'error', 'quality-missing': 'error' },
	...{ 'capacity-missing': 'warning', 'cost-missing': 'warning', 'inclusion-missing': 'error' },
	...{ 'review-outside': 'error', 'review-missing': 'error', 'tracer-missing': 'error' },
	...{ 'risks-missing': 'error', 'exports-missing': 'error' }
} as const satisfies Readonly<Record<string, Severity>>;
export type BriefRule = keyof typeof severities;

export const briefRules = Object.keys(severities) as BriefRule[];

/** What an item breaks: a rule, and what is to be said about it. */
export type Broken = readonly (readonly [rule: BriefRule, details?: Finding['details']])[];

/** A brief can be handed on: nothing is refused or in error. */
export function isReady(findings: readonly Finding[]): boolean {
	return findings.every(({ severity }) => severity === 'warning' || severity === 'banner');
}

/** A rule that an item breaks, with its weight. */
export function findingOf(
	item: BriefItem,
	rule: BriefRule,
	details: Finding['details'] = {}
): Finding {
	return { rule, severity: severities[rule], item, details };
}
