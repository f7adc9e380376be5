import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { grade, gradeDifference, type Graded, type GradeRules } from '#lib/disclosure/grade.ts';
import { noValue, type IntervalRule, type RawEstimate } from '#lib/survey/inference.ts';
import {
	combineLinearised,
	inferLinearised,
	noScores,
	type Linearised
} from '#lib/survey/linearised.ts';
import { shareLimits } from '#lib/survey/proportion-interval.ts';
import { survivalInterval } from '#lib/survey/survival-interval.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { differencesOf } from '#lib/vocabulary/question.ts';
import { decomposition } from './decomposition.ts';
import type { Plan } from './plan.ts';
import { directEstimates, linearisedOf, type Asked } from './statistics.ts';

/** The estimates of a Question with their grades, from its cells. */
export function estimatesOf(asked: Asked, thresholds: Thresholds): Estimate[] {
	const { plan } = asked;
	const rules = gradeRules(thresholds);
	if (plan.question.decompose) return decomposition(asked, thresholds);
	if (differencesOf(plan.question).length > 0) return contrasts(asked, rules);
	return rawEstimates(asked, plan.question.by).map((raw) => graded(raw, plan, thresholds));
}

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

function gradedAs({ indicator, design }: Plan): Graded {
	const { kind, measure, signed } = indicator;
	if (design.complete) return kind === 'total' ? 'head-count' : 'counted-share';
	// A curve starts at 100%, where an error relative to the few who have left says nothing.
	if (kind === 'curve') return 'share-difference';
	if (measure === 'share') return 'share';
	return signed ? 'other-difference' : 'other';
}

/** Estimates of every key, and part within it, by these dimensions. */
function rawEstimates(asked: Asked, by: readonly string[]): RawEstimate[] {
	const linearised = linearisedOf(asked, by);
	return linearised
		? linearised.map((one) => withInterval(asked, one))
		: directEstimates(asked, by);
}

/** The interval that the indicator or the Question says. */
export function withInterval({ plan, options }: Asked, one: Linearised): RawEstimate {
	const { indicator, question } = plan;
	const rule: IntervalRule = indicator.interval === 'own' ? 't' : indicator.interval;
	if (indicator.kind.startsWith('curve')) {
		return logLog(inferLinearised(one, { ...options, interval: 't' }), plan, options.level);
	}
	if (question.interval === undefined || question.interval === rule) {
		return inferLinearised(one, { ...options, interval: rule });
	}
	const raw = inferLinearised(one, { ...options, interval: 't' });
	const { value, se, n, df } = raw;
	// A share of 0 or 1 has no standard error, but limits.
	if (value === null || se === null) {
		return inferLinearised(one, { ...options, interval: 'xlogit' });
	}
	const [low, high] = shareLimits({ value, se, n, df }, question.interval, options.level);
	if (Number.isNaN(low) || Number.isNaN(high)) {
		return { ...raw, low: null, high: null, reason: 'no-variance' };
	}
	return { ...raw, low: low + 0, high: high + 0 };
}

/** The interval of a survival curve, on the log(-log) scale; of 1 − S its mirror image. */
function logLog(raw: RawEstimate, { indicator }: Plan, level: number): RawEstimate {
	const { value, se, df } = raw;
	if (value === null || se === null) return raw;
	const mirrored = indicator.kind === 'curve-at';
	const survival = mirrored ? 1 - value : value;
	const limits = survivalInterval({ survival, se, df, level });
	if (!limits) return { ...raw, low: null, high: null, reason: 'no-variance' };
	const { low, high } = limits;
	return mirrored ? { ...raw, low: 1 - high, high: 1 - low } : { ...raw, low, high };
}

/** One summand of a difference: its sign and the codes that it takes of the dimensions that are compared. */
interface Summand {
	readonly coefficient: 1 | -1;
	readonly codes: readonly string[];
}

