import { beforeAll, describe, expect, test } from 'vitest';
import { ask, type AskContext } from '#lib/answers/ask.ts';
import { isSayable, standing } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText, isRich } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { formatView, parseView, tidyView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import { rowsOf } from '#tests/support/stories.ts';
import { Teller } from '../story/story.ts';
import { readChoice } from './choice.ts';
import { providersPageFilters } from './filters.ts';
import { fitSector } from './fit.ts';
import { makeOffer } from './make-offer.ts';
import type { Offer } from './offer.ts';
import { startView } from './start.ts';
import { figuresOf, tellProviders, type ProvidersStory } from './story.ts';

let context: AskContext;
let offer: Offer;
let story: ProvidersStory;

beforeAll(async () => {
	context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
	offer = await makeOffer(new Teller(context), await readGenerated<Planning>('planning.json'));
	story = await told('');
});

const viewOf = (query: string) =>
	parseView(query, providersPageFilters(context.catalogue, offer).options).view;

const told = (query: string) => tellProviders(viewOf(query), new Teller(context), { offer });

const fitsOf = (query: string) => {
	const choice = readChoice(viewOf(query), offer, context.catalogue);
	return choice.sectors.map((sector) =>
		fitSector(sector, choice, { offer, catalogue: context.catalogue })
	);
};

const figure = ({ needs, supply, learners }: ProvidersStory, id: string): FigureModel => {
	const found = [...needs, ...supply, ...learners.figures].find((one) => one.id === id);
	if (!found) throw new Error(`No figure ${id}`);
	return found;
};

const targets = () => context.catalogue.site.targetSectors.map(({ code }) => code);

/** A district group from which some others are reached by remote teaching alone. */
const remoteFrom = () => offer.reach.find(({ kind }) => kind === 'remote')?.from ?? '';

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
		const columns = figure(slow, `need-${one}`).table.columns;
		const at = (id: string) => columns.findIndex((column) => column.id === id);
		const rows = (from: ProvidersStory) => figure(from, `need-${one}`).table.rows;
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

describe('who is within reach', () => {
	test('is counted where the mode of the skill reaches, and nowhere else', async () => {
		const from = remoteFrom();
		const far = await told(`?at=${from}`);
		for (const { computed, id } of far.needs.filter((one) => one.id !== 'where')) {
			const asked = computed.questions.map((text) => parseQuestion(text));
			const ranked = asked.filter(({ by }) => by.join() === 'skill');
			for (const { where } of ranked) {
				for (const code of where.skill ?? []) {
					const delivery = context.catalogue.skills.find((skill) => skill.id === code)?.delivery;
					const kinds = (where.district_group ?? []).map(
						(to) => offer.reach.find((one) => one.from === from && one.to === to)?.kind
					);
					if (delivery !== 'remote possible') expect(kinds, id).not.toContain('remote');
				}
			}
		}
	});

	test('adds up over district groups to what is counted as a whole', () => {
		for (const { id, table } of story.needs.filter((one) => one.id !== 'where')) {
			const groups = context.catalogue.codeLists.district_group ?? [];
			const at = (column: string) => table.columns.findIndex((one) => one.id === column);
			for (const { cells } of table.rows) {
				const raw = (column: string) => {
					const cell = cells[at(column)];
					return isRich(cell) ? (cell.raw ?? 0) : 0;
				};
				const sum = groups.reduce((all, { code }) => all + raw(code), 0);
				expect(sum, id).toBeCloseTo(raw('value'), 6);
			}
		}
	});

	test('is in no chart where too few answered, and in the table all the same', async () => {
		const near = await told('?mode=evening&sector=all');
		let few = 0;
		for (const model of figuresOf(near)) {
			const { plot, table, id } = model;
			for (const { row } of plot.kind === 'curves' ? [] : rowsOf(model)) {
				if (id.startsWith('need-'))
					expect(row.marks.every(({ figure }) => isShown(figure))).toBe(true);
			}
			if (id.startsWith('need-') || id === 'where') {
				few += table.rows.filter(({ quality }) => quality === 'unreliable').length;
			}
		}
		expect(few).toBeGreaterThan(0);
	});

	test('comes first by name only where no other skill may be first', async () => {
		let claims = 0;
		let open = 0;
		for (const at of new Set(offer.reach.map(({ from }) => from))) {
			for (const mode of ['block', 'evening', 'remote']) {
				const { needs } = await told(`?at=${at}&mode=${mode}&sector=all`);
				for (const { id, finding, table, computed, absence } of needs) {
					if (id === 'where' || absence) continue;
					const [asked] = computed.questions.map((text) => parseQuestion(text));
					const shown = table.rows.filter(({ quality }) =>
						['ok', 'low-n', 'imprecise'].includes(quality ?? '')
					);
					if (!asked || shown.length < 2) continue;
					const { top } = await standing(asked, context, asked.where.skill);
					const claim = finding.includes('more people within reach are short in');
					expect(claim, finding).toBe(top.length === 1);
					if (claim) claims++;
					else open++;
				}
			}
		}
		expect(claims).toBeGreaterThan(3);
		expect(open).toBeGreaterThan(3);
	});
});

describe('people against places', () => {
	test('is the people short over the places of the others, with its interval', async () => {
		const { computed, table } = figure(story, 'places');
		const answers = await Promise.all(
			computed.questions.map((text) => ask(parseQuestion(text), context))
		);
		const at = (id: string) => table.columns.findIndex((column) => column.id === id);
		for (const { id, cells } of table.rows) {
			const [people] =
				answers.find(({ question }) => question.where.sector?.[0] === id)?.estimates ?? [];
			const cell = cells[at('value')];
			const places = cells[at('places')];
			if (!people || !isRich(cell) || !isRich(places)) throw new Error(id);
			expect(isSayable(people)).toBe(true);
			const seats = offer.providers
				.filter(({ sectors }) => sectors.includes(id))
				.reduce((sum, { seatsAYear }) => sum + seatsAYear, 0);
			expect(places.raw, id).toBe(seats);
			expect(cell.raw, id).toBeCloseTo((people.value ?? NaN) / seats, 9);
			expect(cells[at('low')], id).toBeCloseTo((people.low ?? NaN) / seats, 9);
		}
	});

	test('says that providers and places are made up', () => {
		expect(figure(story, 'places').source).toContain('made up');
		expect(story.note.sources.join()).toContain('made up');
	});
});

describe('would-be learners', () => {
	test('stand in figures of their own, from their own survey, and in no count of people short', () => {
		expect(story.learners.figures.length).toBeGreaterThan(1);
		for (const { computed } of story.learners.figures) {
			for (const text of computed.questions) expect(parseQuestion(text).source).toBe('tracer');
		}
		for (const { computed } of [...story.needs, ...story.supply]) {
			for (const text of computed.questions) expect(parseQuestion(text).source).toBe('audit');
		}
	});

	test('stand as they were told while the same people are within reach', async () => {
		const { learners } = story;
		const teller = new Teller(context);
		const same = await tellProviders(viewOf('?weekly=4'), teller, { offer, learners });
		expect(same.learners).toBe(learners);
		expect(teller.asked.some(({ question }) => question.source === 'tracer')).toBe(false);
		const near = viewOf('?mode=evening');
		const other = await tellProviders(near, new Teller(context), { offer, learners });
		expect(other.learners.groups).toHaveLength(1);
		expect(other).toEqual(await told('?mode=evening'));
	});

	test('are those within reach', async () => {
		const at = remoteFrom();
		const { learners } = await told(`?at=${at}&mode=evening`);
		const [wants] = learners.figures;
		expect(wants?.table.rows.map(({ id }) => id)).toEqual(['all', at]);
	});
});

describe('courses side by side', () => {
	test('are at most three, those that were chosen, in the order of the page', async () => {
		const ids = story.compare.courses.map(({ id }) => id);
		const chosen = [ids[4], ids[1], ids[3], ids[2]];
		const four = await told(`?compare=${chosen.join()}`);
		expect(four.compare.chosen).toHaveLength(3);
		expect(four.compare.remarks).toHaveLength(1);
		const two = await told(`?compare=${ids[5]},${ids[7]}`);
		expect(two.compare.table?.columns.slice(1).map(({ id }) => id)).toEqual([ids[5], ids[7]]);
		expect(two.compare.remarks).toEqual([]);
		expect(story.compare.compared).toHaveLength(3);
	});

	test('say so when one no longer fits', async () => {
		const apart = fitsOf('')
			.flatMap(({ candidates }) => candidates)
			.find(({ skills }) => skills.some(({ skill }) => skill.delivery === 'practical on site'));
		const { compare } = await told(`?mode=remote&compare=${apart?.id}`);
		expect(compare.remarks.join()).toContain(apart?.id);
	});

	test('give every figure with interval, n and the Questions behind it', () => {
		const { table, computed } = story.compare;
		const people = table?.rows.find(({ id }) => id === 'people');
		for (const cell of people?.cells.slice(1) ?? []) expect(cellText(cell)).toMatch(/\(.+\), n \d/);
		expect(computed.questions).toHaveLength(9);
	});

	test('leave as a file with a line a course, the numbers whole', async () => {
		const { file, compared, source } = story.compare;
		expect(source).toContain(context.catalogue.site.notice);
		const ids = file?.columns.map(({ id }) => id) ?? [];
		expect(file?.rows.map(({ id }) => id)).toEqual(compared.map(({ id }) => id));
		for (const { cells } of file?.rows ?? []) {
			const own = Object.fromEntries(ids.map((id, i) => [id, cells[i]]));
			for (const id of ['people', 'women', 'rural']) {
				const [low, value, high] = [own[`${id}_low`], own[id], own[`${id}_high`]].map(Number);
				expect(low).toBeLessThan(value ?? NaN);
				expect(high).toBeGreaterThan(value ?? NaN);
				expect(own[`${id}_n`]).toBeGreaterThan(0);
				expect(own[`${id}_quality`]).toMatch(/ok|low-n|imprecise/);
			}
		}
	});
});

describe('the demand note', () => {
	test('holds the finding, the choices, needs that may be said, sources and the notice', () => {
		const { note } = story;
		expect(note.finding).toBe(story.title);
		expect(note.choices).toBe(story.shown);
		expect(note.notice).toBe(context.catalogue.site.notice);
		expect(note.table?.rows.length).toBeGreaterThan(3);
		expect(note.table?.rows.length).toBeLessThanOrEqual(12);
		for (const { quality } of note.table?.rows ?? []) {
			expect(['ok', 'low-n', 'imprecise']).toContain(quality);
		}
		expect(note.sources.length).toBe(3);
	});
});
