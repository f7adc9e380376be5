import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { compare, isSayable } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText, isRich, tableCsv } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import type { AnswerBook } from '#lib/answers/answer-book.ts';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { rowsOf } from '#tests/support/stories.ts';
import { Teller } from '../story/story.ts';
import { feedersOf } from './feeders.ts';
import { enrolmentPageFilters } from './filters.ts';
import { tellEnrolment } from './story.ts';

let catalogue: Catalogue;
let book: AnswerBook;

beforeAll(async () => {
	catalogue = await readCatalogue();
	book = await readAnswerBook();
});

const told = (query: string, known = catalogue) => {
	const { view } = parseView(query, enrolmentPageFilters(known).options);
	return tellEnrolment(view, new Teller({ catalogue: known, book }), feedersOf(catalogue));
};

function figureOf({ figures }: { readonly figures: readonly FigureModel[] }, id: string) {
	const found = figures.find((figure) => figure.id === id);
	if (!found) throw new Error(`No figure ${id}`);
	return found;
}

const columnOf = ({ table }: FigureModel, id: string) => {
	const at = table.columns.findIndex((column) => column.id === id);
	return table.rows.map(({ cells }) => {
		const cell = cells[at] ?? null;
		return isRich(cell) ? cell.raw : cell;
	});
};

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

describe('which fields feed which sectors', () => {
	test('a field is named for a sector only where it is clearly above each other field', async () => {
		const seen = { named: 0, open: 0 };
		for (const query of [
			'',
			'?isced_level=5',
			'?isced_level=6',
			'?institution=UNA,POA',
			'?residence=rural'
		]) {
			const figure = figureOf(await told(query), 'sectors-reached');
			if (figure.absence) continue;
			const [asked = ''] = figure.computed.questions;
			const question = JSON.parse(asked);
			const { estimates } = await ask(question, { catalogue, book });
			for (const { code: sector } of catalogue.site.targetSectors) {
				const [top, ...others] = estimates
					.filter((one) => one.part === sector && isSayable(one))
					.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
					.map(({ key }) => key.join());
				if (!top || others.length === 0) continue;
				const clear = [];
				for (const other of others) {
					const difference = { dimension: 'field', minus: [top, other] as const };
					const apart = await ask({ ...question, by: [], difference }, { catalogue, book });
					const one = apart.estimates.find(({ part }) => part === sector);
					clear.push(compare(one, others.length) === 'above');
				}
				const label = catalogue.codeLists.sector?.find(({ code }) => code === sector)?.label ?? '';
				const says = new RegExp(`work in ${label}( is|,)`, 'i');
				const named = says.test(figure.finding);
				expect(named, `${query} ${sector}: ${figure.finding}`).toBe(!clear.includes(false));
				seen[named ? 'named' : 'open']++;
			}
		}
		expect(seen.named).toBeGreaterThan(1);
		expect(seen.open).toBeGreaterThan(1);
	});

	test('a share of too few graduates is in the table, not in the chart', async () => {
		const figure = figureOf(await told(''), 'sectors-reached');
		const few = figure.table.rows.filter(({ quality }) => quality === 'unreliable');
		expect(few.length).toBeGreaterThan(0);
		const drawn = rowsOf(figure).flatMap(({ row }) => row.marks);
		expect(drawn.filter((mark) => !isShown(mark.figure)).length).toBe(few.length);
	});

	test('a home chosen is the one before studying', async () => {
		const figure = figureOf(await told('?residence=rural'), 'sectors-reached');
		expect(figure.computed.questions[0]).toContain('"residence_origin":["rural"]');
		expect(figure.what).toContain('before studying');
	});

	test('graduates of a field are an upper bound for each sector, and are never added', async () => {
		const story = await told('');
		const figure = figureOf(story, 'supply');
		const byField = new Map<string, Set<unknown>>();
		figure.table.rows.forEach(({ cells }, i) => {
			const field = cellText(cells[0] ?? '');
			const values = byField.get(field) ?? new Set();
			byField.set(field, values.add(columnOf(figure, 'value')[i]));
		});
		// One and the same number wherever a field stands: nothing is shared out or summed.
		expect([...byField.values()].map(({ size }) => size)).not.toContain(2);
		expect(figure.table.rows.length).toBeGreaterThan(byField.size);
		expect(figure.what).toContain('never added');
	});

	test('skills of every sector lead to none, and a map of nothing to no field', () => {
		for (const { fields, groups } of feedersOf(catalogue)) {
			expect(groups).toBeGreaterThan(0);
			for (const through of Object.values(fields)) {
				expect(new Set(through).size).toBe(through.length);
				expect(through.length).toBeLessThanOrEqual(groups);
			}
		}
		const bare = { ...catalogue, codeLists: { ...catalogue.codeLists, occupation_field: [] } };
		expect(feedersOf(bare).map(({ fields }) => fields)).toEqual(
			catalogue.site.targetSectors.map(() => ({}))
		);
		const skills = catalogue.skills.filter(({ sectors }) => sectors.includes('all'));
		expect(skills.length).toBeGreaterThan(0);
		expect(feedersOf({ ...catalogue, skills }).map(({ groups }) => groups)).toEqual(
			catalogue.site.targetSectors.map(() => 0)
		);
	});
});

describe('what can’t be said', () => {
	test('one field has nothing to segregate', async () => {
		const story = await told('?field=07');
		expect(figureOf(story, 'segregation').absence?.title).toMatch(/^One field/);
		expect(story.lead).not.toContain('change field');
		const shares = figureOf(story, 'shares-by-year').plot;
		expect(shares.kind === 'curves' && shares.curves.map(({ id }) => id)).toEqual(['women']);
	});

	test('institutions of one field are in the table of segregation alone, and named', async () => {
		const figure = figureOf(await told(''), 'segregation');
		const drawn = rowsOf(figure).map(({ row }) => row.name);
		const left = figure.table.rows
			.map(({ cells }) => cellText(cells[0] ?? ''))
			.filter((name) => !drawn.includes(name));
		expect(left.length).toBeGreaterThan(0);
		for (const name of left) expect(figure.what).toContain(name);
	});

	test('under a chosen home shares by home have nothing to say', async () => {
		const figure = figureOf(await told('?residence=rural'), 'home');
		expect(figure.absence?.title).toBe('Home at entry is chosen above');
	});

	test('where nobody is left every figure says so and no key figure stands', async () => {
		const story = await told('?isced_level=7&institution=TVA');
		expect(story.keyFigures).toEqual([]);
		expect(story.figures.filter(({ absence }) => !absence)).toEqual([]);
	});

	test('there is no filter by gender, and homes are those at entry', () => {
		const { options, fields } = enrolmentPageFilters(catalogue);
		expect(Object.keys({ ...options.filters, ...options.choices })).not.toContain('sex');
		expect(fields.find(({ id }) => id === 'residence')?.label).toBe('Home at entry');
	});
});
