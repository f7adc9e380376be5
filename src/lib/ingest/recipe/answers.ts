import type { Ask, ColumnMatch, Matching, SkillMeasure } from '#lib/ingest/matching/types.ts';
import { matchSteps } from './recipe-from.ts';
import type { Step } from './recipe.ts';

/** By id of the ask, the value of the option chosen. */
export type Answers = Readonly<Record<string, string>>;

/**
 * What answers come to, as steps after those that were found. Answers to asks that there are not are left out,
 * and so is the kind: it decides about all columns, and matching is told it beforehand.
 */
export function answerSteps(asks: readonly Ask[], answers: Answers, given: AnswerContext): Step[] {
	return asks.flatMap((ask) => {
		const answer = Object.hasOwn(answers, ask.id) ? answers[ask.id] : undefined;
		return answer === undefined ? [] : stepsFor(ask, answer, given);
	});
}

export interface AnswerContext {
	readonly matching: Matching;
	/** How a column is read that is said to be this contract column; undefined where it is none of the table. */
	readonly matchOne: (contract: string, column: string) => ColumnMatch | undefined;
	/** What a text would mean there; undefined where no code is known for it. */
	readonly codeOf: (contract: string, column: string, text: string) => string | null | undefined;
}

/** The asks that are still open. */
export function openAsks(asks: readonly Ask[], answers: Answers): Ask[] {
	return asks.filter(({ id }) => !Object.hasOwn(answers, id));
}

function stepsFor(ask: Ask, answer: string, given: AnswerContext): Step[] {
	const { matching, matchOne } = given;
	const { about, contract, column, id } = ask;
	const damage = `damage:${column}:`;
	if (about === 'kind') return [];
	if (id === 'wide') return holding(answer as SkillMeasure, matching);
	if (contract !== undefined && (about === 'column' || about === 'design')) {
		const match = answer === '' ? undefined : matchOne(contract, answer);
		return match ? matchSteps(match) : [{ do: 'match', contract, columns: [] }];
	}
	if (contract !== undefined && about === 'values') return valueSteps(ask, answer, matching);
	if (about === 'date' && column !== undefined) {
		const used = matching.matches.filter(({ columns }) => columns.includes(column));
		return used.flatMap((match) => matchSteps({ ...match, as: 'date', datePattern: answer }));
	}
	if (column !== undefined && id.startsWith(damage)) {
		return mended({ column, value: id.slice(damage.length) }, answer, given);
	}
	if (about === 'personal' && column !== undefined) {
		return [answer === 'keep' ? { do: 'keep', column } : leaveOut(column)];
	}
	return [];
}

/** A cell that a spreadsheet turned into a date gets the code of what it was. */
function mended(
	{ column, value }: { readonly column: string; readonly value: string },
	answer: string,
	{ matching, codeOf }: AnswerContext
): Step[] {
	const used = matching.matches.filter(({ columns }) => columns.includes(column));
	return used.flatMap(({ contract }) => {
		const code = codeOf(contract, column, answer);
		return code === undefined ? [] : [{ do: 'values', contract, values: { [value]: code } }];
	});
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
