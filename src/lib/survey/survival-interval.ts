import type { Stratum } from './cells.ts';
import { studentQuantile } from './quantile-t.ts';
import { stepQuantile, type SurvivalCurve } from './survival.ts';
import { usedClusters, variance, type LonelyRule } from './variance.ts';

/** Confidence limits of a share. */
interface Limits {
	readonly low: number;
	readonly high: number;
}

/**
 * Confidence limits of S(t) on the log(−log) scale with t on df: S^exp(±t·se/(S·|ln S|)), always within
 * 0 to 1. Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (2002); R's
 * survfit(conf.type = "log-log") has the normal quantile in place of t. The limits of 1 − S(t) are 1 − high
 * and 1 − low.
 * @returns null where S is 0 or 1, where there is no spread, or no degree of freedom
 */
export function survivalInterval(point: {
	readonly survival: number;
	readonly se: number;
	readonly df: number;
	/** Confidence level, 0.95 for example. */
	readonly level: number;
}): Limits | null {
	const { survival, se, df, level } = point;
	if (!(survival > 0 && survival < 1 && se > 1e-10 * survival && df > 0)) return null;
	const t = studentQuantile(1 - (1 - level) / 2, df);
	const apart = Math.exp((t * se) / (survival * -Math.log(survival)));
	return { low: survival ** apart, high: survival ** (1 / apart) };
}

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
