export interface Item {
	readonly credits: number;
	readonly value: number;
}

export interface Packed {
	/** Positions of the items taken, ascending. */
	readonly taken: readonly number[];
	readonly credits: number;
	readonly value: number;
}

/** A choice among the items so far that no other beats in both credits and value. */
interface State {
	readonly credits: number;
	readonly value: number;
	readonly item: number;
	readonly before: State | undefined;
}

/**
 * The items of the highest value whose credits stay within the cap: 0/1 knapsack, exact, by dynamic programming over
 * the undominated choices (Nemhauser and Ullmann, 1969), which needs no whole numbers. Of two choices of equal value
 * the one with fewer credits is taken. Items without value are left out.
 */
export function pack(items: readonly Item[], cap: number): Packed {
	let states: State[] = [{ credits: 0, value: 0, item: -1, before: undefined }];
	items.forEach(({ credits, value }, item) => {
		if (!(value > 0)) return;
		const more = states
			.map((before) => ({
				...{ credits: before.credits + credits, value: before.value + value, item, before }
			}))
			// Sums of tenths carry rounding noise.
			.filter((state) => state.credits <= cap + 1e-9);
		states = undominated(states, more);
	});
	const best = states.at(-1);
	const taken: number[] = [];
	for (let at = best; at?.before; at = at.before) taken.unshift(at.item);
	return { taken, credits: best?.credits ?? 0, value: best?.value ?? 0 };
}

/** Two lists of rising credits and value as one; where they tie the first list stays. */
function undominated(first: readonly State[], second: readonly State[]): State[] {
	const kept: State[] = [];
	let [i, j] = [0, 0];
	while (i < first.length || j < second.length) {
		const [a, b] = [first[i], second[j]];
		const takeFirst =
			!b ||
			(a !== undefined &&
				(a.credits < b.credits || (a.credits === b.credits && a.value >= b.value)));
		const next = takeFirst ? a : b;
		if (takeFirst) i++;
		else j++;
		if (next && next.value > (kept.at(-1)?.value ?? -Infinity)) kept.push(next);
	}
	return kept;
}
