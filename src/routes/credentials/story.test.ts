import { describe, expect, test } from 'vitest';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import { emptyView } from '#lib/vocabulary/view.ts';
import { columnOf, idsOf, numbersOf, openCredentials } from '#tests/support/credentials.ts';
import { Teller } from '../story/story.ts';
import { gatherFor } from './gathered.ts';
import { tellCredentials } from './story.ts';

const { teller, supply, story, viewOf, told, orderUnder } = await openCredentials();

describe('candidates in order', () => {
	test('are those of the target sectors, each once, in the list and in its table', () => {
		const ids = idsOf(story.figure);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThan(20);
		const targets = teller.catalogue.site.targetSectors.map(({ code }) => code);
		expect([...new Set(ids.map((id) => id.split('-')[0]))].sort()).toEqual([...targets].sort());
		if (story.figure.plot.kind !== 'rank') throw new Error(story.figure.plot.kind);
		expect(story.figure.plot.rows.map(({ id }) => id)).toEqual(ids);
		expect(Object.keys(story.facts).sort()).toEqual([...ids].sort());
	});

	test('follow the weights: with one criterion alone, the order of its values', async () => {
		for (const [query, id] of [
			['?scarcity=0&reach=0&equity=0', 'need'],
			['?need=0&scarcity=0&equity=0', 'value'],
			['?need=0&scarcity=0&reach=0', 'equity']
		] as const) {
			const values = numbersOf((await told(query)).figure, id);
			expect(values, id).toEqual(values.toSorted((a, b) => b - a));
		}
	});

	test('keep their evidence when a weight moves, and nothing is asked anew', async () => {
		const before = numbersOf(story.figure, 'need');
		const again = new Teller(teller.context);
		const moved = await tellCredentials(viewOf('?need=80'), again, supply);
		expect(numbersOf(moved.figure, 'need').toSorted()).toEqual(before.toSorted());
		expect(idsOf(moved.figure)).not.toEqual(idsOf(story.figure));
		expect(again.asked.length).toBeGreaterThan(100);
	});

	test('are printed with the range of ranks of the draws, wherever the range has several', () => {
		const lows = numbersOf(story.figure, 'rank_low');
		const highs = numbersOf(story.figure, 'rank_high');
		columnOf(story.figure, 'ranks').forEach((cell, i) => {
			const [low = 0, high = 0] = [lows[i], highs[i]];
			expect(cellText(cell)).toBe(low === high ? `${low}` : `${low}–${high}`);
		});
		expect(numbersOf(story.figure, 'top_3').reduce((sum, share) => sum + share, 0)).toBeCloseTo(
			3,
			1
		);
	});

	test('have a geometric index that its places follow when it is chosen', async () => {
		const geometric = await told('?aggregate=geometric');
		const scores = numbersOf(geometric.figure, 'index_geometric');
		expect(scores).toEqual(scores.toSorted((a, b) => b - a));
		expect(geometric.figure.what).toContain('geometric');
	});

	test('rest on no unreliable evidence, under any filter', async () => {
		let few = 0;
		for (const query of ['', '?sex=F&age=15-24', '?occupation=3', '?residence=urban&sector=AGR']) {
			const gathered = await gatherFor(viewOf(query), teller, supply);
			const { ranked } = await orderUnder(query);
			for (const { evidence, candidate } of ranked) {
				expect(isSayable(evidence.need) && isSayable(evidence.reach), candidate.id).toBe(true);
			}
			few += gathered.unfit.length;
			const { leftOut, figure } = await told(query);
			expect(leftOut.candidates.length).toBe(gathered.unfit.length);
			for (const { candidate } of gathered.unfit) expect(idsOf(figure)).not.toContain(candidate.id);
		}
		expect(few).toBeGreaterThan(5);
	});

	test('are not ordered by a criterion that too few answers carry, and the page says so', async () => {
		const [{ code = '' } = {}] = teller.catalogue.site.targetSectors;
		const { scarcityUnknown } = await orderUnder('');
		expect(scarcityUnknown).toEqual([code]);
		const heavy = await told('?scarcity=100');
		expect(idsOf(heavy.figure)).toEqual(idsOf(story.figure));
		expect(heavy.weightNotes.scarcity).toContain('Does not count');
		expect(heavy.firmness?.notes.join()).toContain('Scarcity is left out');
		const others = await told(`?sector=TEX,AGR&scarcity=100&need=0&reach=0&equity=0`);
		expect(others.weightNotes.scarcity).toBeUndefined();
		expect(new Set(numbersOf(others.figure, 'scarcity_share'))).toEqual(new Set([0, 1]));
	});

	test('of one sector share its vacancies, which is said', async () => {
		const { firmness, weightNotes } = await told('?sector=TEX');
		expect(firmness?.notes.join()).toContain('the same for all candidates of one sector');
		expect(weightNotes.scarcity).toContain('does not move the order');
	});

	test('are the same from what browsers fetch of the catalogue', async () => {
		const { book, catalogue } = teller.context;
		const slim = JSON.parse(JSON.stringify(slimCatalogue(catalogue))) as typeof catalogue;
		// Another book, so that nothing is remembered.
		const own = new Teller({ book: { ...book }, catalogue: slim });
		const demand = catalogue.site.demandRisk;
		expect(await tellCredentials(emptyView, own, { ...supply, demand })).toEqual(story);
	});

	test('open to the Questions behind them, each once', () => {
		const { questions } = story.figure.computed;
		expect(new Set(questions).size).toBe(questions.length);
		const skills = story.figure.table.rows.length;
		expect(questions.length).toBeGreaterThan(6 * skills);
	});

	test('of two sectors with one name are told apart by it', () => {
		const names = columnOf(story.figure, 'candidate').map(cellText);
		expect(new Set(names).size).toBe(names.length);
		expect(names.some((name) => name.endsWith(')'))).toBe(true);
	});
});
