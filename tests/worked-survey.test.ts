import { describe, expect, test } from 'vitest';
import { difference } from '#lib/survey/contrast.ts';
import { estimate } from '#lib/survey/estimate.ts';
import { emptyTally, tally, type Tally } from '#lib/survey/tally.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';
import { makeCells, number, readTable, text, type Table } from '#tests/support/oracle-cells.ts';

describe('a survey of 24 people in two strata of three clusters, as R has it', () => {
	const table = readTable('data/svy_example.csv');
	const cells = cellsOf(table, 'y');
	const options = {
		kind: 'mean',
		interval: 'xlogit',
		level: 0.95,
		lonely: 'fail',
		strata: cells.strata
	} as const;

	test.each([
		['all', {}, [24, 5080, 0.3700787402, 0.1109562982, 4, 0.1354789714, 0.6877456785]],
		[
			'women',
			{ female: ['1'] },
			[13, 2640, 0.3371212121, 0.1212998081, 4, 0.1012689239, 0.6965462645]
		],
		['men', { female: ['0'] }, [11, 2440, 0.4057377049, 0.1446920069, 4, 0.11428, 0.78322]],
		[
			'urban',
			{ urban: ['1'] },
			[12, 1480, 0.6283783784, 0.2422937661, 2, 0.0190947191, 0.9932376312]
		],
		[
			'rural',
			{ urban: ['0'] },
			[12, 3600, 0.2638888889, 0.1318902856, 2, 0.0189427435, 0.8693818231]
		]
	] as const)('share employed of %s', (_, where, [n, weights, value, se, df, low, high]) => {
		const got = estimate(only(tally(cells, [], where)), options);
		expect(got).toMatchObject({ n, sumWeights: weights, df });
		expect(got.value).toBeCloseTo(value, 9);
		expect(got.se).toBeCloseTo(se, 9);
		expect(got.low).toBeCloseTo(low, 5);
		expect(got.high).toBeCloseTo(high, 5);
	});

	test('total, design effect and symmetric interval', () => {
		const all = only(tally(cells, [], {}));
		expect(estimate(all, { ...options, kind: 'total' }).se).toBeCloseTo(595.3150426, 6);
		const share = estimate(all, { ...options, interval: 't' });
		expect(share.deff).toBeCloseTo(1.220416297, 8);
		expect([share.low, share.high]).toEqual([
			expect.closeTo(0.06201466901, 9),
			expect.closeTo(0.6781428113, 9)
		]);
	});

	test('men − women with the covariance of the clusters that they share', () => {
		const [women = emptyTally([]), men = emptyTally([])] = tally(cells, ['female'], {}).reverse();
		const gap = difference(men, women, options);
		expect(gap.value).toBeCloseTo(0.068616493, 9);
		expect(gap.se).toBeCloseTo(0.1467, 5);
		const squares = [men, women].map((t) => (estimate(t, options).se ?? 0) ** 2);
		const covariance = ((squares[0] ?? 0) + (squares[1] ?? 0) - (gap.se ?? 0) ** 2) / 2;
		expect(covariance).toBeCloseTo(0.007064648201, 8);
	});

	test('mean months', () => {
		const months = estimate(only(tally(cellsOf(table, 'months'), [], {})), {
			...options,
			interval: 't'
		});
		expect(months.value).toBeCloseTo(12.72834646, 7);
		expect(months.se).toBeCloseTo(0.82034233, 7);
		expect(months.low).toBeCloseTo(10.45071101, 7);
		expect(months.high).toBeCloseTo(15.0059819, 7);
	});

	test.each([
		['adjust', 0.13482],
		['remove', 0.13103],
		['average', 0.18531]
	] as const)('a stratum left with one cluster: %s', (lonely: LonelyRule, se) => {
		const kept = keep(table, (row) => !['5', '6'].includes(text(table, 'psu', row)));
		const fewer = cellsOf(kept, 'y');
		const got = estimate(only(tally(fewer, [], {})), { ...options, lonely, strata: fewer.strata });
		expect(got.value).toBeCloseTo(0.57089552, 8);
		expect(got.se).toBeCloseTo(se, 5);
	});
});

function cellsOf(table: Table, column: string) {
	const design = { weights: 'w', strata: ['stratum'], psu: ['psu'], lonely_psu: 'fail' } as const;
	return makeCells(table, design, {
		y: (row) => number(table, column, row),
		x: () => 1,
		dimensions: {
			female: (row) => text(table, 'female', row),
			urban: (row) => text(table, 'urban', row)
		}
	});
}

function keep({ columns, length }: Table, holds: (row: number) => boolean): Table {
	const rows = Array.from({ length }, (_, row) => row).filter(holds);
	const kept = Object.entries(columns).map(([id, column]) => [
		id,
		rows.map((r) => column[r] ?? '')
	]);
	return { length: rows.length, columns: Object.fromEntries(kept) };
}

function only([first]: readonly Tally[]): Tally {
	return first ?? emptyTally([]);
}
