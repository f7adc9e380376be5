import { expect, test } from 'vitest';
import { estimate } from '#lib/survey/estimate.ts';
import { infer } from '#lib/survey/inference.ts';
import { emptyTally, tally, type Tally } from '#lib/survey/tally.ts';
import { makeCells, number } from '#tests/support/oracle-cells.ts';

test('proficiency: shortfall, surplus, incidence, attainment and gap index of six ratings', () => {
	const ratings = [
		...[
			{ i: 5, r: 4, a: 2, w: 1 },
			{ i: 4, r: 4, a: 3, w: 1 },
			{ i: 5, r: 5, a: 3, w: 2 }
		],
		...[
			{ i: 3, r: 3, a: 3, w: 1 },
			{ i: 4, r: 3, a: 4, w: 1 }
		]
	];
	type Rating = (typeof ratings)[number];
	const of = (y: (rating: Rating) => number, x: (rating: Rating) => number = () => 1) =>
		ratioOf(ratings.map((rating) => ({ w: rating.w, y: y(rating), x: x(rating) })));
	const short = ({ r, a }: Rating) => Math.max(0, r - a);
	expect(of(({ r }) => r)).toBeCloseTo(4, 12);
	expect(of(({ a }) => a)).toBeCloseTo(3, 12);
	expect(of(short)).toBeCloseTo(1.1666666666666667, 12);
	expect(of(({ r, a }) => Math.max(0, a - r))).toBeCloseTo(0.16666666666666666, 12);
	expect(of((one) => Number(short(one) > 0))).toBeCloseTo(0.6666666666666666, 12);
	expect(
		of(
			({ r, a }) => Math.min(a, r),
			({ r }) => r
		)
	).toBeCloseTo(0.7083333333333334, 12);
	expect(
		of(
			(one) => one.i * short(one),
			({ i, r }) => i * r
		)
	).toBeCloseTo(0.3177570093457944, 12);
});

test('employer: densities are ratios of weighted sums', () => {
	const sites = [
		...[{ w: 10, staff: 40, gap: 6, vacancies: 4, hard: 3, short: 2 }],
		...[{ w: 25, staff: 8, gap: 0, vacancies: 0, hard: 0, short: 0 }],
		...[{ w: 5, staff: 120, gap: 18, vacancies: 10, hard: 4, short: 3 }],
		...[{ w: 60, staff: 3, gap: 1, vacancies: 1, hard: 1, short: 0 }]
	];
	type Site = (typeof sites)[number];
	const of = (y: (site: Site) => number, x: (site: Site) => number) =>
		ratioOf(sites.map((site) => ({ w: site.w, y: y(site), x: x(site) })));
	expect(
		of(
			({ gap }) => gap,
			({ staff }) => staff
		)
	).toBeCloseTo(0.15217391304347827, 12);
	expect(
		of(
			({ gap }) => Number(gap > 0),
			() => 1
		)
	).toBeCloseTo(0.75, 12);
	expect(
		of(
			({ vacancies }) => vacancies,
			({ staff }) => staff
		)
	).toBeCloseTo(0.10869565217391304, 12);
	expect(
		of(
			({ hard }) => hard,
			({ vacancies }) => vacancies
		)
	).toBeCloseTo(0.7333333333333333, 12);
	expect(
		of(
			({ short }) => short,
			({ vacancies }) => vacancies
		)
	).toBeCloseTo(0.23333333333333334, 12);
	expect(
		of(
			({ short }) => Number(short > 0),
			() => 1
		)
	).toBeCloseTo(0.15, 12);
});

test('the difference of two independent shares', () => {
	const counts = { key: [], n: 800, missing: 0, clusters: 80, sumWeights: 9e4, df: Infinity };
	const point = {
		counts,
		value: 0.54 - 0.21,
		variance: 0.022 ** 2 + 0.018 ** 2,
		simple: 1,
		scale: 1
	};
	const got = infer(point, 't', 0.95);
	expect(got.se).toBeCloseTo(0.02842534080710379, 12);
	// The reference takes 1.96 for the quantile.
	expect(got.low).toBeCloseTo(0.2742863320180766, 5);
	expect(got.high).toBeCloseTo(0.3857136679819235, 5);
});

function only([first]: readonly Tally[]): Tally {
	return first ?? emptyTally([]);
}

/** The estimator's value over rows that are their own clusters. */
function ratioOf(rows: readonly { w: number; y: number; x: number }[]): number | null {
	const column = (id: 'w' | 'y' | 'x') => rows.map((row) => String(row[id]));
	const table = {
		length: rows.length,
		columns: { w: column('w'), y: column('y'), x: column('x') }
	};
	const cells = makeCells(
		table,
		{ weights: 'w', lonely_psu: 'fail' },
		{
			y: (row) => number(table, 'y', row),
			x: (row) => number(table, 'x', row),
			dimensions: {}
		}
	);
	const { strata } = cells;
	const options = { kind: 'ratio', interval: 't', level: 0.95, lonely: 'fail', strata } as const;
	return estimate(only(tally(cells, [], {})), options).value;
}
