import { ask, gather, type AskContext, type PlannedCells } from '#lib/answers/ask.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { compareToWider, standing, type Comparison, type Standing } from '#lib/answers/standing.ts';
import type { Computed } from '#lib/charts/figure-parts.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import type { Absence } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { story as words } from '#lib/vocabulary/messages/story.ts';
import { formatCount, type Figure } from '#lib/vocabulary/numbers.ts';
import { formatQuestion, type Question } from '#lib/vocabulary/question.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { whom } from './labels.ts';

/**
 * What the pages tell their stories with: Questions answered, and every answer kept, so that DuckDB can be
 * asked the same and the two compared.
 */
export class Teller {
	readonly asked: Answer[];
	readonly #context: AskContext;

	/** @param asked takes every Answer */
	constructor(context: AskContext, asked: Answer[] = []) {
		this.#context = context;
		this.asked = asked;
	}

	/** The same with nothing withheld, for what is decided and not shown. */
	get whole(): Teller {
		const { withhold, ...context } = this.#context;
		return withhold ? new Teller(context, this.asked) : this;
	}

	get catalogue(): Catalogue {
		return this.#context.catalogue;
	}

	/** Who answers: what was worked out with it may serve the next Teller of the same. */
	get context(): AskContext {
		return this.#context;
	}

	/** Whether a survey of this device answers, and the site's surveys must not stand beside it. */
	get own(): boolean {
		return this.#context.own !== undefined;
	}

	async ask(question: Question): Promise<Answer> {
		const answer = await ask(question, this.#context);
		this.asked.push(answer);
		return answer;
	}

	/** The cells behind an Answer. */
	gather(question: Question): Promise<PlannedCells | Problem> {
		return gather(question, this.#context);
	}

	standing(question: Question, only?: readonly string[]): Promise<Standing> {
		return standing(question, this.#context, only);
	}

	compareToAll(question: Question, all: Question['where']): Promise<Comparison> {
		return compareToWider(question, all, this.#context);
	}

	/** A Question to an own survey names it, so that it is not taken for one to the site's. */
	#named(question: Question): Question {
		const { own } = this.#context;
		return own ? { ...question, source: own.id } : question;
	}

	/** The Questions of a figure and the method in words. R and SQL are made from the Questions when asked for. */
	computed(answers: readonly Answer[]): Computed {
		const [first] = answers;
		return {
			questions: answers.map(({ question }) => formatQuestion(this.#named(question))),
			method: first ? words.method(first.provenance) : ''
		};
	}
}

/** The estimate of a key, or a figure that says that nobody was asked. */
export function figureAt(answer: Answer, ...key: readonly string[]): Estimate {
	return (
		answer.estimates.find((one) => one.key.join() === key.join()) ?? {
			...{ key, n: 0, missing: 0, clusters: 0, sumWeights: 0, df: 0 },
			...{ value: null, se: null, low: null, high: null, deff: null },
			quality: 'not-applicable',
			reason: 'empty'
		}
	);
}

/** Only what a chart draws and prints; keeps the page's data small. */
export function drawn({ value, low, high, quality, n, clusters, reason }: Estimate): Figure {
	return { value, low, high, quality, n, clusters, ...(reason ? { reason } : {}) };
}

/** Whether anybody stands behind an estimate, be it withheld. */
export function isAsked({ n, quality }: Estimate): boolean {
	return n > 0 || quality === 'suppressed';
}

/** Why a figure stands empty: what DuckDB could answer, or what the table does not have. */
export function absenceOf(answers: readonly Answer[]): Absence | undefined {
	const found = answers.find(({ problem }) => problem)?.problem;
	if (found) {
		return {
			title: problems.title(found),
			sentence: problems.sentence(found),
			engineHelps: found.code === 'needs-engine'
		};
	}
	const nobody = answers.every(({ estimates }) => !estimates.some(isAsked));
	return nobody
		? { title: words.nobodyTitle, sentence: words.nobody, engineHelps: false }
		: undefined;
}

/** The title of a page that the survey can't tell. @param engine its words where DuckDB could */
export function titleWithout(problem: Problem, engine: string): string {
	return problem.code === 'needs-engine' ? engine : problems.title(problem);
}

/** An estimate that opens a page; where the survey can't give it, the words why. */
export function keyFigure(label: string, answer: Answer): KeyFigure {
	const measure = indicators[answer.question.indicator]?.measure ?? 'index';
	return answer.problem
		? { label, text: '', note: problems.title(answer.problem) }
		: { label, figure: drawn(figureAt(answer)), measure };
}

/** What the page shows in words: whom, how many answered and where; or why that can't be said yet. */
export function shownSentence(
	view: View,
	answer: Answer,
	{ teller, where, people = words.workers }: { teller: Teller; where: string; people?: string }
): string {
	if (answer.problem) return problems.sentence(answer.problem);
	const n = `${formatCount(figureAt(answer).n)} ${people}`;
	return words.showing(whom(view, teller.catalogue, people), n, where);
}

export function definitionOf(indicator: string): string {
	return indicators[indicator]?.definition ?? '';
}
