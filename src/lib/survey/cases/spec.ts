import type { Kind } from '#lib/survey/linearise.ts';
import type { ProportionMethod } from '#lib/survey/proportion-interval.ts';
import type { QuantileRule } from '#lib/survey/quantile.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';

/** A case of the format survey-oracle-1: what to estimate from which file, and what is expected. */
export interface CaseSpec extends Partial<DecompositionSpec> {
	readonly id: string;
	readonly estimator: string;
	/** CSV file, relative to the root. */
	readonly dataset?: string;
	readonly design?: DesignSpec;
	readonly variable?: VariableSpec;
	readonly numerator?: VariableSpec;
	readonly denominator?: VariableSpec;
	readonly domain?: readonly Condition[] | null;
	readonly by?: readonly string[] | null;
	readonly level?: number;
	readonly probs?: readonly number[];
	readonly qrule?: QuantileRule;
	readonly interval_type?: ProportionMethod | 'quantile';
	readonly methods?: readonly ProportionMethod[];
	readonly no_deff?: boolean;
	readonly measure?: Kind;
	readonly cells?: readonly { readonly label: string; readonly domain: readonly Condition[] }[];
	readonly coefs?: readonly number[];
	readonly scale?: 'difference' | 'relative' | 'ratio' | 'log_ratio';
	/** Arguments of a distribution, or pairs. */
	readonly rows?: readonly Readonly<Record<string, number>>[];
	readonly expected?: Expected;
	readonly tolerance?: Readonly<Record<string, number>>;
}

/** Fields of decompositions, ranks and inequality. */
interface DecompositionSpec {
	readonly y: VariableSpec | readonly (number | null)[];
	readonly x: readonly (number | null)[];
	readonly terms: readonly string[];
	readonly category: string;
	readonly group: { readonly column: string; readonly A: Scalar; readonly B: Scalar };
	readonly weights: string | null;
	readonly gender: { readonly column: string; readonly male: Scalar } | null;
	readonly item: string;
	readonly period_column: string;
	readonly periods: readonly Scalar[];
	readonly items: readonly Scalar[];
}

export interface DesignSpec {
	readonly kind?: 'taylor' | 'replicate';
	/** Column of weights; null: all 1. */
	readonly weights?: string | null;
	readonly strata?: Names;
	/** Null: each row is a cluster of its own. */
	readonly psu?: Names;
	readonly ssu?: Names;
	readonly fpc?: Names;
	readonly lonely_psu?: LonelyRule;
	/** Only the first stage counts. */
	readonly ultimate_cluster?: boolean;
	readonly calibration?: CalibrationSpec | null;
	readonly replicate_weights?: readonly string[];
	readonly scale?: number;
	readonly rscales?: readonly number[] | number;
	readonly mse?: boolean;
}

type Names = readonly string[] | string | null;

export type CalibrationSpec =
	| { readonly method: 'poststratify'; readonly columns: Names; readonly population: Population }
	| {
			readonly method: 'rake';
			readonly margins: readonly { readonly column: Names; readonly population: Population }[];
	  }
	| {
			readonly method: 'greg' | 'raking_calfun';
			readonly totals: Readonly<Record<string, number>>;
	  };

/** A value for each column, and N, the population that has them. */
export type Population = readonly Readonly<Record<string, Scalar>>[];

export type Scalar = string | number | boolean;

export interface Condition {
	readonly column: string;
	readonly op: string;
	readonly value?: Scalar | readonly Scalar[] | null;
}

export type VariableSpec =
	| string
	| { readonly const: number }
	| { readonly log: VariableSpec }
	| { readonly product: readonly VariableSpec[] }
	| { readonly indicator: Condition; readonly missing?: 'missing' | 'zero' };

/** One row of results, or the fields of a result without rows. */
export type Row = { readonly [field: string]: Cell };
export type Cell = Scalar | null | undefined | readonly Cell[] | Row;

export interface Expected extends Row {
	readonly rows?: readonly Row[];
	readonly error?: string;
	readonly calibrated_weights_file?: string;
}

/** The names as a list, whether one is given or several. */
export function listOf(names: Names | undefined): readonly string[] {
	return typeof names === 'string' ? [names] : (names ?? []);
}