function summandsOf({ question }: Plan): Summand[] {
	return differencesOf(question).reduce<Summand[]>(
		(all, { minus: [a, b] }) =>
			all.flatMap(({ coefficient, codes }): Summand[] => [
				{ coefficient, codes: [...codes, a] },
				{ coefficient: coefficient === 1 ? -1 : 1, codes: [...codes, b] }
			]),
		[{ coefficient: 1, codes: [] }]
	);
}

const separator = '\u001f';

function idOf(key: readonly string[], part: string | undefined): string {
	return [...key, part ?? ''].join(separator);
}

/** The keys of the Question, and parts within them, that have a row in one of the groups compared. */
function groupsCompared(plan: Plan, ones: readonly { key: readonly string[]; part?: string }[]) {
	const depth = plan.question.by.length;
	const groups = ones.map(({ key, part }) => ({ key: key.slice(0, depth), part }));
	return [...new Map(groups.map((group) => [idOf(group.key, group.part), group])).values()];
}

/** First code minus second, for each key of `by` that has a row in either. */
function contrasts(asked: Asked, rules: GradeRules): Estimate[] {
	const { plan, options } = asked;
	const linearised = linearisedOf(asked, plan.by);
	if (!linearised) return directContrasts(asked, rules);
	const found = new Map(linearised.map((one) => [idOf(one.key, one.part), one]));
	const summands = summandsOf(plan);
	return groupsCompared(plan, linearised).map(({ key, part }) => {
		const terms = summands.map(({ coefficient, codes }) => ({
			coefficient,
			of: found.get(idOf([...key, ...codes], part)) ?? nobody([...key, ...codes], part)
		}));
		const parts = terms.map(({ of }) => withInterval(asked, of));
		const raw = inferLinearised(combineLinearised(terms), { ...options, interval: 't' }, 'design');
		const kind = plan.indicator.measure === 'share' ? 'share-difference' : 'other-difference';
		return { ...raw, key, quality: gradeDifference(raw, parts, { rules, graded: kind }) };
	});
}

/** Differences of what has no variance by cluster: of complete counts exact, of quantiles without an error. */
function directContrasts(asked: Asked, rules: GradeRules): Estimate[] {
	const { plan } = asked;
	const estimates = directEstimates(asked, plan.by);
	const found = new Map(estimates.map((one) => [idOf(one.key, one.part), one]));
	const summands = summandsOf(plan);
	const sum = (of: (index: number) => number) => summands.reduce((all, _, i) => all + of(i), 0);
	return groupsCompared(plan, estimates).map(({ key, part }) => {
		const parts = summands.map(({ codes }) => found.get(idOf([...key, ...codes], part)));
		const counts = {
			...{ key, ...(part === undefined ? {} : { part }) },
			...{ n: sum((i) => parts[i]?.n ?? 0), missing: sum((i) => parts[i]?.missing ?? 0) },
			...{ sumWeights: sum((i) => parts[i]?.sumWeights ?? 0), clusters: 0, df: 0 }
		};
		const absent = parts.find((one) => (one?.value ?? null) === null);
		if (absent || parts.includes(undefined)) {
			return { ...noValue(counts, absent?.reason ?? 'empty'), quality: 'not-applicable' };
		}
		const value = sum((i) => (summands[i]?.coefficient ?? 0) * (parts[i]?.value ?? 0));
		const reason = plan.design.complete ? 'complete-count' : 'needs-replicates';
		const none = { se: null, low: null, high: null, deff: null, reason } as const;
		const raw: RawEstimate = { ...counts, value: value + 0, ...none };
		const known = parts.filter((one) => one !== undefined);
		return { ...raw, quality: gradeDifference(raw, known, { rules, graded: gradedAs(plan) }) };
	});
}

/** A group that has no row. */
function nobody(key: readonly string[], part: string | undefined): Linearised {
	return {
		...{ key, ...(part === undefined ? {} : { part }), n: 0, missing: 0, sumWeights: 0 },
		...{ value: null, reason: 'empty', scores: noScores, simple: 'empty', scale: 0 }
	};
}
