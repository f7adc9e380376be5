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
	let kinds: Kinds = { first: rows > 0 ? [0] : [], numbers: new Uint32Array(rows) };
	for (const column of columns) {
		const own = kindsOf(column, rows, most);
		if (!own) return undefined;
		if (own.first.length < 2) continue;
		const both = pairKinds(kinds, own, most);
		if (!both) return undefined;
		kinds = both;
	}
	return kinds;
}

/** Pairs of kinds that are looked up in a table; more of them are in a map, which takes room for what there is only. */
const mostInTable = 1 << 20;

/** Numbers the rows by what they are in both; undefined where that makes more than `most` kinds. */
export function pairKinds(one: Kinds, other: Kinds, most: number): Kinds | undefined {
	const rows = one.numbers.length;
	const width = other.first.length;
	const size = one.first.length * width;
	// Numbers from 1 on, so that 0 stands for none.
	const seen = size <= mostInTable ? new Uint32Array(size) : undefined;
	const seenFar = new Map<number, number>();
	const found: number[] = [];
	const place = new Uint32Array(rows);
	const keyOf = (row: number) => (one.numbers[row] ?? 0) * width + (other.numbers[row] ?? 0);
	for (let row = 0; row < rows; row++) {
		const key = keyOf(row);
		let number = (seen ? seen[key] : seenFar.get(key)) ?? 0;
		if (number === 0) {
			number = found.push(row);
			if (number > most) return undefined;
			if (seen) seen[key] = number;
			else seenFar.set(key, number);
		}
		place[row] = number - 1;
	}
	return inOrder(found, place, (a, b) => keyOf(a) - keyOf(b));
}

function kindsOf(column: ArrayLike<unknown>, rows: number, most: number): Kinds | undefined {
	const seen = new Map<unknown, number>();
	const found: number[] = [];
	const place = new Uint32Array(rows);
	for (let row = 0; row < rows; row++) {
		const value = column[row];
		let at = seen.get(value);
		if (at === undefined) {
			at = found.push(row) - 1;
			if (found.length > most) return undefined;
			seen.set(value, at);
		}
		place[row] = at;
	}
	return inOrder(found, place, (a, b) => Number(column[a]) - Number(column[b]));
}

/** @param found a row of each kind, in the order in which they were met, by which `place` numbers the rows */
function inOrder(
	found: readonly number[],
	place: Uint32Array,
	compare: (a: number, b: number) => number
): Kinds {
	const first = found.toSorted(compare);
	const number = new Uint32Array(found.length);
	first.forEach((row, i) => (number[place[row] ?? 0] = i));
	return { first, numbers: place.map((at) => number[at] ?? 0) };
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
