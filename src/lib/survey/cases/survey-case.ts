import { populationVariance, yardsticks } from '#lib/survey/design-effect.ts';
import { sampleDf } from '#lib/survey/sample-counts.ts';
import { sampleVariance } from '#lib/survey/sample-variance.ts';
import { statisticOf, varianceOf, type RowMeasure, type Statistic } from '#lib/survey/statistic.ts';
import { evaluate } from './evaluate.ts';
import { ciprop } from './ciprop-case.ts';
import { contrast } from './contrast-case.ts';
import { quantiles } from './quantile-case.ts';
import type { CaseSpec, Row, VariableSpec } from './spec.ts';
import {
	contextOf,
	countsOf,
	groupsOf,
	intervalFields,
	type Context,
	type Group
} from './survey-context.ts';
import {
	columnNamed,
	columnOf,
	distinctRows,
	isValue,
	valueAt,
	type Column,
	type Table
} from './table.ts';

/** Estimators of a survey design: the rows of one group. */
const estimators: Readonly<Record<string, (context: Context, group: Group) => Row[]>> = {
	mean: (context, group) => [meanOrTotal(context, group)],
	total: (context, group) => [meanOrTotal(context, group)],
	ratio: (context, group) => [ratio(context, group)],
	proportion,
	variance: (context, group) => [variance(context, group)],
	quantile: quantiles,
	ciprop
};

/** Whether the case is an estimate from a survey design. */
export function isSurveyCase({ estimator }: CaseSpec): boolean {
	return estimator === 'contrast' || Object.hasOwn(estimators, estimator);
}

/**
 * The rows of a case, with the names and in the order of R's reference run.
 * @throws LonelyStratumError under `fail`; RangeError where the case or the data are no good
 */
export function surveyRows(spec: CaseSpec, table: Table): Row[] {
	const context = contextOf(spec, table);
	if (spec.estimator === 'contrast') return [contrast(context)];
	const estimator = estimators[spec.estimator];
	if (!estimator) throw new RangeError(`Unknown estimator ${spec.estimator}`);
	return groupsOf(context).flatMap((group): Row[] => {
		const used = usedRows(context, group);
		if (countsOf(context.sample, used).n === 0) {
			return [{ group: null, ...group.key, estimate: null, se: null, n: 0 }];
		}
		return estimator(context, { ...group, inside: used }).map((row) => ({ ...group.key, ...row }));
	});
}

/** Rows of the group of which nothing is missing. */
function usedRows({ spec, table }: Context, { inside }: Group): Uint8Array {
	if (spec.estimator === 'proportion') {
		const { text } = categoryColumn(spec, table);
		return inside.map((flag, row) => (text[row] === '' ? 0 : flag));
	}
	const parts: (VariableSpec | undefined)[] =
		spec.estimator === 'ratio' ? [spec.numerator, spec.denominator] : [spec.variable];
	const columns = parts.map((part) => evaluate(table, required(part, 'variable')));
	return inside.map((flag, row) => (columns.some((y) => Number.isNaN(y[row])) ? 0 : flag));
}

function meanOrTotal(context: Context, { inside: used }: Group): Row {
	const { spec, table, sample } = context;
	const y = evaluate(table, required(spec.variable, 'variable'));
	const kind = spec.estimator === 'total' ? 'total' : 'mean';
	const measure = { kind, y, x: ones(table.length), used } as const;
	const statistic = statisticOf(sample, measure);
	return {
		...estimateFields(context, measure, statistic),
		...oldAdjust(context, used, statistic),
		...countsOf(sample, used)
	};
}

function ratio(context: Context, { inside: used }: Group): Row {
	const { spec, table, sample } = context;
	const y = evaluate(table, required(spec.numerator, 'numerator'));
	const x = evaluate(table, required(spec.denominator, 'denominator'));
	const measure = { kind: 'ratio', y, x, used } as const;
	const fields = estimateFields(context, measure, statisticOf(sample, measure));
	const kept = Object.entries(fields).filter(([name]) => name !== 'deff_replace');
	return { ...Object.fromEntries(kept), ...countsOf(sample, used) };
}

