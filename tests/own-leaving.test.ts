import { beforeAll, describe, expect, test } from 'vitest';
import type { AskContext } from '#lib/answers/ask.ts';
import { forLeaving } from '#lib/answers/own-withhold.ts';
import { isRich } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { emptyView, type View } from '#lib/vocabulary/view.ts';
import { tellEquity } from '../src/routes/equity/story.ts';
import { tellGraduates } from '../src/routes/graduates/story.ts';
import { tellMatch } from '../src/routes/graduates/match/story.ts';
import { tellSector } from '../src/routes/sectors/[sector]/story.ts';
import { tellSectors } from '../src/routes/sectors/story.ts';
import { Teller } from '../src/routes/story/story.ts';
import { ownContextOf } from './support/own-context.ts';

let tracer: AskContext;
let audit: AskContext;

beforeAll(async () => {
	tracer = await ownContextOf(
		'tracer',
		['tracer'],
		[
			`DELETE FROM tracer WHERE wave <> '2024' OR hash(respondent) % 20 > 0`,
			`UPDATE tracer SET wave = '2025'`
		]
	);
	audit = await ownContextOf(
		'audit',
		['audit_skill'],
		[`DELETE FROM audit_skill WHERE hash(cluster) % 4 > 0`, `UPDATE audit_skill SET wave = '2025'`]
	);
}, 60_000);

const women: View = { filters: { sex: ['F'] }, choices: {} };
const rural: View = { filters: { residence: ['rural'] }, choices: {} };

const pages: Readonly<
	Record<string, (teller: Teller, view: View) => Promise<readonly FigureModel[]>>
> = {
	graduates: async (teller, view) => (await tellGraduates(view, teller)).figures,
	match: async (teller, view) => (await tellMatch(view, teller)).figures,
	equity: async (teller) => (await tellEquity(emptyView, teller)).figures,
	sectors: async (teller, view) => (await tellSectors(view, teller)).figures,
	mining: async (teller, view) => (await tellSector('MIN', view, teller)).figures
};

function contextFor(page: string): AskContext {
	return page === 'sectors' || page === 'mining' ? audit : tracer;
}

/** The lines of every table with their n, where they have one. */
function linesOf(figures: readonly FigureModel[]) {
	return figures.flatMap(({ id, table }) => {
		const at = table.columns.findIndex((column) => column.id === 'n');
		return table.rows.map((row) => {
			const cell = row.cells[at];
			const n = isRich(cell) ? cell.raw : cell;
			return { name: `${id}: ${row.id}`, row, n: typeof n === 'number' ? n : undefined };
		});
	});
}

const cases = Object.keys(pages).flatMap((page) =>
	[emptyView, women, rural].map((view) => ({ page, view }))
);

describe.each(cases)('$page under $view.filters', ({ page, view }) => {
	const tell = (context: AskContext) =>
		pages[page]?.(new Teller(context), view) ?? Promise.reject(new Error(page));

	test('nothing of fewer than ten leaves, and what is withheld has no number', async () => {
		const lines = linesOf(await tell(forLeaving(contextFor(page))));
		const few = lines.filter(({ n }) => n !== undefined && n > 0 && n < 10);
		expect(few.map(({ name }) => name)).toEqual([]);
		for (const { name, row } of lines.filter(({ row }) => row.quality === 'suppressed')) {
			const numbers = row.cells.filter((cell) => {
				return typeof cell === 'number' || (isRich(cell) && typeof cell.raw === 'number');
			});
			expect(numbers, name).toEqual([]);
		}
	});

	test('what leaves is what stands on screen, where it is not withheld', async () => {
		const screen = linesOf(await tell(contextFor(page)));
		const leaving = linesOf(await tell(forLeaving(contextFor(page))));
		const kept = leaving.filter(({ row }) => row.quality !== 'suppressed');
		for (const { name, row } of kept) {
			const same = screen.find((line) => line.name === name);
			expect(row.cells, name).toEqual(same?.row.cells);
		}
	});
});

test('these surveys are small enough that something has to be withheld on each page', async () => {
	for (const [page, tell] of Object.entries(pages)) {
		const lines = linesOf(await tell(new Teller(forLeaving(contextFor(page))), emptyView));
		expect(
			lines.some(({ row }) => row.quality === 'suppressed'),
			page
		).toBe(true);
	}
});
