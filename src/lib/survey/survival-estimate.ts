import type { Cells } from './cells.ts';
import type { EstimateOptions } from './estimate.ts';
import { noValue, type RawEstimate } from './inference.ts';
import type { Restriction } from './keys.ts';
import type { Linearised } from './linearised.ts';
import { studentQuantile } from './quantile-t.ts';
import { survivalCurves, type SurvivalCurve } from './survival.ts';
import { quantileInterval } from './survival-interval.ts';
import { usedClusters } from './variance.ts';

/** No curve is followed further than this many points. */
const mostMonths = 120;

/**
 * The share still without the event at each whole month from 0 until nobody is at risk, for every key; part
 * `month-6`. n is the number of respondents still at risk, so that the grades cut the curve where few are left.
 */
export function curves(cells: Cells, by: readonly string[], where: Restriction): Linearised[] {
	return survivalCurves(cells, by, where).flatMap((curve) => {
		const last = Math.min(mostMonths, Math.floor(curve.times.at(-1) ?? 0));
		return Array.from({ length: last + 1 }, (_, month) => ({
			...pointOf(curve, month),
			...{ part: `month-${month}`, n: curve.n === 0 ? 0 : curve.atRiskAt(month) }
		}));
	});
}

/** The share that has had the event by a time: 1 − S(t). */
export function curvesAt(
	cells: Cells,
	by: readonly string[],
	{ where, time }: { readonly where: Restriction; readonly time: number }
): Linearised[] {
	return survivalCurves(cells, by, where).map((curve) => {
		const { value, scores, ...rest } = pointOf(curve, time);
		const score = scores.score.map((one) => 0 - one);
		return { ...rest, value: value === null ? null : 1 - value, scores: { ...scores, score } };
	});
}

/** A time beyond the last observation is not known. */
function pointOf(curve: SurvivalCurve, time: number): Linearised {
	const { key, n, missing, sumWeights } = curve;
	const scores = curve.scoresAt(time);
	const point = { key, n, missing, sumWeights, scores, simple: 'no-yardstick', scale: 1 } as const;
	if (n === 0) return { ...point, value: null, reason: missing > 0 ? 'all-missing' : 'empty' };
	if (time > (curve.times.at(-1) ?? 0)) return { ...point, value: null, reason: 'not-reached' };
	return { ...point, value: curve.survivalAt(time) + 0 };
}

/** The time by which a share p has had the event, with the interval of Brookmeyer and Crowley. */
export function curveQuantiles(
	cells: Cells,
	by: readonly string[],
	asked: {
		readonly where: Restriction;
		readonly p: number;
		readonly options: Pick<EstimateOptions, 'strata' | 'lonely' | 'level'>;
	}
): RawEstimate[] {
	const { where, p, options } = asked;
	return survivalCurves(cells, by, where).map((curve) => {
		const { key, n, missing, sumWeights } = curve;
		const used = usedClusters(curve.scoresAt(0));
		const df = used.clusters - used.strata;
		const counts = { key, n, missing, sumWeights, clusters: used.clusters, df };
		if (n === 0) return noValue(counts, missing > 0 ? 'all-missing' : 'empty');
		const value = curve.quantile(p);
		if (value === null) return noValue(counts, 'not-reached');
		const none = { ...counts, value: value + 0, se: null, low: null, high: null, deff: null };
		if (df === 0) return { ...none, reason: 'one-cluster' };
		const interval = quantileInterval(curve, { p, level: options.level }, options);
		if (interval === null) return { ...none, reason: 'no-variance' };
		const { low, high } = interval;
		if (low === null) return { ...none, reason: 'not-reached' };
		if (high === null) return { ...none, low, reason: 'not-reached' };
		const t = studentQuantile(1 - (1 - options.level) / 2, df);
		// Months are whole: both ends can be the same, which is an interval, and no standard error.
		if (high === low) return { ...none, low, high, reason: 'no-variance' };
		return { ...none, low, high, se: (high - low) / (2 * t), reason: 'no-yardstick' };
	});
}
