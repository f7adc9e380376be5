import { describe, expect, test } from 'vitest';
import { cellText } from '#lib/charts/chart-table.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { openProviders } from '#tests/support/providers.ts';
import { Teller } from '../story/story.ts';
import { tellProviders } from './story.ts';

const { context, offer, story, viewOf, told, fitsOf, remoteFrom } = await openProviders();

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
		const at = remoteFrom;
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

	test('take the way to teach that was chosen to their briefs, and nothing where none was', async () => {
		for (const { query } of story.compare.compared) expect(query).toBe('');
		const { compare } = await told('?mode=evening&weekly=6');
		expect(compare.compared.map(({ query }) => query)).toEqual(
			compare.compared.map(() => '?mode=evening&weekly=6')
		);
		expect(compare.compared.length).toBeGreaterThan(0);
		const { mode, weekly } = Object.fromEntries(
			new URLSearchParams((await told('?weekly=20')).compare.compared[0]?.query)
		);
		expect([mode, weekly]).toEqual(['block', '20']);
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
