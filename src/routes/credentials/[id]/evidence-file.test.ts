import { expect, test } from 'vitest';
import { tableCsv } from '#lib/charts/chart-table.ts';
import { draftBrief } from '#lib/decisions/brief.ts';
import { tinyCandidate, tinyFigure, tinyRanks } from '#tests/support/tiny-candidate.ts';
import { evidenceFile } from './evidence-file.ts';
import { evidenceRows } from './evidence-rows.ts';

const figures = [
	tinyFigure({ label: 'People', value: 1234.5678 }),
	tinyFigure({ label: 'Need', quality: 'unreliable', value: 7, low: 6, high: 8, n: 4 }),
	tinyFigure({ label: 'Shortfall', measure: 'levels' })
];
const rowsOf = (said: Parameters<typeof tinyRanks>[0] = {}) =>
	evidenceRows(draftBrief(tinyCandidate({ figures, ranks: [tinyRanks(said)] })).evidence);
const lines = (said: Parameters<typeof tinyRanks>[0] = {}) =>
	tableCsv(evidenceFile(rowsOf(said), 'https://example.org'), [])
		.trim()
		.split('\r\n');

test('the file has every number whole, with interval, n, grade, source and address', () => {
	const [head, people] = lines();
	expect(head).toBe('figure,indicator,measure,value,low,high,n,source,link,again,quality');
	expect(people).toBe(
		'People,people-short,count,1234.5678,900,1500,240,Skills audit 2024,https://example.org/sectors/A,{},ok'
	);
});

test('what too few answered keeps its n alone', () => {
	expect(lines()[2]).toMatch(/^Need,people-short,count,,,,4,.*,unreliable$/);
});

test('ranks stand after the figures of the course as a range without value, a share of draws without interval', () => {
	const [, , , ranks, first, shortfall] = lines();
	expect(ranks).toMatch(/of 9 courses of the sector",rank,rank,,2,7,240,/);
	expect(first).toMatch(/first three,rank,share,0\.374,,,240,/);
	expect(shortfall).toMatch(/^Shortfall,/);
});

test('among three courses or fewer nothing is said of the first three; of some people they are named', () => {
	const labels = rowsOf({ of: 3, low: 1, high: 1, whom: 'women' }).map(({ label }) => label);
	expect(labels.filter((label) => /first three/.test(label))).toEqual([]);
	expect(labels.join()).toContain('of 3 courses of the sector (women)');
	expect(rowsOf({ low: 1, high: 1 })[2]?.value).toBe('1');
});
