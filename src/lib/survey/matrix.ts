/** A matrix as a list of its columns, all of one length. */
export type Columns = readonly Float64Array[];

/**
 * Solves A·x = b for a square A by Gaussian elimination with row exchange.
 * @throws RangeError when A is singular to twelve digits: a column is a combination of the others
 */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
	const rows = a.map((row, i) => [...row, b[i] ?? 0]);
	const size = rows.length;
	const largest = Math.max(...a.flat().map(Math.abs));
	for (let pivot = 0; pivot < size; pivot++) {
		exchange(rows, pivot);
		const lead = rows[pivot] ?? [];
		const head = lead[pivot] ?? 0;
		if (!(Math.abs(head) > 1e-14 * largest))
			throw new RangeError(`Column ${pivot + 1} is redundant`);
		for (const row of rows.slice(pivot + 1)) {
			const factor = (row[pivot] ?? 0) / head;
			if (factor !== 0) lead.forEach((value, j) => (row[j] = (row[j] ?? 0) - factor * value));
		}
	}
	const x = new Array<number>(size).fill(0);
	for (let i = size - 1; i >= 0; i--) {
		const row = rows[i] ?? [];
		let rest = row[size] ?? 0;
		for (let j = i + 1; j < size; j++) rest -= (row[j] ?? 0) * (x[j] ?? 0);
		x[i] = rest / (row[i] ?? 0);
	}
	return x;
}

/** Puts the row with the largest entry below the pivot on its place. */
function exchange(rows: number[][], pivot: number): void {
	let best = pivot;
	for (let i = pivot; i < rows.length; i++) {
		if (Math.abs(rows[i]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = i;
	}
	[rows[pivot], rows[best]] = [rows[best] ?? [], rows[pivot] ?? []];
}

/** Σ_i w_i·a_i·b_i. */
export function weightedProduct(
	w: ArrayLike<number>,
	a: ArrayLike<number>,
	b: ArrayLike<number>
): number {
	let sum = 0;
	for (let i = 0; i < w.length; i++) sum += (w[i] ?? 0) * (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}

/** Σ_i a_i·b_i. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}

/**
 * Columns of unit length that span the same space, by modified Gram-Schmidt, twice over so that they are
 * orthogonal to rounding; a column of which less than `tolerance` is its own is left out.
 */
export function orthonormal(columns: Columns, tolerance: number): Float64Array[] {
	const basis: Float64Array[] = [];
	for (const column of columns) {
		const own = column.slice();
		const before = Math.sqrt(dot(own, own));
		subtractProjection(own, basis);
		subtractProjection(own, basis);
		const after = Math.sqrt(dot(own, own));
		if (after > tolerance * before) basis.push(own.map((value) => value / after));
	}
	return basis;
}

/** Takes from a vector its part in the space of an orthonormal basis. */
export function subtractProjection(vector: Float64Array, basis: Columns): void {
	for (const unit of basis) {
		const share = dot(vector, unit);
		unit.forEach((value, i) => (vector[i] = (vector[i] ?? 0) - share * value));
	}
}
