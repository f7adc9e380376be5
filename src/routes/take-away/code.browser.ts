import { resolve } from '$app/paths';
import { compilePlan, isPlan, planQuestion } from '#lib/answers/plan.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { rScript } from '#lib/exports/r-script.ts';
import { runnableSql } from '#lib/exports/runnable-sql.ts';
import { takeAway as words } from '#lib/vocabulary/messages/take-away.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { readPublished } from './taken.browser.ts';

interface Code {
	/** What DuckDB runs. */
	readonly sql: string;
	/** A script that stands alone. */
	readonly r: string;
}

/** What gives a figure elsewhere, from its Questions. @throws Error when the publication does not arrive */
export async function codeOf({ id, computed }: FigureModel): Promise<Code> {
	const { questions } = computed;
	const published = await readPublished();
	// Without the slash at its end: paths of files follow it.
	const address = new URL(resolve('/'), location.href).href.replace(/\/$/, '');
	const figure = new URL(`#${id}`, location.href).href;
	const asked = questions.map((text) => parseQuestion(text));
	return {
		sql: questions.map((text) => sqlOf(text, published.catalogue)).join('\n\n'),
		r: rScript(asked, { ...published, address, figure })
	};
}

/** The statements that DuckDB runs for a Question, after the Question as a comment. */
function sqlOf(question: string, catalogue: Catalogue): string {
	const plan = planQuestion(parseQuestion(question), catalogue);
	if (!isPlan(plan)) return `-- ${question}\n-- ${plan.code}`;
	const { cells, frame } = compilePlan(plan);
	return [`-- ${question}`, runnableSql(cells), `-- ${words.frame}`, runnableSql(frame)].join('\n');
}
