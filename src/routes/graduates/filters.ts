import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { pageFilters, type PageFilters } from '../story/view-options.ts';
import { source } from './graduates-subject.ts';

const ids = [
	...['sex', 'residence', 'wave', 'field', 'isced_level', 'institution', 'cohort'],
	'district_group'
];

/** Both waves are shown, so that neither a wave nor a year of graduation is chosen; nothing is split by residence. */
export function wavesPageFilters(catalogue: Catalogue): PageFilters {
	const both = ids.filter((id) => id !== 'wave' && id !== 'cohort');
	const { options, fields } = pageFilters(catalogue, both, { source });
	const { source: sources = [] } = options.choices;
	return {
		options: { ...options, choices: { source: sources } },
		fields: fields.filter(({ id }) => id !== 'periurban')
	};
}

/** What the page of graduates can be filtered by. */
export function graduatesPageFilters(catalogue: Catalogue): PageFilters {
	return pageFilters(catalogue, ids, { source });
}
