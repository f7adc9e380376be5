/**
 * Pairs rows with columns so that the sum of scores is greatest; a pair without a score above 0 is left out.
 * The Hungarian method with potentials, O(rows² · columns).
 * @param scores by row, then by column; all rows equally long
 * @returns by row the column, or -1
 */
export function assignBest(scores: readonly (readonly number[])[]): number[] {
	const matching = new Matching(scores);
	for (let row = 1; row <= scores.length; row += 1) matching.add(row);
	return matching.columns();
}

/** Rows and columns count from 1; column 0 stands for the row that is being added. */
class Matching {
	readonly #scores: readonly (readonly number[])[];
	readonly #size: number;
	readonly #rowPotential: Float64Array;
	readonly #columnPotential: Float64Array;
	readonly #rowOf: Int32Array;
	readonly #before: Int32Array;

	constructor(scores: readonly (readonly number[])[]) {
		this.#scores = scores;
		// A row can always stay alone: it has a column of its own that scores nothing.
		this.#size = (scores[0]?.length ?? 0) + scores.length;
		this.#rowPotential = new Float64Array(scores.length + 1);
		this.#columnPotential = new Float64Array(this.#size + 1);
		this.#rowOf = new Int32Array(this.#size + 1);
		this.#before = new Int32Array(this.#size + 1);
	}

	/** Finds the cheapest path from the row to a free column and turns the pairs along it over. */
	add(row: number): void {
		this.#rowOf[0] = row;
		const slack = new Float64Array(this.#size + 1).fill(Infinity);
		const used = new Uint8Array(this.#size + 1);
		let column = 0;
		do {
			used[column] = 1;
			const { next, delta } = this.#nearest(column, slack, used);
			this.#shift(delta, slack, used);
			column = next;
		} while (at(this.#rowOf, column) !== 0);
		while (column !== 0) {
			const previous = at(this.#before, column);
			this.#rowOf[column] = at(this.#rowOf, previous);
			column = previous;
		}
	}

	columns(): number[] {
		const result = new Array<number>(this.#scores.length).fill(-1);
		for (let column = 1; column <= this.#size; column += 1) {
			const row = at(this.#rowOf, column) - 1;
			if (row >= 0 && this.#score(row, column - 1) > 0) result[row] = column - 1;
		}
		return result;
	}

	#score(row: number, column: number): number {
		return Math.max(0, this.#scores[row]?.[column] ?? 0);
	}

	#nearest(column: number, slack: Float64Array, used: Uint8Array): { next: number; delta: number } {
		const row = at(this.#rowOf, column);
		let [next, delta] = [0, Infinity];
		for (let other = 1; other <= this.#size; other += 1) {
			if (used[other]) continue;
			const potential = at(this.#rowPotential, row) + at(this.#columnPotential, other);
			const reduced = -this.#score(row - 1, other - 1) - potential;
			if (reduced < at(slack, other)) {
				slack[other] = reduced;
				this.#before[other] = column;
			}
			if (at(slack, other) < delta) [next, delta] = [other, at(slack, other)];
		}
		return { next, delta };
	}

	#shift(delta: number, slack: Float64Array, used: Uint8Array): void {
		for (let other = 0; other <= this.#size; other += 1) {
			if (used[other]) {
				const row = at(this.#rowOf, other);
				this.#rowPotential[row] = at(this.#rowPotential, row) + delta;
				this.#columnPotential[other] = at(this.#columnPotential, other) - delta;
			} else slack[other] = at(slack, other) - delta;
		}
	}
}

function at(values: Float64Array | Int32Array, index: number): number {
	return values[index] ?? 0;
}
