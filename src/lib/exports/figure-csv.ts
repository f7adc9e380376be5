import { tableCsv } from '#lib/charts/chart-table.ts';
import { charts } from '#lib/vocabulary/messages/charts.ts';
import { takeAway as words } from '#lib/vocabulary/messages/take-away.ts';
import { citation } from './citation.ts';
import type { Taken } from './taken.ts';
import { titleOf } from './taken.ts';

/**
 * The table twin of a figure as a CSV file. Its notes say what it is, whom it shows, how it was computed, how to
 * read the grades, under which licence it may be used and how to cite it.
 */
export function figureCsv(taken: Taken): string {
	const { model, shown, licence, address } = taken;
	const notes = [
		titleOf(model),
		model.what,
		model.source,
		shown,
		model.computed.method,
		model.table.rows.some(({ quality }) => quality) ? words.grades : '',
		licence === undefined ? '' : words.licence(licence),
		...(address === undefined ? [] : [words.cite(citation(taken)), charts.address(address)])
	];
	return tableCsv(
		model.table,
		notes.filter((note) => note !== '')
	);
}
