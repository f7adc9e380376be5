import { expect, test } from 'vitest';
import type { ChartTable } from './chart-table.ts';
import { tableCsv } from './chart-table.ts';

const table: ChartTable = {
	caption: 'Gap by skill',
	columns: [
		{ id: 'skill', label: 'Skill' },
		{ id: 'gap', label: 'Gap', number: true }
	],
	rows: [
		{ id: 'a', cells: ['Plan, schedule', { text: '1.5', raw: 1.4837 }] },
		{ id: 'b', cells: ['=SUM(A1)', { text: 'withheld', raw: null }] },
		{ id: 'c', cells: ['Say "go"', '−0.1'] }
	]
};

test('the file begins with notes and holds unrounded numbers', () => {
	const lines = tableCsv(table, ['A title', 'Demonstration\ndata']).split('\r\n');
	expect(lines.slice(0, 4)).toEqual([
		'# A title',
		'# Demonstration data',
		'skill,gap',
		'"Plan, schedule",1.4837'
	]);
});

test('a withheld number is an empty field', () => {
	expect(tableCsv(table, [])).toContain("'=SUM(A1),\r\n");
});

test('quotes are doubled, and a text is never a formula', () => {
	expect(tableCsv(table, [])).toContain('"Say ""go""",−0.1');
});
