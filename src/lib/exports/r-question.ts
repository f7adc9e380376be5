import type { Plan } from '#lib/answers/plan.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { dimensionInR, indicatorsInR } from '#lib/indicators/in-r.ts';
import { rScriptWords as words } from '#lib/vocabulary/messages/r-script.ts';
import { differencesOf, formatQuestion } from '#lib/vocabulary/question.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { askInR, keyColumn, measureColumn } from './r-ask.ts';
import type { EstimatorInR } from './r-estimators.ts';
import { rComment, rText, rTexts } from './r-text.ts';

/** What one Question needs of a script: columns of its table, functions, and the lines that ask it. */
export interface QuestionInR {
	/** Expressions over one row, by the name of the column that they make. */
	readonly columns: Readonly<Record<string, string>>;
	readonly estimators: readonly EstimatorInR[];
	readonly lines: readonly string[];
}

/** One Question as lines of R over the table and the design of its plan; `answers` takes what it gives. */
export function questionInR(plan: Plan, name: string): QuestionInR {
	const { indicator, question } = plan;
	const columns = { ...keyColumns(plan), ...measureColumns(plan) };
	const { call, needs } = askInR(plan);
	const by = question.by.map((id) => keyColumn(id));
	const { lonely } = question;
	return {
		columns,
		estimators: ['core', ...needs],
		lines: [
			rComment(titleOf(plan)),
			rComment(indicator.definition),
			rComment(words.of(indicator.universe)),
			`# ${words.question(formatQuestion(question))}`,
			...(lonely ? [`options(survey.lonely.psu = ${rText(lonely)})`] : []),
			`asked <- ${askedRows(plan)}`,
			`answers[[${rText(name)}]] <- ${answerCall(plan, { by: vector(by), call })}`,
			...(lonely ? ['options(survey.lonely.psu = "fail")'] : [])
		]
	};
}

/** "Share below the required level by sector, women minus men". */
export function titleOf({ indicator, question }: Plan): string {
	const label = (id: string): string => dimensions[id]?.label ?? id;
	const by = joinWords(question.by.map(label));
	const pairs = differencesOf(question).map(({ minus: [a, b] }) => words.minus(a, b));
	const kept = Object.entries(question.where).map(([id, codes]) => {
		return words.kept(label(id), joinWords(codes, 'or'));
	});
	const title = by === '' ? indicator.label : words.by(indicator.label, by);
	return [title, ...(pairs.length > 0 ? [joinWords(pairs)] : []), ...kept].join(', ');
}

function keyColumns({ columns, question, indicator }: Plan): Record<string, string> {
	const ids = new Set([...columns, ...Object.keys(question.where)]);
	return Object.fromEntries(
		[...ids].map((id) => [keyColumn(id), dimensionInR(id, indicator.table) ?? 'NA'])
	);
}

/** Numerator and denominator, missing where the indicator does not ask the row. */
function measureColumns({ indicator }: Plan): Record<string, string> {
	const inR = indicatorsInR[indicator.id];
	if (!inR) throw new RangeError(`The indicator ${indicator.id} has no expression in R`);
	const only = (expression: string): string =>
		inR.condition === undefined
			? `as.numeric(${expression})`
			: `ifelse((${inR.condition}) %in% TRUE, as.numeric(${expression}), NA)`;
	return {
		[measureColumn('y', indicator.id)]: only(inR.numerator),
		...(inR.denominator === undefined
			? {}
			: { [measureColumn('x', indicator.id)]: only(inR.denominator) })
	};
}

function askedRows({ design, question }: Plan): string {
	const rows = design.complete ? design.table : `${design.table}_design`;
	const kept = Object.entries(question.where).map(
		([id, codes]) => `${keyColumn(id)} %in% ${rTexts(codes)}`
	);
	return kept.length === 0 ? rows : `subset(${rows}, ${kept.join(' & ')})`;
}

function answerCall(
	{ design }: Plan,
	{ by, call }: { readonly by: string; readonly call: string }
): string {
	return design.complete ? `count_by(asked, ${by}, ${call})` : `answer_by(asked, ${by}, ${call})`;
}

function vector(names: readonly string[]): string {
	return names.length === 0 ? 'character(0)' : rTexts(names);
}
