import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { keyText, withheld, withheldKeys, type LeastToLeave } from '#lib/disclosure/withhold.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { differencesOf, type Question } from '#lib/vocabulary/question.ts';
import { ask, type AskContext } from './ask.ts';

/**
 * The context as it answers for what leaves the device: figures of too few are withheld, with as many others as it
 * takes that a total does not tell them. A difference is withheld with the groups that it is made of.
 */
export function forLeaving(context: AskContext): AskContext {
	const { thresholds } = context.catalogue;
	return {
		...context,
		withhold: async (answer) => {
			const out = await withheldOf(answer, context, thresholds);
			return {
				...answer,
				estimates: answer.estimates.map((one) => (out(one) ? withheld(one) : one))
			};
		}
	};
}

async function withheldOf(
	answer: Answer,
	context: AskContext,
	thresholds: Thresholds
): Promise<(estimate: Estimate) => boolean> {
	const { question, estimates } = answer;
	const least = leastOf(question, thresholds);
	if (!least) return () => false;
	const differences = differencesOf(question);
	if (differences.length === 0) {
		const keys = withheldKeys(estimates, least);
		return ({ key }) => keys.has(keyText(key));
	}
	const groups = await ask(groupsOf(question), context);
	const keys = withheldKeys(groups.estimates, least);
	const compared = groups.estimates.filter(({ key }) =>
		differences.every(({ minus }, i) => minus.includes(key[question.by.length + i] ?? ''))
	);
	return ({ key, quality }) =>
		// What a grade calls unreliable rests on a group of too few, or is too small itself.
		quality === 'unreliable' ||
		compared.some(
			(one) => key.every((code, i) => one.key[i] === code) && keys.has(keyText(one.key))
		);
}

/** The groups that a difference is made of. */
function groupsOf({ source, indicator, by, where, ...question }: Question): Question {
	const dimensions = differencesOf({ source, indicator, by, where, ...question });
	const { quantile, interval, lonely, level } = question;
	return {
		...{ source, indicator, where },
		by: [...by, ...dimensions.map(({ dimension }) => dimension)],
		...(quantile === undefined ? {} : { quantile }),
		...(interval === undefined ? {} : { interval }),
		...(lonely === undefined ? {} : { lonely }),
		...(level === undefined ? {} : { level })
	};
}

/** Undefined where nobody's answer stands behind a figure. */
function leastOf(question: Question, thresholds: Thresholds): LeastToLeave | undefined {
	const table = indicators[question.indicator]?.table;
	return table === undefined || table === 'frame' ? undefined : leastOfTable(table, thresholds);
}

/** From how many on figures of a table of the contract may leave; of any other table its rows are people. */
export function leastOfTable(table: string, { withheldBelow }: Thresholds): LeastToLeave {
	const { persons, establishments, heads } = withheldBelow;
	switch (table) {
		case 'audit_establishment':
			return { n: establishments };
		case 'audit_skill':
			return { n: persons, clusters: establishments };
		case 'enrolment':
			return { n: heads };
		default:
			return { n: persons };
	}
}
