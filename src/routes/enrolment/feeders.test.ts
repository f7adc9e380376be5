import { describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { compare, isSayable } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import { rowsOf } from '#tests/support/stories.ts';
import { catalogue, book, told, figureOf, columnOf } from '#tests/support/enrolment.ts';
import { feedersOf } from './feeders.ts';
import { enrolmentPageFilters } from './filters.ts';

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
