import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { gradeDifference, type GradeRules } from '#lib/disclosure/grade.ts';
import { noValue, type RawEstimate } from '#lib/survey/inference.ts';
import {
	combineLinearised,
	inferLinearised,
	noScores,
	type Linearised
} from '#lib/survey/linearised.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { differencesOf } from '#lib/vocabulary/question.ts';
import { graded, gradedAs, gradeRules } from './grades.ts';
import { withInterval } from './intervals.ts';
import type { Plan } from './plan.ts';
import type { Asked } from './asked.ts';
import { directEstimates, linearisedOf } from './statistics.ts';

/** Fetched when one is first asked for. */
let decompositions: typeof import('./decomposition.ts') | undefined;

/** The estimates of a Question with their grades, from its cells. */
export async function estimatesOf(asked: Asked, thresholds: Thresholds): Promise<Estimate[]> {
	const { plan } = asked;
	const rules = gradeRules(thresholds);
	if (plan.question.decompose) {
		decompositions ??= await import('./decomposition.ts');
		return decompositions.decomposition(asked, thresholds);
	}
	if (differencesOf(plan.question).length > 0) return contrasts(asked, rules);
	const raw = await rawEstimates(asked, plan.question.by);
	return raw.map((one) => graded(one, plan, thresholds));
}

/** Estimates of every key, and part within it, by these dimensions. */
async function rawEstimates(asked: Asked, by: readonly string[]): Promise<RawEstimate[]> {
	const linearised = await linearisedOf(asked, by);
	return linearised
		? linearised.map((one) => withInterval(asked, one))
		: directEstimates(asked, by);
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
async function contrasts(asked: Asked, rules: GradeRules): Promise<Estimate[]> {
	const { plan, options } = asked;
	const linearised = await linearisedOf(asked, plan.by);
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
async function directContrasts(asked: Asked, rules: GradeRules): Promise<Estimate[]> {
	const { plan } = asked;
	const estimates = await directEstimates(asked, plan.by);
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
