/** Columns with one number a row, by name. */
export type RowColumns = Readonly<Record<string, ArrayLike<number>>>;

/**
 * A profile as what was answered and who answered: "of those who fall short, the women" follows from the answer and
 * the gender, which the shard holds once a respondent.
 */
export interface ProfileParts {
	/** The columns that say who answered, with one more than their highest number. */
	readonly who: readonly { readonly name: string; readonly size: number }[];
	/** Row → answer. */
	readonly answer: ArrayLike<number>;
	/** Answer → its lowest profile. */
	readonly lowest: ArrayLike<number>;
	/** Answer × who, the last column of {@link who} first: 1 + profile − lowest, or 0 where nobody answered so. */
	readonly above: ArrayLike<number>;
}

/** Who answered, as one number a row. */
export function whoIn(columns: RowColumns, rows: number, sizes: readonly number[]) {
	const numbers = new Uint32Array(rows);
	Object.values(columns).forEach((column, i) => {
		const size = sizes[i] ?? 1;
		for (let row = 0; row < rows; row++) {
			numbers[row] = (numbers[row] ?? 0) * size + (column[row] ?? 0);
		}
	});
	return { numbers, size: sizes.reduce((all, size) => all * size, 1) };
}

/** The profile of each row. @param columns those that {@link ProfileParts.who} names */
export function joinParts(
	{ who, answer, lowest, above }: ProfileParts,
	columns: RowColumns
): Uint32Array {
	const named = Object.fromEntries(who.map(({ name }) => [name, columns[name] ?? []]));
	const sizes = who.map(({ size }) => size);
	const { numbers, size } = whoIn(named, answer.length, sizes);
	return numbers.map((one, row) => {
		const number = answer[row] ?? 0;
		return (lowest[number] ?? 0) + (above[number * size + one] ?? 0) - 1;
	});
}
