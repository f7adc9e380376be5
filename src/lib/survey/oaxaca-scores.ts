import { leastSquares, solve, weightedProduct, type Columns } from './matrix.ts';
import type { Oaxaca } from './oaxaca.ts';
import type { Sample } from './sample.ts';

/** Derivatives of a part by the means and coefficients of both groups, and by the pooled coefficients. */
export interface Gradient {
	readonly xA: readonly number[];
	readonly xB: readonly number[];
	readonly betaA: readonly number[];
	readonly betaB: readonly number[];
	readonly pooled: readonly number[];
}

interface Model {
	readonly columns: Columns;
	readonly y: Float64Array;
	readonly a: readonly number[];
	readonly b: readonly number[];
}

/**
 * Turns a gradient into a Taylor score for each row of the sample: w·(x − x̄)/W for means and
 * (XᵀWX)⁻¹·x·w·e for coefficients, e the residual. Binder, Int. Statistical Review 51 (1983), 279-292.
 */
export function oaxacaScorer(
	sample: Sample,
	{ columns, y, a, b }: Model,
	{ xA, xB }: Oaxaca
): (gradient: Gradient) => Float64Array {
	const dummy = new Float64Array(sample.length);
	for (const row of a) dummy[row] = 1;
	const ofA = coefficientScores(sample, y, { rows: a, columns });
	const ofB = coefficientScores(sample, y, { rows: b, columns });
	const ofBoth = coefficientScores(sample, y, { rows: [...a, ...b], columns: [...columns, dummy] });
	return (gradient) => {
		const scores = new Float64Array(sample.length);
		addMeanScores(scores, gradient.xA, { sample, columns, rows: a, means: xA });
		addMeanScores(scores, gradient.xB, { sample, columns, rows: b, means: xB });
		ofA(scores, gradient.betaA);
		ofB(scores, gradient.betaB);
		ofBoth(scores, [...gradient.pooled, 0]);
		return scores;
	};
}

/** Adds Σ_j c_j·w·(x_j − x̄_j)/W to the score of each row. */
function addMeanScores(
	scores: Float64Array,
	along: readonly number[],
	of: { sample: Sample; columns: Columns; rows: readonly number[]; means: readonly number[] }
): void {
	const { sample, columns, rows, means } = of;
	const total = rows.reduce((sum, row) => sum + (sample.weight[row] ?? 0), 0);
	for (const row of rows) {
		const apart = along.reduce(
			(sum, c, j) => sum + (c === 0 ? 0 : c * ((columns[j]?.[row] ?? 0) - (means[j] ?? 0))),
			0
		);
		scores[row] = (scores[row] ?? 0) + ((sample.weight[row] ?? 0) * apart) / total;
	}
}

/** Adds cᵀ·(XᵀWX)⁻¹·x·w·e to the score of each row of a regression. */
function coefficientScores(
	{ weight }: Sample,
	y: Float64Array,
	{ rows, columns }: { rows: readonly number[]; columns: Columns }
): (scores: Float64Array, along: readonly number[]) => void {
	const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] ?? 0);
	const x = columns.map(pick);
	const w = pick(weight);
	const own = pick(y);
	const beta = leastSquares(x, own, w);
	const normal = x.map((one) => x.map((other) => weightedProduct(w, one, other)));
	const pulls = own.map((value, i) => {
		const fitted = x.reduce((sum, column, j) => sum + (column[i] ?? 0) * (beta[j] ?? 0), 0);
		return (w[i] ?? 0) * (value - fitted);
	});
	return (scores, along) => {
		if (along.every((c) => c === 0)) return;
		const direction = solve(normal, along);
		rows.forEach((row, i) => {
			const reach = x.reduce((sum, column, j) => sum + (column[i] ?? 0) * (direction[j] ?? 0), 0);
			scores[row] = (scores[row] ?? 0) + reach * (pulls[i] ?? 0);
		});
	};
}
