import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference } from '#lib/survey/contrast.ts';
import { decompose, type Effect } from '#lib/survey/decompose.ts';
import { quantileInterval } from '#lib/survey/survival-interval.ts';
import { survivalInterval } from '#lib/survey/survival-limits.ts';
import { survivalCurves, type SurvivalCurve } from '#lib/survey/survival.ts';
import { emptyTally, tally } from '#lib/survey/tally.ts';
import { usedClusters, variance } from '#lib/survey/variance.ts';
import { makeCells, number, readTable, text, type Design } from './support/oracle-cells.ts';

interface Curve {
	readonly name: string;
	readonly n: number;
	readonly missing: number;
	readonly sumWeights: number;
	readonly df: number;
	readonly time: readonly number[];
	readonly atRisk: readonly number[];
	readonly weightAtRisk: readonly number[];
	readonly survival: readonly number[];
	readonly svykm: readonly number[];
	readonly probabilities: readonly number[];
	readonly quantile: readonly (number | null)[];
	readonly months: readonly number[];
	readonly linearised: readonly number[];
	readonly jackknife: readonly number[];
	readonly hazardLogError: readonly number[];
	readonly plainSurvival: readonly number[];
	readonly greenwood: readonly number[];
	readonly plainQuantile: readonly number[];
	readonly plainLow: readonly number[];
	readonly plainHigh: readonly number[];
	readonly plainLower: readonly number[];
	readonly plainUpper: readonly number[];
}

interface Reference {
	readonly curves: readonly Curve[];
	readonly decomposition: readonly {
		readonly part: Effect['part'];
		readonly category: string | null;
		readonly value: number;
		readonly se: number;
		readonly jackknife: number;
	}[];
}

const reference: Reference = JSON.parse(
	readFileSync(new URL('./oracles-own/curves.json', import.meta.url), 'utf8')
);
const table = readTable('../oracles-own/graduates.csv');
const dimensions = {
	sex: (row: number) => text(table, 'sex', row),
	level: (row: number) => text(table, 'level', row)
};
const design: Design = {
	...{ weights: 'weight', strata: ['stratum'], psu: ['cluster'], lonely_psu: 'fail' }
};
const spells = {
	y: (row: number) => number(table, 'months', row),
	x: (row: number) => number(table, 'found', row),
	dimensions
};
const byDesign = makeCells(table, design, spells);
const plain = makeCells(table, { lonely_psu: 'fail' }, spells);

function curveOf(name: string, cells = byDesign): SurvivalCurve {
	const [curve] = survivalCurves(cells, [], { sex: name === 'all' ? [] : [name] });
	if (!curve) throw new Error(`No curve of ${name}`);
	return curve;
}

function errorsOf(curve: SurvivalCurve, months: readonly number[], { strata } = byDesign) {
	const options = { strata, lonely: 'fail', over: 'used' } as const;
	return months.map((month) => Math.sqrt(variance(curve.scoresAt(month), options) ?? NaN));
}

function expectClose(got: readonly number[], expected: readonly number[], rel: number) {
	expect(got).toHaveLength(expected.length);
	got.forEach((value, i) => {
		expect(Math.abs(value / (expected[i] ?? NaN) - 1)).toBeLessThanOrEqual(rel);
	});
}

