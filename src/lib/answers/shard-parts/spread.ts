/** One value a row from one a key. */
export function spread(keys: Uint32Array, values: ArrayLike<number>): Float64Array {
	// A loop: the `from` of typed arrays goes through an iterator, at many times the cost.
	const rows = new Float64Array(keys.length);
	for (let row = 0; row < keys.length; row++) rows[row] = values[keys[row] ?? 0] ?? 0;
	return rows;
}
