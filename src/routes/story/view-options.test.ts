import { beforeAll, describe, expect, test } from 'vitest';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { emptyView, parseView, tidyView } from '#lib/vocabulary/view.ts';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { ignoredSentences, pageFilters, withValues, type PageFilters } from './view-options.ts';

const ids = ['sex', 'residence', 'wave', 'occupation', 'age'];
let catalogue: Catalogue;
let page: PageFilters;

beforeAll(async () => {
	catalogue = await readCatalogue();
	page = pageFilters(catalogue, ids);
});

const field = (id: string, of = page) => of.fields.find((one) => one.id === id);
const values = (query: string, of = page) =>
	Object.fromEntries(
		withValues(of.fields, parseView(query, of.options).view).map(({ id, value }) => [id, value])
	);

describe('the filters of a page', () => {
	test('every dimension has a labelled field whose codes are those of its list', () => {
		for (const id of ids) {
			const options = field(id)?.options ?? [];
			expect(field(id)?.label, id).toMatch(/^[A-Z]/);
			expect(
				options.every(({ label }) => label !== ''),
				id
			).toBe(true);
			const codes = options.map(({ value }) => value).filter((value) => value !== '');
			expect(codes, id).toEqual(page.options.filters[id]);
			expect(codes.length, id).toBeGreaterThan(0);
		}
	});

	test('a dimension of one code offers no “all”, the others offer it first', () => {
		for (const { id, options } of page.fields.filter(({ id: one }) => ids.includes(one))) {
			const codes = page.options.filters[id] ?? [];
			expect(options[0]?.value === '', id).toBe(codes.length > 1);
		}
	});

	test('how peri-urban homes count is asked only where residence is', () => {
		expect(field('periurban')?.more).toBe(true);
		expect(page.options.choices.periurban?.[0]).toBe('own');
		const without = pageFilters(catalogue, ['sex']);
		expect(field('periurban', without)).toBeUndefined();
		expect(without.options.choices.periurban).toBeUndefined();
	});

	test('age and occupation stand behind “More”, gender does not', () => {
		expect([field('age')?.more, field('occupation')?.more, field('sex')?.more]).toEqual([
			...[true, true, undefined]
		]);
	});

	test('a dimension that does not exist restricts nothing', () => {
		expect(pageFilters(catalogue, ['colour']).options.filters).toEqual({ colour: [] });
	});
});

describe('a page whose path has chosen a sector', () => {
	test('shows it, offers the others and does not filter by it', () => {
		const code = catalogue.site.default.sector;
		const own = pageFilters(catalogue, ids, { sector: code });
		expect(field('sector', own)).toMatchObject({ path: code });
		expect(field('sector', own)?.options.some(({ value }) => value === '')).toBe(false);
		expect(own.options.filters).not.toHaveProperty('sector');
		expect(values('', own).sector).toBe(code);
		expect(field('sector')).toBeUndefined();
	});
});

describe('the fields under a View', () => {
	test('show the default of each until something is chosen', () => {
		const shown = values('');
		expect(shown).toMatchObject({ sex: '', residence: '', periurban: 'own' });
		expect(shown.wave).toBe(catalogue.site.default.wave);
	});

	test('show what is chosen', () => {
		expect(values('?sex=F&periurban=rural')).toMatchObject({ sex: 'F', periurban: 'rural' });
	});

	test('several codes at once get an entry of their own, with their labels', () => {
		const view = tidyView(
			{ ...emptyView, filters: { residence: ['urban', 'rural'] } },
			page.options
		);
		const shown = withValues(page.fields, view).find(({ id }) => id === 'residence');
		const labels = ['urban', 'rural'].map(
			(code) => catalogue.codeLists.residence?.find((one) => one.code === code)?.label
		);
		expect(shown?.value).toBe('urban,rural');
		expect(shown?.options.at(-1)).toEqual({ value: 'urban,rural', label: labels.join(', ') });
	});

	test('every value shown is one of the options', () => {
		for (const query of ['', '?sex=F', '?residence=urban,rural&age=55%2B', '?periurban=urban']) {
			for (const shown of withValues(page.fields, parseView(query, page.options).view)) {
				const offered = shown.options.map(({ value }) => value);
				expect(offered.length === 0 || offered.includes(shown.value), shown.id).toBe(true);
				expect(new Set(offered).size, shown.id).toBe(offered.length);
			}
		}
	});
});

test('what was ignored is said with what is shown instead', () => {
	const { ignored } = parseView('?sex=X&colour=red', page.options);
	const [sex, colour] = ignoredSentences(ignored, page.fields);
	expect(sex).toContain('sex=X');
	expect(sex).toContain(field('sex')?.options[0]?.label ?? 'no label');
	expect(colour).toContain('colour');
	expect(ignoredSentences([], page.fields)).toEqual([]);
});

test('of several codes the unknown ones alone are said to be left out', () => {
	const { ignored, view } = parseView('?residence=rural,moon', page.options);
	expect(view.filters.residence).toEqual(['rural']);
	expect(ignoredSentences(ignored, page.fields)).toEqual([
		'moon is unknown and left out of residence.'
	]);
});

test('a parameter that the path has settled is told by what the page shows', () => {
	const code = catalogue.site.default.sector;
	const own = pageFilters(catalogue, ids, { sector: code });
	const label = labelOf(catalogue, 'sector', code).toLowerCase();
	const { ignored } = parseView('?sector=other', own.options);
	expect(ignoredSentences(ignored, own.fields)).toEqual([
		`This page shows ${label}; “sector” in its address was ignored.`
	]);
});
