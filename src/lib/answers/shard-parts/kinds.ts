/** The kinds of rows: those that are the same in all columns share a number. */
export interface Kinds {
	/** For each number a row that has it. */
	readonly first: readonly number[];
	/** Row → number. */
	readonly numbers: Uint32Array;
}

/**
 * Numbers the rows by what stands in all columns, in the order of their values, the first column first: columns of
 * one value a number are then long runs.
 * @param most kinds that are of use
 * @returns undefined where there are more
 */
export function numberKinds(
	columns: readonly ArrayLike<unknown>[],
	rows: number,
	most: number
): Kinds | undefined {
	const seen = new Map<string, number>();
	const found: number[] = [];
	const place = new Uint32Array(rows);
	for (let row = 0; row < rows; row++) {
		const text = columns.map((column) => `${column[row]}`).join(';');
		const known = seen.get(text) ?? found.push(row) - 1;
		if (found.length > most) return undefined;
		seen.set(text, known);
		place[row] = known;
	}
	const first = found.toSorted((a, b) => {
		const apart = columns.find((column) => column[a] !== column[b]);
		return apart ? Number(apart[a]) - Number(apart[b]) : 0;
	});
	const numberOf = new Map(first.map((row, number) => [place[row] ?? 0, number]));
	return { first, numbers: place.map((at) => numberOf.get(at) ?? 0) };
}

/** Bytes that numbers without any pattern take at least: their entropy (Shannon, 1948). */
export function entropy(numbers: ArrayLike<number>): number {
	const counts = new Map<number, number>();
	for (let i = 0; i < numbers.length; i++) {
		const number = numbers[i] ?? 0;
		counts.set(number, (counts.get(number) ?? 0) + 1);
	}
	let bits = 0;
	for (const count of counts.values()) bits -= count * Math.log2(count / numbers.length);
	return bits / 8;
}

/** One value a key, if all rows of a key agree and keys repeat; undefined otherwise. */
export function valuesByKey(values: ArrayLike<number>, keys: Uint32Array): number[] | undefined {
	const found: number[] = [];
	for (let row = 0; row < values.length; row++) {
		const key = keys[row] ?? 0;
		const value = values[row] ?? 0;
		if (found[key] === undefined) found[key] = value;
		else if (found[key] !== value) return undefined;
	}
	return found.length < values.length ? found : undefined;
}
