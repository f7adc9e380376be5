import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { studentQuantile } from './quantile-t.ts';

/** The t interval of an estimate at another level: value ∓ t(df)·se. Null where there is no standard error. */
export function atLevel(
	{ value, se, df }: Pick<Estimate, 'value' | 'se' | 'df'>,
	level: number
): { low: number | null; high: number | null } {
	if (value === null || se === null || df < 1) return { low: null, high: null };
	const half = studentQuantile(1 - (1 - level) / 2, df) * se;
	return { low: value - half, high: value + half };
}
