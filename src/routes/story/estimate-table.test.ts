import { describe, expect, test } from 'vitest';
import { cellText, tableCsv } from '#lib/charts/chart-table.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { estimateTable, figureCells, row } from './estimate-table.ts';

const estimate = (said: Partial<Estimate> = {}): Estimate => ({
	...{ key: ['F'], n: 1_184, missing: 2, clusters: 5, sumWeights: 812.5, df: 4, deff: 1.2 },
	...{ value: 0.384_21, se: 0.05, low: 0.33, high: 0.43, quality: 'ok' },
	...said
});
const texts = (said: Partial<Estimate>) =>
	figureCells(estimate(said), 'share')
		.filter((cell) => typeof cell !== 'number' && cell !== null)
		.map((cell) => cellText(cell));
const numbers = (said: Partial<Estimate>) => figureCells(estimate(said), 'share').slice(2, 6);

describe('the line of an estimate', () => {
	test('is value, interval, n and a word of care', () => {
		expect(texts({})).toEqual(['38%', '33–43', '1,184', '']);
	});

	test('an unreliable value stands in the table, with the word', () => {
		expect(texts({ quality: 'unreliable', n: 9 })).toEqual([
			...['38%', '33–43', '9', qualityWords.unreliable]
		]);
	});

	test('without a value the reason stands in its place, once', () => {
		const none = { value: null, se: null, low: null, high: null, n: 0 };
		expect(texts({ ...none, quality: 'not-applicable', reason: 'empty' })).toEqual([
			...['nobody in the sample', '', '0', '']
		]);
	});

	test('has the numbers of its interval, its error and degrees of freedom for the CSV file', () => {
		expect(numbers({})).toEqual([0.33, 0.43, 0.05, 4]);
		expect(numbers({ value: 1, low: null, high: null, se: null })).toEqual([null, null, null, 4]);
		expect(numbers({ value: null, quality: 'suppressed' })).toEqual([null, null, null, null]);
	});

	test('a figure that has no interval since all clusters agree says so', () => {
		const one = { value: 1, low: null, high: null, se: null, reason: 'no-variance' } as const;
		expect(texts(one)).toEqual(['100%', 'no interval: all answers agree', '1,184', '']);
	});
});

describe('the twin of a chart', () => {
	const table = estimateTable(
		[
			{ id: 'a', labels: ['All', 'Women'], estimate: estimate(), measure: 'share', href: '/a' },
			{
				...{ id: 'b', labels: ['All', 'Women − men'], measure: 'points' },
				estimate: estimate({ value: -0.031, quality: 'low-n' })
			}
		],
		{
			caption: 'c',
			heads: [
				{ id: 'skill', label: 'Skill' },
				{ id: 'sex', label: 'Gender' }
			],
			value: 'Share'
		}
	);

	test('has a column for each label and those of the figure, on the page and in the CSV file', () => {
		const ids = (place: 'page' | 'csv') =>
			table.columns.filter(({ only = place }) => only === place).map(({ id }) => id);
		expect(ids('page')).toEqual(['skill', 'sex', 'value', 'interval_95', 'n', 'note']);
		expect(ids('csv')).toEqual([
			...['skill', 'sex', 'value', 'low', 'high', 'se', 'df', 'n', 'note']
		]);
		for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
	});

	test('leads on from the first label and keeps the grade of each line', () => {
		expect(table.rows[0]?.cells[0]).toEqual({ text: 'All', href: '/a' });
		expect(table.rows[1]?.cells[0]).toBe('All');
		expect(table.rows.map(({ quality }) => quality)).toEqual(['ok', 'low-n']);
	});

	test('hands out unrounded numbers, and the differences with their sign', () => {
		const lines = tableCsv(table, []).split('\r\n');
		expect(lines[1]).toBe('All,Women,0.38421,0.33,0.43,0.05,4,1184,,ok');
		expect(lines[2]).toContain(',-0.031,');
		expect(cellText(table.rows[1]?.cells[2] ?? '')).toBe('−3');
	});
});

test('a line written by hand takes the grade of its estimate', () => {
	expect(row('x', ['a'], estimate({ quality: 'imprecise' }))).toEqual({
		...{ id: 'x', cells: ['a'], quality: 'imprecise' }
	});
});
