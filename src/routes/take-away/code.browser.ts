import { resolve } from '$app/paths';
import { compilePlan } from '#lib/answers/compile-plan.ts';
import { isPlan, planQuestion } from '#lib/answers/plan.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { isOwnId, ownTableName } from '#lib/contracts/own-survey.ts';
import { rScript } from '#lib/exports/r-script.ts';
import { runnableSql } from '#lib/exports/runnable-sql.ts';
import { takeAway as words } from '#lib/vocabulary/messages/take-away.ts';
import { formatQuestion, parseQuestion, type Question } from '#lib/vocabulary/question.ts';
import { readPublished } from './taken.browser.ts';

interface Code {
	/** What DuckDB runs. */
	readonly sql: string;
	/** A script that stands alone; none for a survey of this device, whose records are published nowhere. */
	readonly r?: string;
}

/**
 * What gives a figure elsewhere, from its Questions.
 * @param own the catalogue of a survey of this device, where it rests on one
 * @throws Error when the publication does not arrive
 */
export async function codeOf({ id, computed }: FigureModel, own?: Catalogue): Promise<Code> {
	const { questions } = computed;
	const published = await readPublished();
	// Without the slash at its end: paths of files follow it.
	const address = new URL(resolve('/'), location.href).href.replace(/\/$/, '');
	const figure = new URL(`#${id}`, location.href).href;
	const asked = questions.map((text) => parseQuestion(text));
	const isOwn = asked.some(({ source }) => isOwnId(source));
	return {
		sql: asked.map((question) => sqlOf(question, own ?? published.catalogue)).join('\n\n'),
		...(isOwn ? {} : { r: rScript(asked, { ...published, address, figure }) })
	};
}

/** The statements that DuckDB runs for a Question, after the Question as a comment. */
function sqlOf(question: Question, catalogue: Catalogue): string {
	const text = formatQuestion(question);
	const plan = planQuestion(ofSite(question), catalogue);
	if (!isPlan(plan)) return `-- ${text}\n-- ${plan.code}`;
	const { table } = plan.design;
	const isOwn = isOwnId(question.source);
	const design = { ...plan.design, table: isOwn ? ownTableName(table) : table };
	const { cells, frame } = compilePlan({ ...plan, design });
	return [`-- ${text}`, runnableSql(cells), `-- ${words.frame}`, runnableSql(frame)].join('\n');
}

/** A Question to a survey of this device is planned like one to the site's; its codes may be its own. */
function ofSite(question: Question): Question {
	const { source } = question;
	return isOwnId(source)
		? { ...question, source: source.slice(0, source.lastIndexOf('-')) }
		: question;
}
