import { beforeAll, describe, expect, test } from 'vitest';
import { ask, type AskContext } from '#lib/answers/ask.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { Teller } from '../../story/story.ts';
import { pageFilters } from '../../story/view-options.ts';
import { sectorFilters, tellSector, type SectorStory } from './story.ts';

let context: AskContext;

beforeAll(async () => {
	context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
});

const told = (sector: string, query: string) => {
	const { options } = pageFilters(context.catalogue, sectorFilters, { sector });
	return tellSector(sector, parseView(query, options).view, new Teller(context));
};

const codes = () => (context.catalogue.codeLists.sector ?? []).map(({ code }) => code);

function figureOf({ figures }: SectorStory, id: string) {
	const found = figures.find((figure) => figure.id === id);
	if (!found) throw new Error(id);
	return found;
}

describe('the page of a sector', () => {
	test('says of skills looked at together at which level, and of the table at which', async () => {
		let none = 0;
		for (const sector of codes()) {
			const story = await told(sector, '');
			for (const id of ['by-gender', 'by-residence']) {
				const { what, computed } = figureOf(story, id);
				const question = computed.questions
					.map((text) => parseQuestion(text))
					.find(({ difference, by }) => difference && by.length === 1);
				if (!question) throw new Error(sector);
				const { estimates } = await ask(question, context);
				const compared = estimates.filter(isSayable).length;
				expect(what, sector).not.toContain('told apart');
				if (compared < 2) continue;
				expect(what, sector).toContain('Looked at all together, ');
				expect(what, sector).toMatch(
					new RegExp(`level corrected for ${compared} comparisons; .* 95% each`)
				);
				if (what.includes('no single skill')) none++;
			}
		}
		expect(none).toBeGreaterThan(0);
	});

	test('tables the levels required and attained each with its interval', async () => {
		for (const sector of codes()) {
			const { table } = figureOf(await told(sector, ''), 'by-skill');
			for (const id of ['required', 'attained', 'shortfall', 'below']) {
				const at = table.columns.findIndex((column) => column.id === id);
				for (const { cells } of table.rows) {
					const cell = cells[at] ?? '';
					expect(cellText(cell), `${sector} ${id}`).toMatch(/^[\d.]+%? \(.+\)$/);
					expect(cell, `${sector} ${id}`).toHaveProperty('raw', expect.any(Number));
				}
			}
		}
	});

	test('names a group that is left alone as people', async () => {
		const story = await told('MIN', '?residence=rural');
		expect(figureOf(story, 'by-residence').finding).toMatch(/^Rural workers alone are shown/);
		const women = await told('MIN', '?sex=F');
		expect(figureOf(women, 'by-gender').finding).toMatch(/^Women alone are shown/);
	});

	test('names skills where people use them, never as something to fall short to', async () => {
		let named = 0;
		for (const sector of codes()) {
			const { title, lead, figures } = await told(sector, '');
			const said = [title, lead, ...figures.flatMap(({ finding, what }) => [finding, what])];
			expect(said.join('\n'), sector).not.toMatch(/more often to |gaps are to /);
			if (lead.includes('gap')) expect(lead, sector).toContain('No net gap can be seen where ');
			named += said.filter((text) => text.includes('more often where they ')).length;
		}
		expect(named).toBeGreaterThan(0);
	});
});
