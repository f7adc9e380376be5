import type { Cells } from '#lib/survey/cells.ts';

/** Row → one respondent's weight, whether asked and answered (1 or 0), numerator and denominator. */
export interface RespondentRows {
	readonly weight: ArrayLike<number>;
	readonly asked: ArrayLike<number>;
	readonly used: ArrayLike<number>;
	readonly y: ArrayLike<number>;
	readonly x: ArrayLike<number>;
}

/** The sums of cells that hold one respondent each; a weight of 0 is nobody. */
export function sumsOfRespondents(length: number, rows: RespondentRows) {
	const sums = emptySums(length);
	for (let row = 0; row < length; row++) {
		const weight = rows.weight[row] ?? 0;
		if (!(weight > 0)) continue;
		if (!((rows.used[row] ?? 0) > 0)) {
			sums.missing[row] = (rows.asked[row] ?? 0) > 0 ? 1 : 0;
			continue;
		}
		const y = rows.y[row] ?? 0;
		const x = rows.x[row] ?? 0;
		sums.n[row] = 1;
		sums.w[row] = weight;
		sums.wy[row] = weight * y;
		sums.wx[row] = weight * x;
		sums.wyy[row] = weight * y * y;
		sums.wxy[row] = weight * x * y;
		sums.wxx[row] = weight * x * x;
	}
	return sums;
}

type Sums = Pick<Cells, 'n' | 'missing' | 'w' | 'wy' | 'wx' | 'wyy' | 'wxy' | 'wxx'>;

function emptySums(length: number): Sums {
	const zeros = (): Float64Array => new Float64Array(length);
	return {
		...{ n: zeros(), missing: zeros(), w: zeros(), wy: zeros(), wx: zeros() },
		...{ wyy: zeros(), wxy: zeros(), wxx: zeros() }
	};
}
