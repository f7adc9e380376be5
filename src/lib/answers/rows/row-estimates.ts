import type { Cells } from '#lib/survey/cells.ts';
import type { LonelyRule } from '#lib/vocabulary/question.ts';
import { grade, gradeDifference, type GradeRules } from '#lib/disclosure/grade.ts';
import type { RawEstimate } from '#lib/survey/inference.ts';
import { inferLinearised, type Linearised } from '#lib/survey/linearised.ts';
import { shareLimits, type ProportionMethod } from '#lib/survey/proportion-interval.ts';
import type { QuantileRule } from '#lib/survey/quantile.ts';
import { survivalInterval } from '#lib/survey/survival-limits.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import type { OaxacaAsked } from './asked.ts';
import { inferRows, type RowInference } from './infer-rows.ts';
import { oaxacaEstimates } from './oaxaca-rows.ts';
import { pointsOf, type Point, type PointsAsked } from './points.ts';
import { quantileEstimates } from './row-quantiles.ts';
import { rowCells, type RowTable } from './row-table.ts';

/** Everything that is asked of a table of rows. */
export interface RowsQuestion extends Omit<PointsAsked, 'kind'> {
	readonly kind: PointsAsked['kind'] | 'quantile';
	/** Whether values are shares: their interval stays within 0 to 1 unless it is `mean`. */
	readonly isShare: boolean;
	readonly gradedAs: 'share' | 'other' | 'other-difference';
	readonly interval?: ProportionMethod | 'quantile';
	readonly quantile?: number;
	readonly rule?: QuantileRule;
	readonly oaxaca?: OaxacaAsked;
	readonly level: number;
	readonly lonely: LonelyRule;
	readonly rules: GradeRules;
	readonly onLonely: (stratum: string) => void;
}

/** The estimates that answer, with their grades. */
export function rowEstimates(table: RowTable, question: RowsQuestion): Estimate[] {
	const { kind, oaxaca, where, level, onLonely } = question;
	if (oaxaca) {
		const raws = oaxacaEstimates(table, { asked: oaxaca, where, level, onLonely });
		return raws.map((raw) => graded({ raw, terms: [] }, { ...question, gradedAs: 'other' }));
	}
	if (kind === 'quantile') {
		const { quantile: p = 0.5, rule = 'school', interval: method = 'mean' } = question;
		const asked = { ...question, p, rule, method };
		return quantileEstimates(table, asked).map((one) => graded(one, question));
	}
	return pointEstimates(table, { ...question, kind });
}

function pointEstimates(
	table: RowTable,
	question: RowsQuestion & Pick<PointsAsked, 'kind'>
): Estimate[] {
	const { sample } = table;
	const points = pointsOf(rowCells(table, sample.weight), question);
	const thetas = valuesByReplicate(table, question);
	return points.map((point) => {
		const values = thetas?.(point.of);
		return estimateOf(point, question, (of, how) =>
			inferRows(of, sample, { ...how, ...(values ? { thetas: values } : {}) })
		);
	});
}

/** Estimates of cells whose scores are by cluster: the error is taken by their strata. */
export function cellEstimates(cells: Cells, question: RowsQuestion & PointsAsked): Estimate[] {
	const { lonely, level } = question;
	const options = { strata: cells.strata, lonely, level };
	return pointsOf(cells, question).map((point) =>
		estimateOf(point, question, (of, { interval, over }) =>
			inferLinearised(of, { ...options, interval }, over)
		)
	);
}

function estimateOf(
	{ of, terms }: Point,
	question: RowsQuestion,
	inferred: (of: Linearised, how: RowInference) => RawEstimate
): Estimate {
	const how = inferenceOf(question, terms !== undefined);
	const raw = withInterval(inferred(of, how), terms ? undefined : question);
	const parts = terms?.map((term) => inferred(term, { ...how, over: 'used' }));
	return graded({ raw, ...(parts ? { terms: parts } : {}) }, question);
}

function inferenceOf(
	{ isShare, interval = 'xlogit', level, onLonely }: RowsQuestion,
	isContrast: boolean
): RowInference {
	const isLogit = isShare && !isContrast && interval !== 'mean';
	return {
		...{ level, onLonely, interval: isLogit ? 'xlogit' : 't' },
		over: isContrast ? 'design' : 'used'
	};
}

/** The interval that was asked for in place of the logit one, and that of a curve on its own scale. */
function withInterval(raw: RawEstimate, question: RowsQuestion | undefined): RawEstimate {
	const { value, se, n, df } = raw;
	if (!question || value === null || se === null) return raw;
	const { interval, level, kind, isShare } = question;
	if (kind === 'curve') {
		const limits = survivalInterval({ survival: value, se, df, level });
		return limits
			? { ...raw, ...limits }
			: { ...raw, low: null, high: null, reason: 'no-variance' };
	}
	const isOther = interval === 'beta' || interval === 'asin';
	if (!isShare || !isOther) return raw;
	const [low, high] = shareLimits({ value, se, n, df }, interval, level);
	if (!Number.isFinite(low) || !Number.isFinite(high)) {
		return { ...raw, low: null, high: null, reason: 'no-variance' };
	}
	return { ...raw, low: low + 0, high: high + 0 };
}

/** The values of the same Question in each replicate, by key and part. */
function valuesByReplicate(
	table: RowTable,
	question: PointsAsked
): ((of: Linearised) => number[]) | undefined {
	const { replicates } = table.sample;
	if (!replicates) return undefined;
	const idOf = ({ key, part }: Linearised) => [...key, part].join('\u001f');
	const runs = replicates.weights.map((weight) => {
		const points: Point[] = pointsOf(rowCells(table, weight), question);
		return new Map(points.map(({ of }) => [idOf(of), of.value ?? NaN]));
	});
	return (of) => runs.map((run) => run.get(idOf(of)) ?? NaN);
}

function graded(
	{ raw, terms }: { readonly raw: RawEstimate; readonly terms?: readonly RawEstimate[] },
	{ rules, gradedAs, kind }: RowsQuestion
): Estimate {
	if (terms) {
		const graded = gradedAs === 'share' ? 'share-difference' : 'other-difference';
		return { ...raw, quality: gradeDifference(raw, terms, { rules, graded }) };
	}
	// A curve starts at 100%, where an error relative to the few who have left says nothing.
	return { ...raw, quality: grade(raw, rules, kind === 'curve' ? 'share-difference' : gradedAs) };
}
