/** A matrix as a list of its columns, all of one length. */
export type Columns = readonly Float64Array[];

/**
 * Solves A·x = b for a symmetric A of weighted sums of products, by Gaussian elimination with row exchange
 * after scaling its diagonal to 1.
 * @throws RangeError when A is singular: a column is a combination of the others, or all 0
 */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
	const scale = a.map((row, i) => 1 / Math.sqrt(row[i] ?? 0));
	const at = (i: number) => scale[i] ?? 1;
	const rows = a.map((row, i) => [...row.map((v, j) => v * at(i) * at(j)), (b[i] ?? 0) * at(i)]);
	const size = rows.length;
	for (let pivot = 0; pivot < size; pivot++) {
		exchange(rows, pivot);
		const lead = rows[pivot] ?? [];
		const head = lead[pivot] ?? 0;
		if (!(Math.abs(head) > 1e-13)) throw new RangeError(`Column ${pivot + 1} is redundant`);
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
	return x.map((value, i) => value * at(i));
}

/**
 * Weighted least squares of y on the columns, by the normal equations with two corrections from the
 * residuals, which brings them to the accuracy of an orthogonal decomposition.
 * @throws RangeError when a column is redundant
 */
export function leastSquares(columns: Columns, y: Float64Array, w: Float64Array): number[] {
	const normal = columns.map((a) => columns.map((b) => weightedProduct(w, a, b)));
	const coefficients = columns.map(() => 0);
	for (let pass = 0; pass < 3; pass++) {
		const rest = y.map((value, i) =>
			columns.reduce((sum, x, j) => sum - (coefficients[j] ?? 0) * (x[i] ?? 0), value)
		);
		const right = columns.map((x) => weightedProduct(w, x, rest));
		solve(normal, right).forEach((move, j) => (coefficients[j] = (coefficients[j] ?? 0) + move));
	}
	return coefficients;
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