/** One row for each category of the whole file, also those that the group lacks. */
function proportion(context: Context, { inside: used }: Group): Row[] {
	const { spec, table, sample } = context;
	const column = categoryColumn(spec, table);
	const all = Array.from({ length: table.length }, (_, row) => row);
	return distinctRows(column, all).map((first) => {
		const category = valueAt(column, first);
		const y = Float64Array.from(column.text, (_, row) => Number(isValue(column, row, category)));
		const measure = { kind: 'mean', y, x: ones(table.length), used } as const;
		const statistic = statisticOf(sample, measure);
		const { n } = countsOf(
			sample,
			used.map((flag, row) => flag * (y[row] ?? 0))
		);
		return {
			...{ category, n_category: n },
			...estimateFields(context, measure, statistic),
			...countsOf(sample, used)
		};
	});
}

/** The variance in the population: the mean of (y − m)²·n/(n − 1), m computed again in each replicate. */
function variance(context: Context, { inside: used }: Group): Row {
	const { spec, table, sample } = context;
	const y = evaluate(table, required(spec.variable, 'variable'));
	const { mean, n, spread } = populationVariance(sample.weight, used, y);
	// Values that do not differ from their mean but by rounding have a variance of 0.
	const isConstant = spread <= (1e-10 * mean) ** 2;
	const squares = y.map((one) => (isConstant ? 0 : ((one - mean) ** 2 * n) / (n - 1)));
	const x = ones(table.length);
	let statistic = statisticOf(sample, { kind: 'mean', y: squares, x, used });
	if (sample.replicates) {
		const spreads = sample.replicates.weights.map((w) => {
			const own = populationVariance(w, used, y);
			// n stays that of the sample: rows that a replicate leaves out count (R's svyvar).
			return (own.spread * (own.n - 1) * n) / (own.n * (n - 1));
		});
		statistic = { ...statistic, parts: Float64Array.from(spreads) };
	}
	const squared = varianceOf(sample, statistic, used);
	const df = sampleDf(sample, used);
	const point = { value: statistic.value, variance: squared };
	return { ...intervalFields(point, df, context), ...countsOf(sample, used) };
}

function estimateFields(context: Context, measure: RowMeasure, statistic: Statistic): Row {
	const { spec, sample } = context;
	const { used } = measure;
	const squared = varianceOf(sample, statistic, used);
	const point = { value: statistic.value, variance: squared };
	const fields = intervalFields(point, sampleDf(sample, used), context);
	if (sample.replicates || spec.no_deff === true) return fields;
	const { without, replacing } = yardsticks(sample.weight, measure, statistic.value);
	const effect = (yardstick: number) => {
		const deff = squared / yardstick;
		return Math.abs(deff) < 1e-20 ? 0 : deff;
	};
	return { ...fields, deff: effect(without), deff_replace: effect(replacing) };
}

/** Under `adjust`, survey 4.1-1 took the total of a lonely cluster from 0 and not from the mean of all. */
function oldAdjust({ spec, sample }: Context, used: Uint8Array, { parts }: Statistic): Row {
	const { fpc, ssu } = spec.design ?? {};
	const isPlain = !fpc && !ssu && !sample.replicates && !sample.calibration;
	if (spec.estimator !== 'total' || sample.lonely !== 'adjust' || !isPlain) return {};
	const isLonely = (row: number) => sample.strata[sample.stratum[row] ?? 0]?.clusters === 1;
	const sums = new Map<number, number>();
	parts.forEach((score, row) => {
		const h = sample.stratum[row] ?? 0;
		if (isLonely(row)) sums.set(h, (sums.get(h) ?? 0) + score);
	});
	let squared = sampleVariance({ ...sample, lonely: 'remove' }, parts, used);
	for (const sum of sums.values()) squared += sum * sum;
	return { se_survey_4_1_1: Math.sqrt(squared) };
}

/** What a proportion is of: a column, or the numbers of another variable. */
function categoryColumn({ variable }: CaseSpec, table: Table): Column {
	const given = required(variable, 'variable');
	if (typeof given === 'string') return columnNamed(table, given);
	const values = Array.from(evaluate(table, given));
	return columnOf(values.map((value) => (Number.isNaN(value) ? '' : String(value))));
}

function ones(length: number): Float64Array {
	return new Float64Array(length).fill(1);
}

function required<Part>(part: Part | undefined, name: string): Part {
	if (part === undefined) throw new RangeError(`The case names no ${name}`);
	return part;
}
