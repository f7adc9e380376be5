import { indicators } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { readCatalogue } from '../../generated.server.ts';
import { namesIn, readSchemas } from '../data-files.server.ts';
import { dimensionEntry, indicatorEntry, listEntries, tableEntry } from './entries.ts';

export async function load() {
	const [catalogue, schemas, files] = await Promise.all([
		readCatalogue(),
		readSchemas(),
		namesIn('code-lists', '.csv')
	]);
	return {
		tables: schemas.map(tableEntry),
		dimensions: Object.values(dimensions).map(dimensionEntry),
		indicators: Object.values(indicators).map((one) => indicatorEntry(one, true)),
		lists: listEntries(catalogue, files)
	};
}
