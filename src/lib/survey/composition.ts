import { noCode, type Cells } from './cells.ts';
import type { Restriction } from './keys.ts';
import { linearisedTally, type Linearised } from './linearised.ts';
import { tally } from './tally.ts';

export interface CompositionQuestion {
	readonly where: Restriction;
	/** The dimension whose codes are the parts; rows without a code count as missing. */
	readonly across: string;
	/** Parts that are given in any case, with 0 where nobody has them. */
	readonly codes: readonly string[];
}

/** The share of each code of a dimension, for every key: the parts of a whole, which add up to 1. */
export function compositions(
	cells: Cells,
	by: readonly string[],
	{ where, across, codes }: CompositionQuestion
): Linearised[] {
	const column = cells.dimensions[across];
	if (!column) throw new RangeError(`The cells have no dimension ${across}`);
	const used = usedCodes(cells, across);
	const parts = column.codes.flatMap((code, i) =>
		codes.includes(code) || used.has(i) ? [{ code, i }] : []
	);
	const byPart = parts.map(({ code, i }) =>
		tally(withPart(cells, column.index, i), by, where).map((one) => ({
			...linearisedTally(one, 'mean'),
			part: code
		}))
	);
	const keys = byPart[0]?.length ?? 0;
	return Array.from({ length: keys }, (_, k) => byPart.flatMap((all) => all[k] ?? [])).flat();
}

function usedCodes({ dimensions, n }: Cells, across: string): ReadonlySet<number> {
	const used = new Set<number>();
	dimensions[across]?.index.forEach((code, row) => {
		if (code !== noCode && (n[row] ?? 0) > 0) used.add(code);
	});
	return used;
}

/** The cells with the numerator kept where the row has this code. */
function withPart(cells: Cells, index: Uint16Array, part: number): Cells {
	const kept = (sums: Float64Array) => {
		const own = new Float64Array(sums.length);
		for (let row = 0; row < own.length; row++) {
			if (index[row] === part) own[row] = sums[row] ?? 0;
		}
		return own;
	};
	return { ...cells, wy: kept(cells.wy), wyy: kept(cells.wyy), wxy: kept(cells.wxy) };
}
