import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { pageFilters, type PageFilters } from '../story/view-options.ts';

/** Which filters the page has, beside how peri-urban homes are counted. */
export const equityFilters = ['wave', 'field', 'isced_level'];

/** The page splits by residence and keeps no residence out: the choice of peri-urban stays, the filter goes. */
export function equityPageFilters(catalogue: Catalogue): PageFilters {
	const { options, fields } = pageFilters(catalogue, [...equityFilters, 'residence'], {
		source: 'tracer'
	});
	const filters = Object.entries(options.filters).filter(([id]) => id !== 'residence');
	return {
		options: { ...options, filters: Object.fromEntries(filters) },
		fields: fields.filter(({ id }) => id !== 'residence')
	};
}
