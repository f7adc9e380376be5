import { beforeAll, describe, expect, test } from 'vitest';
import type { AnswerBook } from '#lib/answers/answer-book.ts';
import { emptyView, parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { overviewFilters, tellOverview } from './story.ts';
import { Teller } from './story/story.ts';
import { pageFilters } from './story/view-options.ts';

let teller: Teller;

beforeAll(async () => {
	teller = new Teller({ catalogue: await readCatalogue(), book: await readAnswerBook() });
});

const told = (query: string) => {
	const { options } = pageFilters(teller.catalogue, overviewFilters);
	return tellOverview(parseView(query, options).view, teller);
};

describe('the cards of the first page', () => {
	test('print n, ranks and the demand risk', async () => {
		const { targets } = await told('');
		expect(targets.length).toBe(teller.catalogue.site.targetSectors.length);
		for (const { sector, below, courses, demand } of targets) {
			const known = teller.catalogue.site.demandRisk[sector];
			expect(below).toMatch(/; n [\d,]+ workers$/);
			expect(courses.length).toBe(3);
			for (const { facts } of courses) expect(facts).toMatch(/people short, n [\d,]+ · .*rank/);
			expect(demand).toBe(`Demand risk ${known?.risk}: ${known?.text}`);
		}
	});

	test('are filled from the tables of the sector where those of all sectors lack a View', async () => {
		const { targets, figure } = await told('?isced_level=6');
		expect(figure.absence?.title).toBe('Not in the published tables');
		for (const { finding, below } of targets) {
			expect(finding).toContain('told apart');
			expect(below).toMatch(/^Below the required level in .+% \(.+\) of ratings; n \d+ workers$/);
		}
	});

	test('say that the published tables lack a View, not that answers are too few', async () => {
		const catalogue = await readCatalogue();
		const book: AnswerBook = { ...(await readAnswerBook()), find: () => undefined };
		const { targets } = await tellOverview(emptyView, new Teller({ catalogue, book }));
		for (const { finding, below, coursesNone, courses } of targets) {
			expect(finding).toBe('Not in the published tables');
			expect(below).toContain('The published tables do not hold this combination');
			expect([coursesNone, courses]).toEqual(['', []]);
		}
	});

	test('say so where no skill of a sector is eligible', async () => {
		const { targets } = await told('?sector=FIN&sex=F&age=55%2B');
		const none = targets.filter(({ courses }) => courses.length === 0);
		expect(none.length).toBeGreaterThan(0);
		for (const { coursesNone } of none) expect(coursesNone).toContain('No skill is eligible');
	});

	test('leave all sectors together out of the figure where the reader chose one', async () => {
		const { positions, targetsTitle } = await told('?sector=MIN');
		expect(targetsTitle).toBe('The sector chosen');
		expect(positions.plot.kind === 'paired' && positions.plot.rows.map(({ id }) => id)).toEqual([
			'MIN'
		]);
	});
});
