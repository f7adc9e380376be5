import { describe, expect, test } from 'vitest';
import { cellText } from '#lib/charts/chart-table.ts';
import { emptyView } from '#lib/vocabulary/view.ts';
import { columnOf, idsOf, numbersOf, openCredentials } from '#tests/support/credentials.ts';
import { Teller } from '../story/story.ts';
import { absenceOfOrder } from './absence.ts';
import { settingsOf } from './choices.ts';
import { gatherFor } from './gathered.ts';
import { orderOf } from './order.ts';
import { allPlaces } from './places.ts';
import { tellCredentials } from './story.ts';

const { teller, supply, story, viewOf, told, orderUnder } = await openCredentials();

describe('conditions', () => {
	test('leave candidates out and never move the others past each other', async () => {
		const capped = await told('?hours=240');
		const hours = numbersOf(capped.figure, 'hours');
		expect(Math.max(...hours)).toBeLessThanOrEqual(240);
		const out = idsOf(story.figure).length - hours.length;
		expect(out).toBeGreaterThan(5);
		expect(capped.leftOut.candidates.length).toBe(out);
		expect(capped.shown).toContain(`${out} fail a condition`);
		for (const line of capped.leftOut.candidates) expect(line).toMatch(/takes \d+ hours/);
		const without = await told('?power=not-needed');
		expect(new Set(columnOf(without.figure, 'grid_power').map(cellText))).toEqual(
			new Set(['not needed'])
		);
	});

	test('know where people are short without asking, as if they had asked', async () => {
		const own = new Teller(teller.context);
		const places = await allPlaces(own, supply);
		const { book } = teller.context;
		const query = '?provider=within-reach&sector=TRN,HBS,ENE';
		const knowing = new Teller({ ...teller.context, book: { ...book } });
		const known = await tellCredentials(viewOf(query), knowing, { ...supply, places });
		const asked = await told(query);
		expect(idsOf(known.figure)).toEqual(idsOf(asked.figure));
		expect(known.leftOut).toEqual(asked.leftOut);
		expect(knowing.asked.some(({ question }) => question.by.includes('district_group'))).toBe(
			false
		);
	});

	test('ask for a provider that serves the sector at the level, in person', async () => {
		const withOne = await orderUnder('?provider=within-reach&sector=TRN,HBS,ENE');
		for (const { providers, candidate } of withOne.ranked) {
			expect(providers.length).toBeGreaterThan(0);
			for (const { sectors } of providers) expect(sectors).toContain(candidate.sector);
		}
		expect(withOne.failed.some(({ conditions }) => conditions.includes('provider'))).toBe(true);
	});

	test('that nobody meets say which to loosen, and how many that brings back', async () => {
		const none = await told('?sector=HBS&provider=within-reach');
		expect(none.figure.absence?.title).toBe('No candidate is left');
		expect(none.figure.absence?.sentence).toMatch(
			/Loosening “a provider within reach” alone brings back \d+\./
		);
		expect(none.title).toBe('No candidate is left');
		const several = await told('?sector=HBS&provider=within-reach&hours=80&power=not-needed');
		expect(several.figure.absence?.sentence).toMatch(/Loosening “.*brings back \d+\./);
	});

	test('where no condition alone is in the way, says which together are', async () => {
		const gathered = await gatherFor(emptyView, teller, supply);
		const both = { hours: 80, provider: false, power: true };
		const under = orderOf(
			gathered,
			{ ...settingsOf(emptyView), conditions: both },
			{
				...{ catalogue: teller.catalogue, supply }
			}
		);
		const failed = under.failed.filter(({ conditions }) => conditions.length === 2);
		expect(failed.length).toBeGreaterThan(0);
		const { priority, ...rest } = under;
		expect(priority).toBeDefined();
		const none = { ...rest, ranked: [], failed };
		expect(absenceOfOrder(none, gathered, settingsOf(emptyView))?.sentence).toContain(
			`Loosening “within the hours” and “without grid power” together brings back ${failed.length}.`
		);
	});
});

describe('what cannot be put in order', () => {
	test('with every weight at 0, names the weights to raise', async () => {
		const { figure, title } = await told('?need=0&scarcity=0&reach=0&equity=0');
		expect(title).toBe('No weight is left');
		expect(figure.absence?.sentence).toBe(
			'Every weight that counts is 0. Give one of need, reach or equity some.'
		);
	});

	test('with weight only on what is the same for all, says what would tell them apart', async () => {
		const same = await told('?sector=TEX&need=0&reach=0&equity=0&scarcity=100');
		expect(same.title).toBe('These weights put nothing in order');
		expect(same.figure.absence?.sentence).toBe(
			'Scarcity: the same for all candidates here. Give need, reach or equity some weight.'
		);
		const kept = await told('?sector=TEX&sex=F&residence=rural&need=0&reach=0&scarcity=0');
		expect(kept.figure.absence?.sentence).toMatch(/^Equity: the same .* Give need or reach/);
	});

	test('with weight only on what does not count, says so', async () => {
		const { figure } = await told('?need=0&reach=0&equity=0');
		expect(figure.absence?.sentence).toContain('Scarcity has one, but does not count now.');
	});

	test('with filters that leave too few, says to loosen a filter and why each is out', async () => {
		const none = await told('?sex=F&age=55%2B&occupation=0');
		expect(none.figure.absence?.title).toBe('No candidate is left');
		expect(none.figure.absence?.sentence).toContain('Loosen a filter');
		expect(none.leftOut.candidates.length).toBeGreaterThan(10);
		expect(none.figure.table.rows).toEqual([]);
	});
});
