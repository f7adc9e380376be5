import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { pageFilters, type PageFilters } from '../story/view-options.ts';

export const enrolmentFilters = ['year', 'field', 'residence', 'isced_level', 'institution'];

/**
 * What the page can be filtered by. The records know the home at entry, in three kinds; nothing is asked about
 * the peri-urban that could be told in another way, so there is no choice of how they count.
 */
export function enrolmentPageFilters(catalogue: Catalogue): PageFilters {
	const { options, fields } = pageFilters(catalogue, enrolmentFilters, { source: 'enrolment' });
	const kept = Object.entries(options.choices).filter(([id]) => id !== 'periurban');
	return {
		options: { ...options, choices: Object.fromEntries(kept) },
		fields: fields
			.filter(({ id }) => id !== 'periurban')
			.map((field) => (field.id === 'residence' ? { ...field, label: words.homeAtEntry } : field))
	};
}
