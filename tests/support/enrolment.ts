import { isRich } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import type { AnswerBook } from '#lib/answers/answer-book.ts';
import { readAnswerBook, readCatalogue } from './catalogue.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { feedersOf } from '../../src/routes/enrolment/feeders.ts';
import { enrolmentPageFilters } from '../../src/routes/enrolment/filters.ts';
import { tellEnrolment } from '../../src/routes/enrolment/story.ts';

export const catalogue: Catalogue = await readCatalogue();
export const book: AnswerBook = await readAnswerBook();

export const told = (query: string, known = catalogue) => {
	const { view } = parseView(query, enrolmentPageFilters(known).options);
	return tellEnrolment(view, new Teller({ catalogue: known, book }), feedersOf(catalogue));
};

export function figureOf({ figures }: { readonly figures: readonly FigureModel[] }, id: string) {
	const found = figures.find((figure) => figure.id === id);
	if (!found) throw new Error(`No figure ${id}`);
	return found;
}

export const columnOf = ({ table }: FigureModel, id: string) => {
	const at = table.columns.findIndex((column) => column.id === id);
	return table.rows.map(({ cells }) => {
		const cell = cells[at] ?? null;
		return isRich(cell) ? cell.raw : cell;
	});
};
