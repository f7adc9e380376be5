import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { betaQuantile } from '#lib/survey/quantile-beta.ts';
import { normalQuantile } from '#lib/survey/quantile-normal.ts';
import { studentQuantile, studentTail } from '#lib/survey/quantile-t.ts';

describe('distributions are those of R', () => {
	interface Row {
		readonly level: number;
		readonly df: number;
		readonly t: number;
		readonly p: number;
		readonly a: number;
		readonly b: number;
		readonly value: number;
	}
	const url = new URL('./oracles/cases/distributions.json', import.meta.url);
	const file: { cases: { estimator: string; tolerance: { rel: number }; rows: Row[] }[] } =
		JSON.parse(readFileSync(url, 'utf8'));
	const ours: Record<string, (row: Row) => number> = {
		qt: ({ level, df }) => studentQuantile(1 - (1 - level) / 2, df),
		qnorm: ({ level }) => normalQuantile(1 - (1 - level) / 2),
		qbeta: ({ p, a, b }) => betaQuantile(p, [a, b]),
		pt: ({ t, df }) => 2 * studentTail(t, df)
	};

	test.each(['qt', 'qnorm', 'qbeta', 'pt'])('%s', (name) => {
		const spec = file.cases.find(({ estimator }) => estimator === name);
		expect(spec?.rows.length).toBeGreaterThan(4);
		// R's quantiles carry 15 digits, its tail probabilities the tolerance of the case.
		const rel = { pt: spec?.tolerance.rel, qbeta: 1e-11 }[name] ?? 1e-12;
		for (const row of spec?.rows ?? []) {
			expect(Math.abs((ours[name]?.(row) ?? NaN) / row.value - 1)).toBeLessThanOrEqual(rel);
		}
	});
});
