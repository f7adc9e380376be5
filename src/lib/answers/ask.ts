import type { Catalogue, Thresholds } from '#lib/contracts/catalogue.ts';
import { grade, gradeDifference, type GradeRules } from '#lib/disclosure/grade.ts';
import type { Cells } from '#lib/survey/cells.ts';
import { difference } from '#lib/survey/contrast.ts';
import { estimate, type EstimateOptions } from '#lib/survey/estimate.ts';
import type { RawEstimate } from '#lib/survey/inference.ts';
import { emptyTally, tally, type Tally } from '#lib/survey/tally.ts';
import type { Answer, Estimate, Provenance } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { AnswerBook } from './answer-book.ts';
import { needsEngine } from './answer-book.ts';
import { groupCells } from './group-cells.ts';
import { isPlan, planQuestion, type Plan } from './plan.ts';
import { cellsOfShard } from './shard.ts';

/** Makes the cells of a plan with DuckDB; the result is restricted to the plan already. */
export type CellMaker = (plan: Plan) => Promise<Cells>;

export interface AskContext {
	readonly catalogue: Catalogue;
	readonly book: AnswerBook;
	/** Present once DuckDB runs on this device. */
	readonly engine?: CellMaker;
	/** Which of the two answers when both can. */
	readonly prefer?: 'book' | 'engine';
}

/** Cells together with the plan they answer: what estimates, differences and ranks are made from. */
export interface PlannedCells {
	readonly plan: Plan;
	readonly cells: Cells;
	readonly where: Question['where'];
	readonly madeBy: Provenance['madeBy'];
}

/** The Answer to a Question; `problem` says why there is none. Failures of the network or DuckDB throw. */
export async function ask(question: Question, context: AskContext): Promise<Answer> {
	const planned = await gather(question, context);
	if ('code' in planned) return { question, estimates: [], problem: planned };
	return answerFrom(planned, context.catalogue);
}

/** The cells that answer a Question, from the published tables or from DuckDB. */
export async function gather(
	question: Question,
	context: AskContext
): Promise<PlannedCells | Problem> {
	const { book, catalogue, engine, prefer = 'book' } = context;
	const plan = planQuestion(question, catalogue);
	if (!isPlan(plan)) return plan;
	const entry = prefer === 'engine' && engine ? undefined : book.find(plan);
	if (entry) {
		const shard = await book.open(entry);
		const cells = groupCells(cellsOfShard(shard, plan.indicator.id), plan);
		const where = withoutSlice(plan.question.where, cells.dimensions);
		return { plan, cells, where, madeBy: 'published tables' };
	}
	if (engine) return { plan, cells: await engine(plan), where: {}, madeBy: 'DuckDB' };
	return needsEngine(plan);
}

/** What the shard is restricted to already has no column in it. */
function withoutSlice(where: Question['where'], columns: object): Question['where'] {
	return Object.fromEntries(Object.entries(where).filter(([id]) => id in columns));
}

/** Estimates with grades from cells; the same code at build, in the page and on the command line. */
export function answerFrom(planned: PlannedCells, catalogue: Catalogue): Answer {
	const { plan, cells, where, madeBy } = planned;
	const options = estimateOptions(plan, catalogue.thresholds, cells);
	const tallies = tally(cells, plan.by, where);
	const estimates = plan.question.difference
		? differences(plan, tallies, { options, rules: gradeRules(catalogue.thresholds) })
		: tallies.map((one) => graded(estimate(one, options), plan, catalogue.thresholds));
	const survey = catalogue.surveys.find(({ id }) => id === plan.question.source);
	return {
		question: plan.question,
		estimates,
		provenance: {
			estimator: plan.question.difference ? 'difference' : plan.indicator.kind,
			interval: plan.question.difference ? 't' : plan.indicator.interval,
			level: options.level,
			madeBy,
			versions: { edition: catalogue.site.edition },
			synthetic: survey?.synthetic ?? false
		}
	};
}

export function estimateOptions(plan: Plan, thresholds: Thresholds, cells: Cells): EstimateOptions {
	return {
		kind: plan.indicator.kind,
		interval: plan.indicator.interval,
		level: thresholds.level,
		lonely: 'fail',
		strata: cells.strata
	};
}

/** The estimate with its grade, by the thresholds of the site. */
export function graded(raw: RawEstimate, plan: Plan, thresholds: Thresholds): Estimate {
	const kind = isShare(plan) ? 'share' : plan.indicator.signed ? 'other-difference' : 'other';
	return { ...raw, quality: grade(raw, gradeRules(thresholds), kind) };
}

function isShare({ indicator }: Plan): boolean {
	return indicator.measure === 'share';
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

/** First code minus second, for each key of `by` that has a row in either. */
function differences(
	plan: Plan,
	tallies: readonly Tally[],
	{ options, rules }: { options: EstimateOptions; rules: GradeRules }
): Estimate[] {
	const minus = plan.question.difference?.minus ?? [];
	const depth = plan.question.by.length;
	const separator = '\u001f';
	const byKey = new Map(tallies.map((one) => [one.key.join(separator), one]));
	const keys = new Map(
		tallies.map(({ key }) => [key.slice(0, depth).join(separator), key.slice(0, depth)])
	);
	return [...keys.values()].map((key) => {
		const [a, b] = minus.map(
			(code) => byKey.get([...key, code].join(separator)) ?? emptyTally([...key, code])
		);
		if (!a || !b) throw new RangeError('A difference needs two codes');
		const parts = [a, b].map((one) => estimate(one, options));
		const raw = { ...difference(a, b, options), key };
		const kind = isShare(plan) ? 'share-difference' : 'other-difference';
		return { ...raw, quality: gradeDifference(raw, parts, { rules, graded: kind }) };
	});
}
