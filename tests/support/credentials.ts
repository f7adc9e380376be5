import type { Planning } from '#lib/contracts/planning.ts';
import { isRich, type TableCell } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { parseView, type View } from '#lib/vocabulary/view.ts';
import { credentialsPageFilters, settingsOf } from '../../src/routes/credentials/choices.ts';
import { gatherFor } from '../../src/routes/credentials/gathered.ts';
import { orderOf, type Order } from '../../src/routes/credentials/order.ts';
import { tellCredentials, type CredentialsStory } from '../../src/routes/credentials/story.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { readAnswerBook, readCatalogue, readGenerated } from './catalogue.ts';

/** The page of courses in order over the generated tables. */
export interface CredentialsPage {
	readonly teller: Teller;
	readonly supply: Planning;
	/** Of the default View. */
	readonly story: CredentialsStory;
	/** @throws Error where a part of the query is unknown to the page */
	readonly viewOf: (query: string) => View;
	readonly told: (query: string) => Promise<CredentialsStory>;
	readonly orderUnder: (query: string) => Promise<Order>;
}

export async function openCredentials(): Promise<CredentialsPage> {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const supply = await readGenerated<Planning>('planning.json');
	const viewOf = (query: string): View => {
		const { view, ignored } = parseView(query, credentialsPageFilters(catalogue).options);
		if (ignored.length > 0) throw new Error(`Not all of ${query} is known`);
		return view;
	};
	const told = (query: string) => tellCredentials(viewOf(query), teller, supply);
	return {
		...{ teller, supply, viewOf, told, story: await told('') },
		async orderUnder(query) {
			const view = viewOf(query);
			const gathered = await gatherFor(view, teller, supply);
			return orderOf(gathered, settingsOf(view), { catalogue, supply });
		}
	};
}

/** The cells of a column. @throws Error where the table has no such column */
export function columnOf({ table }: FigureModel, id: string): TableCell[] {
	const at = table.columns.findIndex((one) => one.id === id);
	if (at < 0) throw new Error(`No column ${id}`);
	return table.rows.map(({ cells }) => cells[at] ?? null);
}

/** The numbers behind the cells of a column. */
export function numbersOf(figure: FigureModel, id: string): number[] {
	return columnOf(figure, id).map((cell) => (isRich(cell) ? cell.raw : cell) as number);
}

export function idsOf({ table }: FigureModel): string[] {
	return table.rows.map(({ id }) => id);
}
