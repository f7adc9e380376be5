import { dot, leastSquares, type Columns } from './matrix.ts';

/** One group of a decomposition: its rows in the columns of the model, the first of which is all 1. */
export interface GroupData {
	readonly columns: Columns;
	readonly y: Float64Array;
	readonly weight: Float64Array;
}

/** A contribution of each column; their sum is the effect. */
export type Contributions = readonly number[];

export interface Oaxaca {
	readonly meanA: number;
	readonly meanB: number;
	/** Weighted means of the columns, and coefficients, by group. */
	readonly xA: readonly number[];
	readonly xB: readonly number[];
	readonly betaA: readonly number[];
	readonly betaB: readonly number[];
	/** From the viewpoint of B; the three add up to the gap. */
	readonly threefold: Readonly<
		Record<'endowments' | 'coefficients' | 'interaction', Contributions>
	>;
	/** By name of the reference coefficients; the two parts of each add up to the gap. */
	readonly twofold: Readonly<Record<string, Twofold>>;
}

export interface Twofold {
	readonly reference: readonly number[];
	readonly explained: Contributions;
	readonly unexplained: Contributions;
}

/**
 * The gap between the means of two groups, split by weighted least squares: what they have (x), what it
 * brings (β). Three-fold: (x̄A − x̄B)·βB + x̄B·(βA − βB) + (x̄A − x̄B)·(βA − βB); two-fold with reference β*:
 * (x̄A − x̄B)·β* + x̄A·(βA − β*) + x̄B·(β* − βB). Blinder, J. Human Resources 8 (1973), 436-455; Oaxaca, Int.
 * Economic Review 14 (1973), 693-709; reference with a group dummy: Jann, Stata Journal 8 (2008), 453-479.
 * The unexplained part of one dummy set and of the intercept depends on the base category.
 * @throws RangeError when a column is redundant in a group
 */
export function oaxaca(a: GroupData, b: GroupData): Oaxaca {
	const [betaA, betaB] = [a, b].map(({ columns, y, weight }) => leastSquares(columns, y, weight));
	if (!betaA || !betaB) throw new RangeError('Two groups are needed');
	const means = ({ columns, weight }: GroupData) =>
		columns.map((column) => dot(column, weight) / sumOf(weight));
	const [xA, xB] = [means(a), means(b)];
	const apart = xA.map((x, j) => x - (xB[j] ?? 0));
	const gain = betaA.map((beta, j) => beta - (betaB[j] ?? 0));
	const threefold = {
		endowments: times(apart, betaB),
		coefficients: times(xB, gain),
		interaction: times(apart, gain)
	};
	const twofold = Object.entries(references({ a, b, betaA, betaB })).map(([name, reference]) => {
		const unexplained = reference.map((beta, j) => {
			return (xA[j] ?? 0) * ((betaA[j] ?? 0) - beta) + (xB[j] ?? 0) * (beta - (betaB[j] ?? 0));
		});
		return [name, { reference, explained: times(apart, reference), unexplained }] as const;
	});
	const mean = ({ y, weight }: GroupData) => dot(y, weight) / sumOf(weight);
	const given = { meanA: mean(a), meanB: mean(b), xA, xB, betaA, betaB };
	return { ...given, threefold, twofold: Object.fromEntries(twofold) };
}

function references(model: {
	readonly a: GroupData;
	readonly b: GroupData;
	readonly betaA: readonly number[];
	readonly betaB: readonly number[];
}): Record<string, readonly number[]> {
	const { a, b, betaA, betaB } = model;
	const mix = (share: number) =>
		betaA.map((beta, j) => share * beta + (1 - share) * (betaB[j] ?? 0));
	const columns = a.columns.map((column, j) => joined(column, b.columns[j] ?? new Float64Array()));
	const y = joined(a.y, b.y);
	const weight = joined(a.weight, b.weight);
	const dummy = joined(new Float64Array(a.y.length).fill(1), new Float64Array(b.y.length));
	return {
		reference_A: betaA,
		reference_B: betaB,
		average_half: mix(0.5),
		weighted_by_group_share: mix(sumOf(a.weight) / sumOf(weight)),
		pooled_without_group: leastSquares(columns, y, weight),
		pooled_with_group_dummy: leastSquares([...columns, dummy], y, weight).slice(0, -1)
	};
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
	return Float64Array.from([...a, ...b]);
}

function times(a: readonly number[], b: readonly number[]): number[] {
	return a.map((value, j) => value * (b[j] ?? 0));
}

function sumOf(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value, 0);
}
