import { studentQuantile } from './quantile-t.ts';

/** Confidence limits of a share. */
export interface Limits {
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
