import { beforeAll, describe, expect, test } from 'vitest';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { cellText, isRich, tableCsv } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { emptyView, parseView, type View } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import { Teller } from '../story/story.ts';
import { absenceOfOrder } from './absence.ts';
import { credentialsPageFilters, settingsOf } from './choices.ts';
import { orderFile } from './files.ts';
import { gatherFor } from './gathered.ts';
import { orderOf } from './order.ts';
import { allPlaces } from './places.ts';
import { tellCredentials, type CredentialsStory } from './story.ts';

let teller: Teller;
let supply: Planning;
let story: CredentialsStory;

beforeAll(async () => {
	teller = new Teller({ catalogue: await readCatalogue(), book: await readAnswerBook() });
	supply = await readGenerated<Planning>('planning.json');
	story = await told('');
});

function viewOf(query: string): View {
	const { view, ignored } = parseView(query, credentialsPageFilters(teller.catalogue).options);
	expect(ignored).toEqual([]);
	return view;
}

const told = (query: string) => tellCredentials(viewOf(query), teller, supply);

async function orderUnder(query: string) {
	const view = viewOf(query);
	const { catalogue } = teller;
	const gathered = await gatherFor(view, teller, supply);
	return orderOf(gathered, settingsOf(view), { catalogue, supply });
}

function column({ table }: FigureModel, id: string) {
	const at = table.columns.findIndex((one) => one.id === id);
	expect(at, id).toBeGreaterThanOrEqual(0);
	return table.rows.map(({ cells }) => cells[at] ?? null);
}

const numbers = (figure: FigureModel, id: string) =>
	column(figure, id).map((cell) => (isRich(cell) ? cell.raw : cell) as number);

const idsOf = ({ table }: FigureModel) => table.rows.map(({ id }) => id);

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
			const values = numbers((await told(query)).figure, id);
			expect(values, id).toEqual(values.toSorted((a, b) => b - a));
		}
	});

	test('keep their evidence when a weight moves, and nothing is asked anew', async () => {
		const before = numbers(story.figure, 'need');
		const again = new Teller(teller.context);
		const moved = await tellCredentials(viewOf('?need=80'), again, supply);
		expect(numbers(moved.figure, 'need').toSorted()).toEqual(before.toSorted());
		expect(idsOf(moved.figure)).not.toEqual(idsOf(story.figure));
		expect(again.asked.length).toBeGreaterThan(100);
	});

	test('are printed with the range of ranks of the draws, wherever the range has several', () => {
		const lows = numbers(story.figure, 'rank_low');
		const highs = numbers(story.figure, 'rank_high');
		column(story.figure, 'ranks').forEach((cell, i) => {
			const [low = 0, high = 0] = [lows[i], highs[i]];
			expect(cellText(cell)).toBe(low === high ? `${low}` : `${low}–${high}`);
		});
		expect(numbers(story.figure, 'top_3').reduce((sum, share) => sum + share, 0)).toBeCloseTo(3, 1);
	});

	test('have a geometric index that its places follow when it is chosen', async () => {
		const geometric = await told('?aggregate=geometric');
		const scores = numbers(geometric.figure, 'index_geometric');
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
		expect(new Set(numbers(others.figure, 'scarcity_share'))).toEqual(new Set([0, 1]));
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
		const names = column(story.figure, 'candidate').map(cellText);
		expect(new Set(names).size).toBe(names.length);
		expect(names.some((name) => name.endsWith(')'))).toBe(true);
	});
});

describe('conditions', () => {
	test('leave candidates out and never move the others past each other', async () => {
		const capped = await told('?hours=240');
		const hours = numbers(capped.figure, 'hours');
		expect(Math.max(...hours)).toBeLessThanOrEqual(240);
		const out = idsOf(story.figure).length - hours.length;
		expect(out).toBeGreaterThan(5);
		expect(capped.leftOut.candidates.length).toBe(out);
		expect(capped.shown).toContain(`${out} fail a condition`);
		for (const line of capped.leftOut.candidates) expect(line).toMatch(/takes \d+ hours/);
		const without = await told('?power=not-needed');
		expect(new Set(column(without.figure, 'grid_power').map(cellText))).toEqual(
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

describe('what is handed out', () => {
	test('the file of the list states seeds, replicates and weights, and holds every place', async () => {
		const { what, source, table } = story.figure;
		expect(source).toContain(`seed ${bootstrapSettings.seed}`);
		expect(source).toContain(`seed ${drawSettings.seed}`);
		expect(what).toContain('need 35, scarcity 25 but left out, reach 25, equity 15; linear');
		const [head = '', ...lines] = tableCsv(table, []).trim().split('\r\n');
		expect(lines.length).toBe(table.rows.length);
		for (const id of ['rank', 'rank_low', 'rank_equal', 'index_linear', 'need_share', 'equity']) {
			expect(head.split(',')).toContain(id);
		}
	});

	test('places and ranges follow from the files of replicates and weights', async () => {
		const view = viewOf('?sector=AGR');
		const order = await orderUnder('?sector=AGR');
		const settings = settingsOf(view);
		const replicates = orderFile('replicates', order, settings).table;
		const weights = orderFile('weights', order, settings).table;
		const ids = [...new Set(replicates.rows.map(({ cells }) => String(cells[0])))];
		const { used } = order;
		const valueAt = (id: string, criterion: string, r: number): number => {
			const line = replicates.rows.find((one) => one.id === `${id} ${criterion}`)?.cells ?? [];
			return Number(line[3 + r] ?? line[2]);
		};
		const ranks = weights.rows.map(({ cells }, d) => {
			const shares = used.map((criterion) => {
				const all = ids.map((id) => valueAt(id, criterion, d % bootstrapSettings.replicates));
				const [least, most] = [Math.min(...all), Math.max(...all)];
				return all.map((value) => (most > least ? (value - least) / (most - least) : 0));
			});
			const scores = ids.map((_, i) =>
				shares.reduce((sum, share, j) => sum + Number(cells[1 + j]) * (share[i] ?? 0), 0)
			);
			return scores.map((own) => 1 + scores.filter((other) => other > own * (1 + 1e-12)).length);
		});
		for (const { candidate, draws } of order.ranked) {
			const at = ids.indexOf(candidate.id);
			const own = ranks.map((row) => row[at] ?? 0).sort((a, b) => a - b);
			expect([own[25], own[974]], candidate.id).toEqual([draws.low, draws.high]);
			expect(own.filter((rank) => rank <= 3).length / own.length).toBe(draws.inTop);
		}
	});
});
