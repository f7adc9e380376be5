import type { Catalogue, Thresholds } from '#lib/contracts/catalogue.ts';
import type { Cells } from '#lib/survey/cells.ts';
import type { Answer, Provenance } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { differencesOf, type Question } from '#lib/vocabulary/question.ts';
import type { AnswerBook } from './answer-book.ts';
import { needsEngine } from './answer-book.ts';
import { estimatesOf } from './estimates.ts';
import { groupCells } from './group-cells.ts';
import { isPlan, keptForLater, planQuestion, type Plan } from './plan.ts';
import { cellsOfShard } from './shard.ts';
import type { Asked } from './asked.ts';

/** Makes the cells of a plan with DuckDB; the result is restricted to the plan already. */
export type CellMaker = (plan: Plan) => Promise<Cells>;

export interface AskContext {
	readonly catalogue: Catalogue;
	readonly book: AnswerBook;
	/** Present once DuckDB runs on this device. */
	readonly engine?: CellMaker;
	/** Which of the two answers when both can. */
	readonly prefer?: 'book' | 'engine';
	/** The survey of this device that the book is of; without it the book is the site's. */
	readonly own?: OwnAnswers;
	/** What is done to an Answer that leaves the device: figures of too few are withheld. */
	readonly withhold?: (answer: Answer) => Promise<Answer>;
}

/** How a survey of this device answers. */
export interface OwnAnswers {
	readonly id: string;
	/** What stands in the way where its book does not hold a plan: no DuckDB could help. */
	absent(plan: Plan): Problem;
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
	const answer = await answerFrom(planned, context.catalogue);
	return context.withhold ? context.withhold(answer) : answer;
}

/** The cells that answer a Question, from the published tables or from DuckDB. */
export async function gather(
	question: Question,
	context: AskContext
): Promise<PlannedCells | Problem> {
	const { book, catalogue, engine, prefer = 'book', own } = context;
	const plan = planQuestion(question, catalogue);
	if (!isPlan(plan)) return plan;
	const entry = prefer === 'engine' && engine ? undefined : book.find(plan);
	if (entry) {
		const shard = await book.open(entry);
		const cells = groupCells(cellsOfShard(shard, plan.indicator.id), plan);
		const where = withoutSlice(plan.question.where, cells.dimensions);
		return { plan, cells, where, madeBy: own ? 'a file of this device' : 'published tables' };
	}
	if (engine) {
		return { plan, cells: await engine(plan), where: keptForLater(plan), madeBy: 'DuckDB' };
	}
	return own ? own.absent(plan) : needsEngine(plan);
}

/** What the shard is restricted to already has no column in it. */
function withoutSlice(where: Question['where'], columns: object): Question['where'] {
	return Object.fromEntries(Object.entries(where).filter(([id]) => id in columns));
}

/** Estimates with grades from cells; the same code at build, in the page and on the command line. */
async function answerFrom(planned: PlannedCells, catalogue: Catalogue): Promise<Answer> {
	const { plan, madeBy } = planned;
	const { question, indicator, design } = plan;
	const asked = askedOf(planned, catalogue.thresholds);
	const survey = catalogue.surveys.find(({ id }) => id === question.source);
	return {
		question,
		estimates: await estimatesOf(asked, catalogue.thresholds),
		provenance: {
			estimator: estimatorOf(question) ?? indicator.kind,
			interval: intervalOf(plan),
			level: asked.options.level,
			madeBy,
			versions: { edition: catalogue.site.edition },
			synthetic: survey?.synthetic ?? false,
			...(design.complete ? { complete: true } : {})
		}
	};
}

/** The cells of a plan with the settings that hold for it. */
export function askedOf({ plan, cells, where }: PlannedCells, thresholds: Thresholds): Asked {
	const { level = thresholds.level, lonely = 'fail' } = plan.question;
	return { plan, cells, where, options: { level, lonely, strata: cells.strata } };
}

function estimatorOf(question: Question): Provenance['estimator'] | undefined {
	if (question.decompose) return 'decomposition';
	const { length } = differencesOf(question);
	return length === 0 ? undefined : length === 1 ? 'difference' : 'interaction';
}

function intervalOf({ question, indicator, design }: Plan): Provenance['interval'] {
	const { kind, interval } = indicator;
	if (design.complete) return 'none';
	if (kind === 'quantile') return 'woodruff';
	if (estimatorOf(question)) return 't';
	if (kind.startsWith('curve')) return 'log-log';
	return question.interval ?? (interval === 'own' ? 't' : interval);
}
