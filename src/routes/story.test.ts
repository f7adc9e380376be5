import { beforeAll, describe, expect, test } from 'vitest';
import type { Planning } from '#lib/contracts/planning.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import { tellFirstCourses } from './first-courses.ts';
import { overviewFilters, tellOverview } from './story.ts';
import { Teller } from './story/story.ts';
import { pageFilters } from './story/view-options.ts';

let teller: Teller;
let planning: Planning;

beforeAll(async () => {
	planning = await readGenerated<Planning>('planning.json');
	teller = new Teller({ catalogue: await readCatalogue(), book: await readAnswerBook() });
});

const told = (query: string) => {
	const { options } = pageFilters(teller.catalogue, overviewFilters);
	return tellOverview(parseView(query, options).view, teller);
};

describe('the cards of the first page', () => {
	test('say how often workers fall short, with n, and the demand risk', async () => {
		const { targets } = await told('');
		expect(targets.length).toBe(teller.catalogue.site.targetSectors.length);
		for (const { sector, below, demand } of targets) {
			const known = teller.catalogue.site.demandRisk[sector];
			expect(below).toMatch(/; n [\d,]+ workers$/);
			expect(demand).toBe(`Demand risk ${known?.risk}: ${known?.text}`);
		}
	});

	test('hold no number of everybody under a filter', async () => {
		expect((await told('')).filtered).toBe(false);
		expect((await told('?sex=F')).filtered).toBe(true);
		expect((await told('?periurban=urban')).filtered).toBe(true);
	});

	test('say that the published tables lack a View, not that answers are too few', async () => {
		const { targets, figure } = await told('?isced_level=6');
		expect(figure.absence?.title).toBe('Not in the published tables');
		for (const { below } of targets) {
			expect(below).toContain('The published tables do not hold this combination');
		}
	});

	test('leave all sectors together out of the figure where the reader chose one', async () => {
		const { positions, targetsTitle } = await told('?sector=MIN');
		expect(targetsTitle).toBe('The sector chosen');
		expect(positions.plot.kind === 'paired' && positions.plot.rows.map(({ id }) => id)).toEqual([
			'MIN'
		]);
	});
});

describe('the courses that come first', () => {
	test('are three a sector, in the order of their ranks, for whom and how sure', async () => {
		const { title, sectors } = await tellFirstCourses(teller, { ...planning, courses: [] });
		expect(title).toMatch(/^Which course first\? /);
		expect(sectors.map(({ sector }) => sector)).toEqual(
			teller.catalogue.site.targetSectors.map(({ code }) => code)
		);
		for (const { courses } of sectors) {
			expect(courses.length).toBe(3);
			for (const { step, whom, sure } of courses) {
				expect(step).toMatch(/^[\d,]+ hours, [\d.]+ credits, proposed level/);
				expect(whom).toMatch(/people short, n [\d,]+/);
				expect(sure).toMatch(/^rank \d+(–\d+)? of \d+ in 95 of 100 draws/);
			}
		}
	});

	test('are called clearly first only where no draw of 95 in 100 puts another before them', async () => {
		const { title, sectors } = await tellFirstCourses(teller, { ...planning, courses: [] });
		const alone = sectors.filter(({ courses }) => courses[0]?.sure.startsWith('rank 1 of'));
		expect(title.includes('clearly “')).toBe(alone.length > 0);
	});
});
