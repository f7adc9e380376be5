import { spread } from './spread.ts';

/** Columns that vary among the rows of a respondent. */
export type Varying = Readonly<Record<string, ArrayLike<number>>>;

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
