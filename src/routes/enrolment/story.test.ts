import { describe, expect, test } from 'vitest';
import { cellText, isRich, tableCsv } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { catalogue, told, figureOf, columnOf } from '#tests/support/enrolment.ts';

describe('the page of enrolment', () => {
	test('sets all students beside the field with the smallest share of women', async () => {
		const story = await told('');
		const shares = columnOf(figureOf(story, 'women-by-field'), 'value').map(Number);
		const least = `${Math.round(100 * Math.min(...shares))}%`;
		expect(story.title).toMatch(new RegExp(`^Women are \\d+% of students, but ${least} in `));
		expect((await told('?field=07')).title).toMatch(/^Women are \d+% of students in \D+$/);
	});

	test('is told alike by the catalogue that the browser has', async () => {
		for (const query of ['', '?field=05,07&residence=rural', '?year=2019']) {
			expect(await told(query, slimCatalogue(catalogue))).toEqual(await told(query));
		}
	});

	test('prints exact counts, and no word where an interval would be', async () => {
		const story = await told('');
		expect(JSON.stringify(story)).not.toContain('no interval');
		const heads = figureOf(story, 'heads-by-year').table;
		const csv = tableCsv(heads, []);
		expect(csv.split('\r\n')[0]).toBe('year,group,value,quality');
		for (const { cells } of heads.rows) {
			const cell = cells[2] ?? '';
			expect(cellText(cell).replaceAll(',', '')).toBe(String(isRich(cell) ? cell.raw : cell));
		}
	});

	test('has a column for words of care where a line asks for care, and for heads below shares', async () => {
		const ids = ({ table }: FigureModel) => table.columns.map(({ id }) => id);
		expect(ids(figureOf(await told(''), 'women-by-field'))).not.toContain('note');
		expect(ids(figureOf(await told(''), 'women-by-field'))).toContain('n');
		const few = figureOf(await told('?institution=TVA&residence=periurban'), 'through');
		expect(few.table.rows.some(({ quality }) => quality !== 'ok')).toBe(true);
		expect(ids(few)).toContain('note');
	});

	test('says in the words of counts what counts say', async () => {
		const fields = figureOf(await told(''), 'women-by-field');
		const fewer = columnOf(fields, 'value').filter((share) => Number(share) < 0.5).length;
		expect(fields.finding).toContain(`in ${fewer} of ${fields.table.rows.length} fields`);
		const men = figureOf(await told('?field=07'), 'parity');
		expect(men.finding).toMatch(/^Men outnumber women/);
		expect(columnOf(men, 'value').every((value) => Number(value) < 0.97)).toBe(true);
	});
});

describe('years', () => {
	test('a table holds every year and gender that a line is drawn through', async () => {
		const figure = figureOf(await told('?institution=POA'), 'heads-by-year');
		if (figure.plot.kind !== 'curves') throw new Error(figure.plot.kind);
		const drawn = figure.plot.curves.flatMap(({ name, points }) =>
			points.map(({ at, figure: one }) => `${at} ${name} ${one.value}`)
		);
		const held = figure.table.rows.map(({ cells: [year = '', name = ''] }, i) =>
			[cellText(year), cellText(name), columnOf(figure, 'value')[i]].join(' ')
		);
		expect(held.toSorted()).toEqual(drawn.toSorted());
	});

	test('a year chosen stays out of the lines, which say so', async () => {
		const figure = figureOf(await told('?year=2019'), 'heads-by-year');
		expect(figure.table.rows.length).toBe(2 * (catalogue.codeLists.year ?? []).length);
		expect(figure.what).toContain('the choice of 2019');
		expect(figureOf(await told(''), 'heads-by-year').what).not.toContain('choice');
	});

	test('the tracer study is not available by year, and the figure says so', async () => {
		const { absence } = figureOf(await told('?year=2019'), 'sectors-reached');
		expect(absence?.sentence).toContain('not available by year');
		expect(absence?.engineHelps).toBe(false);
	});
});
