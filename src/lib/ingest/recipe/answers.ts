import type { Ask, ColumnMatch, Matching, SkillMeasure } from '#lib/ingest/matching/types.ts';
import type { Step } from './recipe.ts';

/** By id of the ask, the value of the option chosen. */
export type Answers = Readonly<Record<string, string>>;

/**
 * What answers come to, as steps after those that were found. Answers to asks that there are not are left out,
 * and so is the kind: it decides about all columns, and matching is told it beforehand.
 */
export function answerSteps(matching: Matching, answers: Answers): Step[] {
	return matching.asks.flatMap((ask) => {
		const answer = Object.hasOwn(answers, ask.id) ? answers[ask.id] : undefined;
		return answer === undefined ? [] : stepsFor(ask, answer, matching);
	});
}

/** The asks that are still open. */
export function openAsks(asks: readonly Ask[], answers: Answers): Ask[] {
	return asks.filter(({ id }) => !Object.hasOwn(answers, id));
}

function stepsFor(ask: Ask, answer: string, matching: Matching): Step[] {
	const { about, contract, column, id } = ask;
	if (about === 'kind') return [];
	if (id === 'wide') return holding(answer as SkillMeasure, matching);
	if (contract !== undefined && (about === 'column' || about === 'design')) {
		return [{ do: 'match', contract, columns: answer === '' ? [] : [answer] }];
	}
	if (contract !== undefined && about === 'values') return valueSteps(ask, answer, matching);
	if (about === 'date' && column !== undefined) {
		const used = matching.matches.filter(({ columns }) => columns.includes(column));
		return used.map((match) => ({ ...matchStep(match), as: 'date', datePattern: answer }));
	}
	if (about === 'personal' && column !== undefined) {
		return [answer === 'keep' ? { do: 'keep', column } : leaveOut(column)];
	}
	return [];
}

function leaveOut(column: string): Step {
	return { do: 'leave-out', column, why: 'personal' };
}

/** One value where the ask is about one; else every value that no code was found for. */
function valueSteps({ id, contract = '' }: Ask, answer: string, { matches }: Matching): Step[] {
	const code = answer === '' ? null : answer;
	const prefix = `missing:${contract}:`;
	const asked = id.startsWith(prefix)
		? [id.slice(prefix.length)]
		: (matches.find((match) => match.contract === contract)?.unmatched ?? []).map(
				({ value }) => value
			);
	if (asked.length === 0) return [];
	const values = Object.fromEntries(asked.map((value) => [value, code]));
	return [{ do: 'values', contract, values }];
}

function holding(holds: SkillMeasure, { wide }: Matching): Step[] {
	return wide
		? [{ do: 'lengthen', columns: wide.columns.map((column) => ({ ...column, holds })) }]
		: [];
}

function matchStep({
	contract,
	columns,
	as,
	separator
}: ColumnMatch): Extract<Step, { readonly do: 'match' }> {
	return {
		...{ do: 'match', contract, columns },
		...(as === undefined ? {} : { as }),
		...(separator === undefined ? {} : { separator })
	};
}
