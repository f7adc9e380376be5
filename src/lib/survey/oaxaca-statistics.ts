import { oaxaca, type GroupData, type Oaxaca } from './oaxaca.ts';
import { oaxacaScorer, type Gradient } from './oaxaca-scores.ts';
import type { Sample } from './sample.ts';
import type { Statistic } from './statistic.ts';

/** A column of the model over all rows of the sample, and the predictor it belongs to. */
export interface ModelColumn {
	readonly term: string;
	readonly values: Float64Array;
}

/** The model of a gap: the first column is all 1; only rows of the two groups are read. */
export interface OaxacaModel {
	readonly columns: readonly ModelColumn[];
	readonly y: Float64Array;
	/** Rows of the first group, and of the second. */
	readonly a: readonly number[];
	readonly b: readonly number[];
}

/** The coefficients that a twofold decomposition refers to: those of a group, or of both pooled. */
export type OaxacaReference = 'a' | 'b' | 'pooled';

/** What the gap is split into; the first three are threefold, from the viewpoint of b. */
export type OaxacaPart =
	'gap' | 'endowments' | 'coefficients' | 'interaction' | 'explained' | 'unexplained';

export interface OaxacaStatistic extends Statistic {
	readonly part: OaxacaPart;
	readonly reference?: OaxacaReference;
	/** Absent for the sum over all predictors; `intercept` for what belongs to none. */
	readonly term?: string;
}

export const intercept = 'intercept';

/**
 * Every part of the decomposition with what its variance is made of: Taylor scores of the parts as functions
 * of the means and coefficients of both groups (predictors are random; Jann, Stata Journal 8 (2008), 453-479,
 * section 3.3), or with replicate weights the parts in each replicate.
 * @throws RangeError when a column is redundant in a group
 */
export function oaxacaStatistics(sample: Sample, model: OaxacaModel): OaxacaStatistic[] {
	const full = fit(model, sample.weight);
	const parts = partsOf(full, model);
	const { replicates } = sample;
	if (replicates) {
		const values = replicates.weights.map((weight) => partsOf(fit(model, weight), model));
		return parts.map(({ value, part, reference, term }, i) => ({
			...{ part, ...(reference ? { reference } : {}), ...(term === undefined ? {} : { term }) },
			...{ value, parts: Float64Array.from(values, (one) => one[i]?.value ?? NaN) }
		}));
	}
	const columns = model.columns.map(({ values }) => values);
	const scores = oaxacaScorer(sample, { ...model, columns }, full);
	return parts.map(({ value, part, reference, term, gradient }) => ({
		...{ part, ...(reference ? { reference } : {}), ...(term === undefined ? {} : { term }) },
		...{ value, parts: scores(gradient) }
	}));
}

function fit({ columns, y, a, b }: OaxacaModel, weight: ArrayLike<number>): Oaxaca {
	const dataOf = (rows: readonly number[]): GroupData => ({
		columns: columns.map(({ values }) => Float64Array.from(rows, (row) => values[row] ?? NaN)),
		y: Float64Array.from(rows, (row) => y[row] ?? NaN),
		weight: Float64Array.from(rows, (row) => weight[row] ?? 0)
	});
	return oaxaca(dataOf(a), dataOf(b));
}

type Piece = Omit<OaxacaStatistic, 'parts'> & { readonly gradient: Gradient };

function partsOf(found: Oaxaca, { columns }: OaxacaModel): Piece[] {
	const terms = [...new Set(columns.map(({ term }) => term))];
	return [...threefold(found), ...twofold(found)].flatMap((whole) => {
		const { contributions, gradient, ...piece } = whole;
		const over = (keep: (term: string) => boolean): Pick<Piece, 'value' | 'gradient'> => {
			const kept = (values: readonly number[]) =>
				values.map((value, j) => (keep(columns[j]?.term ?? '') ? value : 0));
			return {
				value: kept(contributions).reduce((sum, one) => sum + one, 0),
				gradient: {
					...{ xA: kept(gradient.xA), xB: kept(gradient.xB), betaA: kept(gradient.betaA) },
					...{ betaB: kept(gradient.betaB), pooled: kept(gradient.pooled) }
				}
			};
		};
		const all = { ...piece, ...over(() => true) };
		if (piece.part === 'gap') return [all];
		return [all, ...terms.map((term) => ({ ...piece, term, ...over((own) => own === term) }))];
	});
}

type Whole = Omit<Piece, 'value'> & { readonly contributions: readonly number[] };

function threefold({ xA, xB, betaA, betaB, threefold: parts }: Oaxaca): Whole[] {
	const none = xA.map(() => 0);
	const apart = minus(xA, xB);
	const gain = minus(betaA, betaB);
	const gap = parts.endowments.map(
		(one, j) => one + (parts.coefficients[j] ?? 0) + (parts.interaction[j] ?? 0)
	);
	const of = (
		part: OaxacaPart,
		contributions: readonly number[],
		gradient: Omit<Gradient, 'pooled'>
	) => ({
		...{ part, contributions, gradient: { ...gradient, pooled: none } }
	});
	return [
		of('gap', gap, { xA: betaA, xB: negative(betaB), betaA: xA, betaB: negative(xB) }),
		of('endowments', parts.endowments, {
			...{ xA: betaB, xB: negative(betaB), betaA: none, betaB: apart }
		}),
		of('coefficients', parts.coefficients, {
			...{ xA: none, xB: gain, betaA: xB, betaB: negative(xB) }
		}),
		of('interaction', parts.interaction, {
			...{ xA: gain, xB: negative(gain), betaA: apart, betaB: negative(apart) }
		})
	];
}

const references = [
	['a', 'reference_A'],
	['b', 'reference_B'],
	['pooled', 'pooled_with_group_dummy']
] as const;

/** Derivatives by the reference go to the coefficients that it is. */
function twofold({ xA, xB, betaA, betaB, twofold: all }: Oaxaca): Whole[] {
	const none = xA.map(() => 0);
	const apart = minus(xA, xB);
	return references.flatMap(([reference, name]): Whole[] => {
		const parts = all[name];
		if (!parts) return [];
		const star = parts.reference;
		const at = (own: OaxacaReference, by: readonly number[], direct: readonly number[]) =>
			reference === own ? direct.map((one, j) => one + (by[j] ?? 0)) : direct;
		const gradient = (by: readonly number[], direct: Omit<Gradient, 'pooled'>): Gradient => ({
			...{ xA: direct.xA, xB: direct.xB, betaA: at('a', by, direct.betaA) },
			...{ betaB: at('b', by, direct.betaB), pooled: at('pooled', by, none) }
		});
		return [
			{
				...{ part: 'explained', reference, contributions: parts.explained },
				gradient: gradient(apart, { xA: star, xB: negative(star), betaA: none, betaB: none })
			},
			{
				...{ part: 'unexplained', reference, contributions: parts.unexplained },
				gradient: gradient(negative(apart), {
					...{ xA: minus(betaA, star), xB: minus(star, betaB), betaA: xA, betaB: negative(xB) }
				})
			}
		];
	});
}

function minus(a: readonly number[], b: readonly number[]): number[] {
	return a.map((value, j) => value - (b[j] ?? 0));
}

function negative(values: readonly number[]): number[] {
	return values.map((value) => -value);
}
