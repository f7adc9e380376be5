import {
	dot,
	orthonormal,
	solve,
	subtractProjection,
	weightedProduct,
	type Columns
} from './matrix.ts';

/** Weights that reproduce known totals, and what that does to a variance. */
export interface Calibration {
	/** Row → calibrated weight. */
	readonly weight: Float64Array;
	/**
	 * The scores whose variance is that of the calibrated estimator: each score divided by its calibrated
	 * weight is replaced by its residual on the calibration variables, over all rows of the sample.
	 * Deville and Särndal, JASA 87 (1992), 376-382; as R's survey package does it for each method.
	 */
	readonly residual: (score: Float64Array) => Float64Array;
}

/** Rows sorted into categories of which the population is known. */
export interface Margin {
	/** Row → index into `population`. */
	readonly category: Uint32Array;
	readonly population: readonly number[];
}

/** Post-stratification: weights of a category are multiplied so that they add up to its population. */
export function poststratify(base: Float64Array, margin: Margin): Calibration {
	const weight = base.slice();
	adjust(weight, margin);
	return calibration(weight, (u) => subtractMeans(u, margin, base));
}

/** Raking (iterative proportional fitting) until no weight changes by more than 1e-14 of itself. */
export function rake(base: Float64Array, margins: readonly Margin[]): Calibration {
	const weight = base.slice();
	for (let sweep = 0; sweep < 2000; sweep++) {
		let change = 0;
		for (const margin of margins) change = Math.max(change, adjust(weight, margin));
		if (change < 1e-14) break;
	}
	const ones = new Float64Array(base.length).fill(1);
	return calibration(weight, (u) => {
		// Ten sweeps with plain means: R's svyrecvar for a raked design.
		for (let sweep = 0; sweep < 10; sweep++) {
			for (const margin of margins) subtractMeans(u, margin, ones);
		}
	});
}

/**
 * Calibration to totals of the columns. linear: the regression estimator (GREG); raking: the multiplicative
 * distance, by Newton's method to 1e-12 of the largest total.
 * @throws RangeError when a column is redundant or the totals cannot be met
 */
export function calibrate(
	base: Float64Array,
	{ columns, totals }: { readonly columns: Columns; readonly totals: readonly number[] },
	distance: 'linear' | 'raking'
): Calibration {
	const weight =
		distance === 'linear' ? linear(base, columns, totals) : raked(base, columns, totals);
	const root = base.map(Math.sqrt);
	const basis = orthonormal(
		columns.map((column) => column.map((value, i) => value * (root[i] ?? 0))),
		1e-11
	);
	return calibration(weight, (u) => {
		const scaled = u.map((value, i) => value * (root[i] ?? 0));
		subtractProjection(scaled, basis);
		scaled.forEach((value, i) => (u[i] = root[i] ? value / (root[i] ?? 1) : 0));
	});
}

function linear(base: Float64Array, columns: Columns, totals: readonly number[]): Float64Array {
	const step = newtonStep(base, { columns, totals }, base);
	return base.map((w, i) => w * (1 + along(columns, step, i)));
}

function raked(base: Float64Array, columns: Columns, totals: readonly number[]): Float64Array {
	const close = 1e-12 * Math.max(...totals.map(Math.abs));
	const lambda = totals.map(() => 0);
	let weight = base;
	for (let step = 0; step < 200; step++) {
		weight = base.map((w, i) => w * Math.exp(along(columns, lambda, i)));
		const off = totals.map((total, j) => total - dot(weight, columns[j] ?? []));
		if (off.every((value) => Math.abs(value) <= close)) return weight;
		newtonStep(weight, { columns, totals }, weight).forEach((move, j) => {
			lambda[j] = (lambda[j] ?? 0) + move;
		});
	}
	throw new RangeError('Calibration does not reach the totals');
}

/** Solves (Σ w·x·xᵀ)·λ = totals − Σ v·x. */
function newtonStep(
	w: Float64Array,
	{ columns, totals }: { readonly columns: Columns; readonly totals: readonly number[] },
	v: Float64Array
): number[] {
	const normal = columns.map((a) => columns.map((b) => weightedProduct(w, a, b)));
	return solve(
		normal,
		totals.map((total, j) => total - dot(v, columns[j] ?? []))
	);
}

/** Σ_j λ_j·x_ij. */
function along(columns: Columns, lambda: readonly number[], row: number): number {
	return columns.reduce((sum, column, j) => sum + (column[row] ?? 0) * (lambda[j] ?? 0), 0);
}

/** Brings the weights to the population of each category; the largest relative change. */
function adjust(weight: Float64Array, { category, population }: Margin): number {
	const sums = population.map(() => 0);
	weight.forEach((w, i) => (sums[category[i] ?? 0] = (sums[category[i] ?? 0] ?? 0) + w));
	const factor = population.map((total, k) => total / (sums[k] ?? 0));
	weight.forEach((w, i) => (weight[i] = w * (factor[category[i] ?? 0] ?? 1)));
	return Math.max(...factor.map((value) => Math.abs(value - 1)));
}

function subtractMeans(u: Float64Array, { category, population }: Margin, by: Float64Array): void {
	const sums = population.map(() => 0);
	const weights = population.map(() => 0);
	u.forEach((value, i) => {
		const k = category[i] ?? 0;
		sums[k] = (sums[k] ?? 0) + (by[i] ?? 0) * value;
		weights[k] = (weights[k] ?? 0) + (by[i] ?? 0);
	});
	u.forEach((value, i) => {
		const k = category[i] ?? 0;
		u[i] = weights[k] ? value - (sums[k] ?? 0) / (weights[k] ?? 1) : value;
	});
}

function calibration(weight: Float64Array, toResidual: (u: Float64Array) => void): Calibration {
	const residual = (score: Float64Array) => {
		const u = score.map((z, i) => (weight[i] ? z / (weight[i] ?? 1) : 0));
		toResidual(u);
		return u.map((value, i) => value * (weight[i] ?? 0));
	};
	return { weight, residual };
}
