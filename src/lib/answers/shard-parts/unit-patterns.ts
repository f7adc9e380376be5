import { spread } from './kinds.ts';

/** Columns that vary among the rows of a respondent. */
type Varying = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The rows of respondents as patterns: who was rated on the same skills in the same order shares one. A workforce has
 * a few dozen of them, where a number a row would cost bytes for each rating.
 */
export interface UnitPatterns {
	/** Respondent → pattern. */
	readonly pattern: ArrayLike<number>;
	/** Pattern → how many rows it has. */
	readonly lengths: ArrayLike<number>;
	/** By column: the values of the first pattern, then those of the next one. */
	readonly values: Varying;
}

/** Undefined where respondents are not numbered from 0 in the order of their rows, or hardly share a pattern. */
export function findPatterns(unit: Uint32Array, varying: Varying): UnitPatterns | undefined {
	const starts = startsOf(unit);
	if (!starts) return undefined;
	const names = Object.keys(varying);
	const rowsOf = (one: number) => {
		const from = starts[one] ?? 0;
		const to = starts[one + 1] ?? unit.length;
		return Array.from({ length: to - from }, (_, i) => from + i);
	};
	const texts = starts.map((_, one) =>
		rowsOf(one)
			.map((row) => names.map((name) => varying[name]?.[row]).join())
			.join(';')
	);
	const numberOf = new Map([...new Set(texts)].map((text, number) => [text, number]));
	const pattern = texts.map((text) => numberOf.get(text) ?? 0);
	if (numberOf.size > starts.length / 4) return undefined;
	const members = [...numberOf.values()].map((number) => rowsOf(pattern.indexOf(number)));
	const values = names.map((name) => {
		const column = varying[name] ?? [];
		return [name, members.flatMap((rows) => rows.map((row) => column[row] ?? 0))] as const;
	});
	return {
		...{ pattern, values: Object.fromEntries(values) },
		lengths: members.map(({ length }) => length)
	};
}

/** The first row of each respondent; undefined where their numbers say something else than that order. */
function startsOf(unit: Uint32Array): number[] | undefined {
	const starts: number[] = [];
	for (let row = 0; row < unit.length; row++) {
		if (unit[row] === starts.length) starts.push(row);
		else if (unit[row] !== starts.length - 1) return undefined;
	}
	return starts;
}

/** The respondent of each row, and the columns as they were. */
export function expandPatterns({ pattern, lengths, values }: UnitPatterns): {
	readonly unit: Uint32Array;
	readonly varying: Varying;
} {
	const starts: number[] = [];
	let next = 0;
	for (let i = 0; i < lengths.length; i++) {
		starts.push(next);
		next += lengths[i] ?? 0;
	}
	let rows = 0;
	for (let one = 0; one < pattern.length; one++) rows += lengths[pattern[one] ?? 0] ?? 0;
	const unit = new Uint32Array(rows);
	const at = new Uint32Array(rows);
	let row = 0;
	for (let one = 0; one < pattern.length; one++) {
		const from = starts[pattern[one] ?? 0] ?? 0;
		const own = lengths[pattern[one] ?? 0] ?? 0;
		for (let i = 0; i < own; i++, row++) {
			unit[row] = one;
			at[row] = from + i;
		}
	}
	const varying = Object.entries(values).map(
		([name, column]) => [name, spread(at, column)] as const
	);
	return { unit, varying: Object.fromEntries(varying) };
}
