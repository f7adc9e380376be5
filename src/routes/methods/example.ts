import { compilePlan } from '#lib/answers/compile-plan.ts';
import { isPlan, planQuestion } from '#lib/answers/plan.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { methods as words } from '#lib/vocabulary/messages/methods.ts';
import { formatQuestion } from '#lib/vocabulary/question.ts';

/** A Question in the forms in which someone else can ask it again. */
export interface Example {
	readonly question: string;
	readonly command: string;
	readonly sql: string;
	readonly parameters: string;
	readonly frameSql: string;
}

/** @throws Error when the site's default sector and wave make no Question */
export function exampleOf(catalogue: Catalogue): Example {
	const { source, sector, wave } = catalogue.site.default;
	const where = { sector: [sector], wave: [wave] };
	const asked = { source, indicator: 'incidence', by: ['sex'], where };
	const plan = planQuestion(asked, catalogue);
	if (!isPlan(plan)) throw new Error(`The example is not a question: ${plan.code}`);
	const { cells, frame } = compilePlan(plan);
	const question = formatQuestion(asked);
	return {
		question,
		command: `npm run -s ask -- '${question}'`,
		sql: cells.sql,
		parameters: words.parameters(cells.parameters.join(', ')),
		frameSql: frame.sql
	};
}
