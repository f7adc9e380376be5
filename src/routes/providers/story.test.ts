import { describe, expect, test } from 'vitest';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { isRich } from '#lib/charts/chart-table.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { formatView, parseView, tidyView } from '#lib/vocabulary/view.ts';
import { figureOf, openProviders } from '#tests/support/providers.ts';
import { Teller } from '../story/story.ts';
import { readChoice } from './choice.ts';
import { providersPageFilters } from './filters.ts';
import { startView } from './start.ts';
import { tellProviders, type ProvidersStory } from './story.ts';

const { context, offer, story, viewOf, told, fitsOf } = await openProviders();

const targets = () => context.catalogue.site.targetSectors.map(({ code }) => code);

describe('without a choice', () => {
	test('all target sectors are shown, from the first district group, with all that fits', () => {
		expect(story.needs.map(({ id }) => id)).toEqual([
			...targets().map((code) => `need-${code}`),
			'where'
		]);
		for (const { others } of fitsOf('')) expect(others).toEqual([]);
		expect(story.loosen).toEqual([]);
		expect(story.shown).toContain(words.anyField);
	});

	test('the browser tells the same with the catalogue that it has', async () => {
		const slim = { ...context, catalogue: slimCatalogue(context.catalogue) };
		for (const query of ['', '?mode=remote', '?field=07&lqf_from=6']) {
			const here = await tellProviders(viewOf(query), new Teller(slim), { offer });
			expect(here, query).toEqual(await told(query));
		}
	});
});

describe('a choice', () => {
	test('keeps out what cannot be taught so', () => {
		for (const { skills } of fitsOf('?mode=remote')) {
			for (const { skill } of skills) expect(skill.delivery).toBe('remote possible');
		}
		for (const { skills } of fitsOf('?lqf_from=7')) {
			for (const { level } of skills) expect(level?.high).toBeGreaterThanOrEqual(7);
		}
		const field = offer.fieldCodes[0] ?? '';
		for (const { skills } of fitsOf(`?field=${field}`)) {
			for (const { skill } of skills) {
				expect(offer.fields[skill.id] ?? [field], skill.id).toContain(field);
			}
		}
	});

	test('of a course keeps it only as a whole', () => {
		for (const { candidates, others } of fitsOf('?mode=blended')) {
			const out = new Set(others.map(({ skill }) => skill.id));
			for (const { skills } of candidates) {
				for (const { skill } of skills) expect(out.has(skill.id)).toBe(false);
			}
		}
	});

	test('of hours a week changes weeks and nothing that was counted', async () => {
		const slow = await told('?weekly=4');
		const [one] = targets();
		const columns = figureOf(slow, `need-${one}`).table.columns;
		const at = (id: string) => columns.findIndex((column) => column.id === id);
		const rows = (from: ProvidersStory) => figureOf(from, `need-${one}`).table.rows;
		rows(slow).forEach(({ cells, id }, i) => {
			const raw = (column: string) => {
				const cell = cells[at(column)];
				return isRich(cell) ? Number(cell.raw) : NaN;
			};
			expect(raw('weeks'), id).toBe(Math.ceil(raw('hours') / 4));
			expect(cells[at('value')], id).toEqual(rows(story)[i]?.cells[at('value')]);
		});
	});

	test('that lets nothing in says which choice to loosen', async () => {
		const none = await told('?lqf_from=7&lqf_to=3');
		expect(none.title).toBe(words.titleNone);
		expect(none.loosen).toHaveLength(targets().length);
		for (const sentence of none.loosen) expect(sentence).toContain('Widen the proposed levels');
		expect([...none.needs, ...none.supply]).toEqual([]);
		expect(none.compare.table).toBeUndefined();
		expect(none.note.table).toBeUndefined();
	});

	test('names the choices to loosen together where no single one does', async () => {
		const [sector = ''] = targets();
		const skill = context.catalogue.skills.find(
			(one) => one.sectors.includes(sector) && one.delivery === 'practical on site'
		);
		const only = [{ id: `${sector}-0000`, skills: [{ id: skill?.id ?? '', from: 2, to: 3 }] }];
		const few = { ...offer, sectors: { [sector]: only } };
		const view = viewOf(`?mode=remote&lqf_from=7&lqf_to=3&sector=${sector}`);
		const { loosen } = await tellProviders(view, new Teller(context), { offer: few });
		expect(loosen.join()).toContain('loosen the modes and the levels together');
	});

	test('that reaches nobody in a sector says so, and what helps', async () => {
		const found = offer.reach.map(({ from }) => from);
		const stories = await Promise.all(
			[...new Set(found)].map((at) => told(`?at=${at}&mode=evening`))
		);
		const absent = stories.flatMap(({ needs }) => needs.filter(({ absence }) => absence));
		expect(absent.length).toBeGreaterThan(0);
		for (const { absence, id } of absent) {
			expect(absence?.sentence, id).toContain('Choose another place');
		}
	});

	test('of a provider fills in what it teaches, where and how', async () => {
		const { options } = providersPageFilters(context.catalogue, offer);
		for (const provider of offer.providers) {
			const query = formatView(tidyView(startView(provider), options));
			const { view, ignored } = parseView(query, options);
			expect(ignored, provider.id).toEqual([]);
			const choice = readChoice(view, offer, context.catalogue);
			expect(choice.at).toBe(provider.districtGroup);
			expect(choice.fields).toEqual(provider.fields);
			expect([...choice.modes].sort()).toEqual([...provider.modes].sort());
			expect(choice.levels).toEqual({ low: provider.lqf.from, high: provider.lqf.to });
			expect([...choice.sectors].sort()).toEqual([...provider.sectors].sort());
			const { served, started } = await tellProviders(view, new Teller(context), { offer });
			expect(started).toContain(provider.label);
			// It is not one of the others.
			expect(served.providers?.rows.map(({ id }) => id) ?? []).not.toContain(provider.id);
		}
	});
});
