import { betaQuantile } from '#lib/survey/quantile-beta.ts';
import { normalQuantile } from '#lib/survey/quantile-normal.ts';
import { studentQuantile, studentTail } from '#lib/survey/quantile-t.ts';
import type { CaseSpec, Row } from './spec.ts';

type Arguments = Readonly<Record<string, number>>;

/** Two-sided quantiles by level, beta quantiles, and two-sided p-values of Student's t. */
const distributions: Readonly<Record<string, (row: Arguments) => number>> = {
	qt: ({ level = NaN, df = NaN }) => studentQuantile(1 - (1 - level) / 2, df),
	qnorm: ({ level = NaN }) => normalQuantile(1 - (1 - level) / 2),
	qbeta: ({ p = NaN, a = NaN, b = NaN }) => betaQuantile(p, [a, b]),
	pt: ({ t = NaN, df = NaN }) => 2 * studentTail(Math.abs(t), df)
};

export function isDistribution({ estimator }: CaseSpec): boolean {
	return Object.hasOwn(distributions, estimator);
}

/** The rows of the case, each with its value. */
export function distributionRows({ estimator, rows = [] }: CaseSpec): Row[] {
	return rows.map((row) => ({ ...row, value: distributions[estimator]?.(row) ?? NaN }));
}
