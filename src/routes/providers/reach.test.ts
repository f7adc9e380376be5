import { describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { isSayable, standing } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { isRich } from '#lib/charts/chart-table.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { figureOf, openProviders } from '#tests/support/providers.ts';
import { rowsOf } from '#tests/support/stories.ts';
import { figuresOf } from './story.ts';

const { context, offer, story, told, remoteFrom } = await openProviders();

describe('who is within reach', () => {
	test('is counted where the mode of the skill reaches, and nowhere else', async () => {
		const from = remoteFrom;
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
		const { computed, table } = figureOf(story, 'places');
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
		expect(figureOf(story, 'places').source).toContain('made up');
		expect(story.note.sources.join()).toContain('made up');
	});
});
