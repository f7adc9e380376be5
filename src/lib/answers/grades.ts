import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { grade, type Graded, type GradeRules } from '#lib/disclosure/grade.ts';
import type { RawEstimate } from '#lib/survey/inference.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import type { Plan } from './plan.ts';

/** The thresholds of the site as the grades read them. */
export function gradeRules(thresholds: Thresholds): GradeRules {
	return {
		minN: thresholds.minimumRespondents,
		lowN: thresholds.lowRespondents,
		minClusters: thresholds.minimumClusters,
		shareWidth: thresholds.shareIntervalWidth,
		relativeSe: thresholds.relativeStandardError
	};
}

/** The estimate with its grade, by the thresholds of the site. */
export function graded(raw: RawEstimate, plan: Plan, thresholds: Thresholds): Estimate {
	return { ...raw, quality: grade(raw, gradeRules(thresholds), gradedAs(plan)) };
}

/** As what the estimates of a plan are graded. */
export function gradedAs({ indicator, design }: Plan): Graded {
	const { kind, measure, signed } = indicator;
	if (design.complete) return kind === 'total' ? 'head-count' : 'counted-share';
	// A curve starts at 100%, where an error relative to the few who have left says nothing.
	if (kind === 'curve') return 'share-difference';
	if (measure === 'share') return 'share';
	return signed ? 'other-difference' : 'other';
}
