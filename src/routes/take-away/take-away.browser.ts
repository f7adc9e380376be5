import { page } from '$app/state';
import { resolve } from '$app/paths';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FileForm, TakeAway } from '#lib/charts/figure-context.ts';
import { figureCsv } from '#lib/exports/figure-csv.ts';
import { figureSvg } from '#lib/exports/figure-svg.ts';
import { fileName } from '#lib/exports/file-name.ts';
import type { Taken } from '#lib/exports/taken.ts';
import { codeOf } from './code.browser.ts';
import Panel from './Panel.svelte';
import { pngOf } from './picture.browser.ts';
import { saveFile } from './save-file.browser.ts';
import { taken } from './taken.browser.ts';

const types = {
	csv: 'text/csv;charset=utf-8',
	svg: 'image/svg+xml',
	r: 'text/plain;charset=utf-8'
} as const;

/** Endings of the files; R's own is a capital. */
const endings: Readonly<Record<FileForm, string>> = { csv: 'csv', png: 'png', svg: 'svg', r: 'R' };

/** What the figures of the site hand out. */
export const takeAway: TakeAway = {
	save: async (form, model, shown) => {
		const bytes = await fileOf(form, await taken(model, shown));
		const path = page.url.pathname.slice(resolve('/').length);
		saveFile(bytes, fileName({ path, id: model.id, query: page.url.search }, endings[form]));
	},
	Panel
};

async function fileOf(form: FileForm, figure: Taken): Promise<Blob> {
	if (form === 'png') return pngOf(figureSvg(figure));
	const text =
		form === 'csv'
			? figureCsv(await whole(figure))
			: form === 'svg'
				? figureSvg(figure)
				: ((await codeOf(figure.model)).r ?? '');
	return new Blob([text], { type: types[form] });
}

/** With the numbers that the page was built without. @throws Error when they do not arrive */
async function whole(figure: Taken): Promise<Taken> {
	const { model } = figure;
	if (model.fileTable === undefined) return figure;
	const response = await fetch(new URL(model.fileTable, location.href));
	if (!response.ok) throw new Error(`${model.fileTable}: ${response.status}`);
	const table = (await response.json()) as ChartTable;
	return { ...figure, model: { ...model, table } };
}
