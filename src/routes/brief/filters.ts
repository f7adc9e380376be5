import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { credentials } from '#lib/vocabulary/messages/credentials.ts';
import { credentialsPageFilters } from '../credentials/choices.ts';
import { pageFilters, type PageFilters } from '../story/view-options.ts';

const filterIds = ['sector', 'sex', 'residence', 'wave', 'occupation', 'age', 'isced_level'];

/**
 * Those of a sector's page, with the sector; weights and conditions are chosen on the page of candidates and come
 * along in the address.
 */
export function briefPageFilters(catalogue: Catalogue): PageFilters {
	const own = pageFilters(catalogue, filterIds, { all: { sector: credentials.targets } });
	const weighing = credentialsPageFilters(catalogue);
	return {
		options: {
			filters: own.options.filters,
			choices: { ...weighing.options.choices, ...own.options.choices }
		},
		fields: own.fields
	};
}
