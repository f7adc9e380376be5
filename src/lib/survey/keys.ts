import { noCode, type Cells, type DimensionColumn } from './cells.ts';

/** Codes kept, by dimension; an empty list restricts nothing. */
export type Restriction = Readonly<Record<string, readonly string[]>>;

/** Row → the number of its key (mixed radix, the first dimension leads), -1 where it has none. */
export function placeRows(
	cells: Cells,
	by: readonly string[],
	where: Restriction
): Int32Array | Float64Array {
	const { length } = cells;
	// Whole numbers of 32 bits are worked with in half the time.
	const place = keySpace(cells, by) < 2 ** 31 ? new Int32Array(length) : new Float64Array(length);
	for (const [id, kept] of Object.entries(where)) {
		if (kept.length === 0) continue;
		const { codes, index } = dimension(cells, id);
		const allowed = Uint8Array.from(codes, (code) => (kept.includes(code) ? 1 : 0));
		for (let row = 0; row < length; row++) {
			const code = index[row] ?? noCode;
			// To read beyond the end of a list is slow, so that a missing code is asked for by itself.
			if (code === noCode || allowed[code] !== 1) place[row] = -1;
		}
	}
	for (const id of by) {
		const { codes, index } = dimension(cells, id);
		const size = codes.length;
		for (let row = 0; row < length; row++) {
			const before = place[row] ?? -1;
			const code = index[row] ?? noCode;
			place[row] = before < 0 || code === noCode ? -1 : before * size + code;
		}
	}
	return place;
}

/**
 * How many keys there could be.
 * @throws RangeError when they are more than doubles number exactly: two keys would be taken for one
 */
export function keySpace(cells: Cells, by: readonly string[]): number {
	const size = by.reduce((product, id) => product * dimension(cells, id).codes.length, 1);
	if (size <= Number.MAX_SAFE_INTEGER) return size;
	throw new RangeError(`${by.join(', ')} together have too many keys: ${size}`);
}

/** The codes of the key with this number. */
export function keyAt(cells: Cells, by: readonly string[], place: number): string[] {
	const key: string[] = [];
	for (const id of [...by].reverse()) {
		const { codes } = dimension(cells, id);
		key.unshift(codes[place % codes.length] ?? '');
		place = Math.floor(place / codes.length);
	}
	return key;
}

function dimension(cells: Cells, id: string): DimensionColumn {
	const column = cells.dimensions[id];
	if (!column) throw new RangeError(`The cells have no dimension ${id}`);
	return column;
}
