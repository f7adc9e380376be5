import { describe, expect, test } from 'vitest';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook } from '#tests/support/catalogue.ts';
import { nobody, context, ground, told } from '#tests/support/policy-briefs.ts';
import { Teller } from '../story/story.ts';
import { briefPageFilters } from './filters.ts';
import { tellBrief } from './story.ts';

describe('the View', () => {
	test('is said: whom, how many, where, and which courses', async () => {
		expect((await told('')).shown).toMatch(/^Showing workers: [\d,]+ workers in mining, textiles/);
		expect((await told('?sector=TEX&sex=F')).shown).toMatch(
			/^Showing women: [\d,]+ workers in textiles/
		);
	});

	test('holds the weights that the page of courses was left with, and says them', async () => {
		const { method = '' } = await told('?sector=MIN&aggregate=geometric&need=100');
		expect(method).toContain('geometric index');
		expect(method).toContain('need 100');
		expect((await told('?hours=160')).method).toContain('within 160 hours');
	});

	test('that leaves nobody is told without findings, each chart saying why', async () => {
		const { findings, figures, table, title, shown } = await told(nobody);
		expect(findings).toEqual([]);
		expect(figures.map(({ absence }) => absence === undefined)).toEqual([false, false, false]);
		expect(table).toBeUndefined();
		expect(title).not.toBe('');
		expect(shown).toContain(': 0 ');
	});

	test('without a weight keeps what the survey says and names what to change', async () => {
		const { findings, figures, table, method } = await told(
			'?sector=MIN&need=0&scarcity=0&reach=0&equity=0'
		);
		expect(findings.length).toBeGreaterThan(2);
		expect(figures.at(-1)?.absence?.sentence).toMatch(/weight/i);
		expect(table).toBeUndefined();
		expect(method).not.toContain('bootstrap');
	});

	test('is told the same with what the browser has', async () => {
		const slim = slimCatalogue(context.catalogue);
		const book = await readAnswerBook();
		for (const query of ['', '?sector=TEX&sex=F']) {
			const { view } = parseView(query, briefPageFilters(context.catalogue).options);
			const story = await tellBrief(view, new Teller({ book, catalogue: slim }), ground);
			expect(story).toEqual(await told(query));
		}
	});
});
