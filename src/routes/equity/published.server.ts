import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { readPublishedFigures, readSchemas } from '../data/data-files.server.ts';
import { figureLine, statusWords, type FigureLine } from '../data/published/side-by-side.ts';

/** Measures of data/published-figures.csv that say something of gender or residence and work. */
const measures = ['wage employment', 'wage employment gap', 'unemployment by gender'];

/** What has been published on the gaps that the page is about, a group of lines a measure. */
export async function readContext(
	catalogue: Catalogue
): Promise<{ measure: string; lines: FigureLine[] }[]> {
	const figures = await readPublishedFigures();
	const schema = (await readSchemas()).find(({ name }) => name === 'published_figure');
	const field = schema?.fields.find(({ name }) => name === 'status');
	const statuses = statusWords(field?.description ?? '');
	return measures
		.map((measure) => ({
			measure,
			lines: figures
				.filter((figure) => figure.measure === measure)
				.map((figure) => figureLine(figure, catalogue, statuses))
		}))
		.filter(({ lines }) => lines.length > 0);
}
