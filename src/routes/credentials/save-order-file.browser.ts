import { page } from '$app/state';
import type { AskContext } from '#lib/answers/ask.ts';
import { tableCsv } from '#lib/charts/chart-table.ts';
import { fileName } from '#lib/exports/file-name.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { saveFile } from '../take-away/save-file.browser.ts';
import { tellerToLeave } from '../story/tell-here.browser.ts';
import { settingsOf } from './choices.ts';
import type { Supply } from './conditions.ts';
import { orderFile, type OrderFile } from './files.ts';
import { gatherFor } from './gathered.ts';
import { orderOf } from './order.ts';

interface Wanted {
	readonly file: OrderFile;
	readonly view: View;
	readonly publication: string;
	readonly supply: Supply;
	/** Of a survey of this device: what answers for what leaves it. */
	readonly leaving: AskContext | undefined;
}

/** Saves what the order of a View is made from. @throws Error when the published tables do not arrive */
export async function saveOrderFile({
	file,
	view,
	publication,
	supply,
	leaving
}: Wanted): Promise<void> {
	const teller = await tellerToLeave(view, { publication, leaving });
	const { catalogue } = teller;
	const settings = settingsOf(view);
	const order = orderOf(await gatherFor(view, teller, supply), settings, { catalogue, supply });
	const { table, note } = orderFile(file, order, settings);
	const bytes = new Blob([tableCsv(table, [note, catalogue.site.notice])], {
		type: 'text/csv;charset=utf-8'
	});
	saveFile(bytes, fileName({ path: 'credentials', id: file, query: page.url.search }, 'csv'));
}
