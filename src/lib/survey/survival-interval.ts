import type { Stratum } from './cells.ts';
import { survivalInterval, type Limits } from './survival-limits.ts';
import { stepQuantile, type SurvivalCurve } from './survival.ts';
import { usedClusters, variance, type LonelyRule } from './variance.ts';

export interface CurveOptions {
	/** All strata of the design, as in the Cells of the curve. */
	readonly strata: readonly Stratum[];
	readonly lonely: LonelyRule;
}

/** A limit that the curve of limits does not reach is null: there the interval is open. */
export interface QuantileInterval {
	readonly low: number | null;
	readonly high: number | null;
}

/**
 * Confidence interval of the quantile at p: where the lower and the upper limits of `survivalInterval` reach
 * 1 − p, each by the rule of the quantile itself. Brookmeyer and Crowley, Biometrics 38 (1982), 29-41, as in
 * R's quantile(survfit(…, conf.type = "log-log")).
 * @returns null where the curve has no standard error: a lonely stratum, no degree of freedom, no spread
 */
export function quantileInterval(
	curve: SurvivalCurve,
	{ p, level }: { readonly p: number; readonly level: number },
	options: CurveOptions
): QuantileInterval | null {
	const { times, survival } = curve;
	const low: number[] = [];
	const high: number[] = [];
	let limits: Limits | null = null;
	for (const [i, time] of times.entries()) {
		// The curve and its error move at events only.
		const isMoved = survival[i] !== (survival[i - 1] ?? 1);
		if (isMoved) limits = limitsAt(curve, time, { ...options, level });
		low.push(limits?.low ?? NaN);
		high.push(limits?.high ?? NaN);
	}
	if (low.every(Number.isNaN)) return null;
	return { low: stepQuantile(times, low, p), high: stepQuantile(times, high, p) };
}

function limitsAt(
	curve: SurvivalCurve,
	time: number,
	{ strata, lonely, level }: CurveOptions & { readonly level: number }
): Limits | null {
	const scores = curve.scoresAt(time);
	const se = Math.sqrt(variance(scores, { strata, lonely, over: 'used' }) ?? 0);
	const used = usedClusters(scores);
	const df = used.clusters - used.strata;
	return survivalInterval({ survival: curve.survivalAt(time), se, df, level });
}
