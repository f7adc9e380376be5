import type { RawEstimate } from '#lib/survey/inference.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';

/** Thresholds of the grades; data/thresholds.json holds them. */
export interface GradeRules {
	/** Fewer respondents than this: unreliable. */
	readonly minN: number;
	/** Fewer respondents than this: low-n. */
	readonly lowN: number;
	/** Fewer clusters than this: unreliable. */
	readonly minClusters: number;
	/** A share whose interval is wider than this is imprecise. */
	readonly shareWidth: number;
	/** A standard error above this part of the value (of min(p, 1 − p) for shares) is imprecise. */
	readonly relativeSe: number;
}

/**
 * What is graded. Differences have no relative error (around 0 it would call the most precise result
 * imprecise); those of shares are judged by the width of their interval.
 */
export type Graded =
	| 'share'
	| 'other'
	| 'share-difference'
	| 'other-difference'
	/** Of complete counts, which have no error: a number of heads stands as it is, what is made of it needs a base. */
	| 'head-count'
	| 'counted-share';

/** How far a figure may be trusted: the first grade that applies. `suppressed` is disclosure control's to give. */
export function grade(raw: RawEstimate, rules: GradeRules, graded: Graded): Quality {
	if (raw.value === null) return 'not-applicable';
	if (graded === 'head-count') return 'ok';
	if (graded === 'counted-share') {
		return raw.n < rules.minN ? 'unreliable' : raw.n < rules.lowN ? 'low-n' : 'ok';
	}
	// A lonely stratum leaves the error unknown; no variance means that there is none to report.
	const isKnown = raw.se !== null || raw.reason === 'no-variance' || raw.reason === 'not-reached';
	if (raw.df === 0 || !isKnown) return 'unreliable';
	if (raw.n < rules.minN || raw.clusters < rules.minClusters) return 'unreliable';
	if (raw.n < rules.lowN) return 'low-n';
	return isImprecise(raw, rules, graded) ? 'imprecise' : 'ok';
}

/** The grade of a contrast: counts are those of its smallest part, precision is its own. */
export function gradeDifference(
	raw: RawEstimate,
	parts: readonly RawEstimate[],
	{ rules, graded }: { rules: GradeRules; graded: Graded }
): Quality {
	const least = (of: (part: RawEstimate) => number) => Math.min(...[raw, ...parts].map(of));
	const counts = {
		n: least((p) => p.n),
		clusters: least((p) => p.clusters),
		df: least((p) => p.df)
	};
	return grade({ ...raw, ...counts }, rules, graded);
}

function isImprecise(raw: RawEstimate, rules: GradeRules, graded: Graded): boolean {
	const { value, se, low, high, reason } = raw;
	// Where an end of the interval lies beyond the survey, how wide it is stays open.
	if (reason === 'not-reached') return true;
	if (value === null) return false;
	const ofShares = graded === 'share' || graded === 'share-difference';
	if (ofShares && low !== null && high !== null && high - low > rules.shareWidth) return true;
	// A share of 0 or 1 has an interval and no standard error.
	if (se === null) return false;
	if (graded === 'share-difference' || graded === 'other-difference') return false;
	const isProportion = graded === 'share' && value > 0 && value < 1;
	const size = isProportion ? Math.min(value, 1 - value) : Math.abs(value);
	return se > rules.relativeSe * size;
}
