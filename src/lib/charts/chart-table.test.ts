import { expect, test } from 'vitest';
import { csvFile } from '#lib/vocabulary/messages/csv-file.ts';
import type { ChartTable } from './chart-table.ts';
import { fileTable, pageTable, tableCsv } from './chart-table.ts';

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
	expect(lines.slice(0, 5)).toEqual([
		'# A title',
		'# Demonstration data',
		`# ${csvFile.marked}`,
		'skill,gap',
		'"Plan, schedule",1.4837'
	]);
});

test('a withheld number is an empty field', () => {
	expect(tableCsv(table, [])).toContain("'=SUM(A1),\r\n");
});

test.each(['-1.5', '+266', '-.5', '+1e3', '-2.'])('the plain number %s stays as it is', (text) => {
	const csv = tableCsv({ ...table, rows: [{ id: 'a', cells: [text, text] }] }, []);
	expect(csv).toBe(`skill,gap\r\n${text},${text}\r\n`);
});

test.each(['=1', '+266 5800', '-1+2', '@x', '\tx', '+'])(
	'the text %j is marked, and told',
	(text) => {
		const csv = tableCsv({ ...table, rows: [{ id: 'a', cells: [text, text] }] }, ['A title']);
		expect(csv).toBe(`# A title\r\n# ${csvFile.marked}\r\nskill,gap\r\n'${text},'${text}\r\n`);
	}
);

test('the name of a column is no formula either', () => {
	const columns = [{ id: '=A1', label: 'x' }];
	expect(tableCsv({ ...table, columns, rows: [] }, [])).toContain("'=A1\r\n");
});

test('quotes are doubled, and a text is never a formula', () => {
	expect(tableCsv(table, [])).toContain('"Say ""go""",−0.1');
});

test('a column may be for the file alone or for the page alone', () => {
	const parted: ChartTable = {
		caption: 'Gap',
		columns: [
			{ id: 'skill', label: 'Skill' },
			{ id: 'interval', label: 'Interval', only: 'page' },
			{ id: 'low', label: 'low', only: 'csv' },
			{ id: 'high', label: 'high', only: 'csv' }
		],
		rows: [{ id: 'a', cells: ['Plan', '−0.1 to 0.3', -0.0512, null] }]
	};
	expect(tableCsv(parted, [])).toBe('skill,low,high\r\nPlan,-0.0512,\r\n');
});

test('the grade of a line stands in a column of its own, whatever the columns of a file are called', () => {
	const columns = [
		{ id: 'skill', label: 'Skill' },
		{ id: 'gap', label: 'Gap' }
	];
	const rows = [
		{ id: 'a', cells: ['Plan', { text: '1.5', raw: 1.48 }], quality: 'low-n' as const },
		{ id: 'b', cells: ['Run', { text: 'withheld', raw: null }], quality: 'suppressed' as const }
	];
	expect(tableCsv({ caption: 'Gap', columns, rows }, [])).toBe(
		'skill,gap,quality\r\nPlan,1.48,low-n\r\nRun,,suppressed\r\n'
	);
	const own = [{ id: 'quality', label: 'quality' }, ...columns.slice(1)];
	expect(tableCsv({ caption: 'Gap', columns: own, rows }, [])).toMatch(
		/^quality,gap,estimate_quality\r\n/
	);
});

test('page and file each hold what they show of a table', () => {
	const whole: ChartTable = {
		...table,
		columns: [
			{ id: 'skill', label: 'Skill' },
			{ id: 'gap', label: 'Gap', number: true, only: 'page' },
			{ id: 'low', label: 'Low', only: 'csv' },
			{ id: 'course', label: 'Course' }
		],
		rows: [
			{ id: 'a', cells: ['Plan', { text: '1.5', raw: 1.48 }, 1.2, { text: 'A', href: '/a' }] },
			{ id: 'b', cells: ['Dig', 'few', null, { text: '−3', raw: -3, strong: true }] }
		]
	};
	expect(tableCsv(fileTable(whole), ['A title'])).toBe(tableCsv(whole, ['A title']));
	expect(pageTable(whole)).toEqual({
		caption: whole.caption,
		columns: whole.columns.filter(({ id }) => id !== 'low'),
		rows: [
			{ id: 'a', cells: ['Plan', '1.5', { text: 'A', href: '/a' }] },
			{ id: 'b', cells: ['Dig', 'few', { text: '−3', strong: true }] }
		]
	});
});