describe.each(reference.curves)('time to a first job in R: $name', (expected) => {
	const curve = curveOf(expected.name);
	const alone = curveOf(expected.name, plain);
	const { months } = expected;

	test("the curve is survfit's and svykm's", () => {
		expect(curve).toMatchObject({ n: expected.n, missing: expected.missing });
		expect(curve.times).toEqual(expected.time);
		expect(curve.atRisk).toEqual(expected.atRisk);
		expectClose([curve.sumWeights], [expected.sumWeights], 1e-12);
		expectClose(curve.weightAtRisk, expected.weightAtRisk, 1e-10);
		expectClose(curve.survival, expected.survival, 1e-10);
		expectClose(curve.survival, expected.svykm, 1e-10);
	});

	test('quantiles', () => {
		expect(expected.probabilities.map((p) => curve.quantile(p))).toEqual(expected.quantile);
		expect(expected.probabilities.map((p) => alone.quantile(p))).toEqual(expected.plainQuantile);
	});

	test('degrees of freedom', () => {
		const used = usedClusters(curve.scoresAt(6));
		expect(used.clusters - used.strata).toBe(expected.df);
	});

	test("errors are those of R's delta method for the product of totals", () => {
		expectClose(errorsOf(curve, months), expected.linearised, 1e-9);
	});

	test('errors are near the jackknife that leaves out one cluster', () => {
		expectClose(errorsOf(curve, months), expected.jackknife, 0.02);
	});

	test("errors of the logarithm are a little above svykm's, which are of the hazard", () => {
		const errors = errorsOf(curve, months).map((se, i) => se / curve.survivalAt(months[i] ?? 0));
		errors.forEach((error, i) => expect(error).toBeGreaterThan(expected.hazardLogError[i] ?? NaN));
		expectClose(errors, expected.hazardLogError, 0.15);
	});

	test("without weights and clusters they are Greenwood's but for n/(n − 1)", () => {
		// n rows of the design: those outside the domain are clusters with a score of 0.
		const factor = Math.sqrt(table.length / (table.length - 1));
		const errors = errorsOf(alone, months, plain).map((se) => se / factor);
		expectClose(
			months.map((month) => alone.survivalAt(month)),
			expected.plainSurvival,
			1e-10
		);
		expectClose(errors, expected.greenwood, 1e-9);
	});

	test("intervals are survfit's on the same scale", () => {
		const limits = months.map((month, i) =>
			survivalInterval({
				survival: alone.survivalAt(month),
				se: expected.greenwood[i] ?? NaN,
				df: Infinity,
				level: 0.95
			})
		);
		expectClose(
			limits.map((limit) => limit?.low ?? NaN),
			expected.plainLower,
			1e-9
		);
		expectClose(
			limits.map((limit) => limit?.high ?? NaN),
			expected.plainUpper,
			1e-9
		);
	});

	test("intervals of quantiles are survfit's", () => {
		const options = { strata: plain.strata, lonely: 'fail' } as const;
		const got = expected.probabilities.map((p) =>
			quantileInterval(alone, { p, level: 0.95 }, options)
		);
		expect(got.map((interval) => interval?.low)).toEqual(expected.plainLow);
		expect(got.map((interval) => interval?.high)).toEqual(expected.plainHigh);
	});
});

describe('why women are less often in work than men, by level of education', () => {
	const cells = makeCells(table, design, {
		y: (row) => number(table, 'in_work', row),
		x: () => 1,
		dimensions
	});
	const options = { strata: cells.strata, lonely: 'fail', over: 'design' } as const;
	const { effects } = decompose(tally(cells, ['sex', 'level'], {}), ['F', 'M']);
	const errors = effects.map(({ scores }) => Math.sqrt(variance(scores, options) ?? NaN));

	test("effects and errors are those of R's delta method", () => {
		expect(effects.map(({ part, category }) => [part, category])).toEqual(
			reference.decomposition.map(({ part, category }) => [part, category])
		);
		const values = reference.decomposition.map(({ value }) => value);
		expectClose(
			effects.map(({ value }) => value),
			values,
			1e-9
		);
		expectClose(
			errors,
			reference.decomposition.map(({ se }) => se),
			1e-9
		);
	});

	test('errors are near the jackknife', () => {
		expectClose(
			errors,
			reference.decomposition.map(({ jackknife }) => jackknife),
			0.05
		);
	});

	test('the sum has the value and the error of the difference', () => {
		const [women = emptyTally([]), men = emptyTally([])] = tally(cells, ['sex'], {});
		const whole = difference(women, men, { ...options, kind: 'mean', level: 0.95 });
		expectClose([effects[0]?.value ?? NaN], [whole.value ?? NaN], 1e-12);
		expectClose(errors.slice(0, 1), [whole.se ?? NaN], 1e-12);
	});
});
