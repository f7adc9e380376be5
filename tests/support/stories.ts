import type { AskContext } from '#lib/answers/ask.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { codesOf } from '#lib/answers/plan.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { tidyView, type View } from '#lib/vocabulary/view.ts';
import { tellSector, sectorFilters } from '../../src/routes/sectors/[sector]/story.ts';
import { tellSectors, sectorsFilters } from '../../src/routes/sectors/story.ts';
import { tellOverview, overviewFilters } from '../../src/routes/story.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { pageFilters } from '../../src/routes/story/view-options.ts';
import { otherPages } from './other-pages.ts';
import { seeded } from './random-questions.ts';

/** A page told under a View, with its figures in one list. */
export interface Told {
	/** Page and query, for messages of tests. */
	readonly name: string;
	readonly page:
		| 'overview'
		| 'sectors'
		| 'credentials'
		| 'providers'
		| 'brief'
		| 'equity'
		| 'sector'
		| 'enrolment'
		| 'graduates';
	readonly sector?: string;
	readonly view: View;
	readonly story: { readonly title: string; readonly lead: string; readonly shown: string };
	readonly figures: readonly FigureModel[];
}

/** Which random Views are told; printed with the tests, SENTENCES_SEED draws others. */
export const storySeed = Number(process.env.SENTENCES_SEED ?? 20241122);

const filterIds = [...new Set([...overviewFilters, ...sectorsFilters, ...sectorFilters])];

/** The default View and `count` random ones: none to three filters of one or several codes. */
export function drawViews(catalogue: Catalogue, count: number, seed = storySeed): View[] {
	const random = seeded(seed);
	const pick = <Item>(items: readonly Item[]): Item =>
		items[Math.floor(random() * items.length)] as Item;
	const drawn = Array.from({ length: count }, (): View => {
		const filters: Record<string, string[]> = {};
		for (let i = Math.floor(random() * 4); i > 0; i--) {
			const id = pick(filterIds);
			const dimension = dimensions[id];
			const codes = dimension ? codesOf(dimension, catalogue) : [];
			filters[id] = random() < 0.6 ? [pick(codes)] : codes.filter(() => random() < 0.5);
		}
		return { filters, choices: { periurban: pick(['own', 'urban', 'rural']) } };
	});
	return [{ filters: {}, choices: {} }, ...drawn];
}

/**
 * Every page under each View. Of the sectors the first View tells all and the others `perView`, in turn, so that
 * each is told under many.
 */
export async function tellAll(
	context: AskContext,
	views: readonly View[],
	{ perView, seed = storySeed }: { readonly perView: number; readonly seed?: number }
): Promise<Told[]> {
	const sectors = (context.catalogue.codeLists.sector ?? []).map(({ code }) => code);
	const told: Told[] = [];
	for (const [i, view] of views.entries()) {
		told.push(...(await tellPages(context, view)));
		const turn = Array.from({ length: perView }, (_, k) => (i * perView + k) % sectors.length);
		for (const sector of i === 0 ? sectors : turn.map((at) => sectors[at] ?? '')) {
			const own = tidy(context, sectorFilters, { view, sector });
			const story = await tellSector(sector, own, new Teller(context));
			const name = `sector ${sector} ${JSON.stringify(own)}`;
			told.push({ name, page: 'sector', sector, view: own, story, figures: story.figures });
		}
	}
	return [...told, ...(await tellOthers(context, views.length - 1, seed))];
}

async function tellPages(context: AskContext, view: View): Promise<Told[]> {
	const forPage = (ids: readonly string[]) => tidy(context, ids, { view });
	const overview = await tellOverview(forPage(overviewFilters), new Teller(context));
	const sectors = await tellSectors(forPage(sectorsFilters), new Teller(context));
	const pages = [
		{
			...{ page: 'overview' as const, story: overview, view: forPage(overviewFilters) },
			figures: [overview.figure, overview.positions]
		},
		{
			...{ page: 'sectors' as const, story: sectors, view: forPage(sectorsFilters) },
			figures: sectors.figures
		}
	] as const;
	return pages.map((one) => ({ ...one, name: `${one.page} ${JSON.stringify(one.view)}` }));
}

/** Pages over other surveys under the default View and `count` random ones of their own filters. */
async function tellOthers(context: AskContext, count: number, seed: number): Promise<Told[]> {
	const told: Told[] = [];
	for (const { page, options, tell } of await otherPages(context)) {
		const { filters, choices } = options(context.catalogue);
		const random = seeded(seed);
		const pick = <Item>(items: readonly Item[]): Item =>
			items[Math.floor(random() * items.length)] as Item;
		for (let i = 0; i <= count; i++) {
			const chosen: Record<string, readonly string[]> = {};
			for (let k = i === 0 ? 0 : Math.floor(random() * 4); k > 0; k--) {
				const [id, codes] = pick(Object.entries(filters));
				chosen[id] = random() < 0.6 ? [pick(codes)] : codes.filter(() => random() < 0.5);
			}
			const made = Object.entries(choices).map(([id, values]) => [id, pick(values)] as const);
			const wanted = { filters: chosen, choices: i === 0 ? {} : Object.fromEntries(made) };
			const view = tidyView(wanted, { filters, choices });
			const story = await tell(view, new Teller(context));
			const name = `${page} ${JSON.stringify(view)}`;
			told.push({ name, page, view, story, figures: story.figures });
		}
	}
	return told;
}

/** The View as the page would read it from its address. */
function tidy(
	{ catalogue }: AskContext,
	ids: readonly string[],
	{ view, sector }: { view: View; sector?: string }
): View {
	return tidyView(
		view,
		pageFilters(catalogue, ids, sector === undefined ? {} : { sector }).options
	);
}

/** Every string and number of plain data, with the path to it. */
export function* leaves(
	value: unknown,
	path = ''
): Generator<{ path: string; value: string | number }> {
	if (typeof value === 'string' || typeof value === 'number') yield { path, value };
	else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
	}
}

/** A row of a figure with the name of its panel, where it has panels. */
export interface PlacedRow {
	readonly panel?: string;
	readonly row: ChartRow;
}

export function rowsOf({ plot }: FigureModel): PlacedRow[] {
	if (plot.kind === 'curves') return [];
	return plot.kind === 'multiples'
		? plot.panels.flatMap(({ title, rows }) => rows.map((row) => ({ panel: title, row })))
		: plot.rows.map((row) => ({ row }));
}
