import { resolve } from '$app/paths';

/** Addresses for plain data: stories are told at build and in the browser, both under the site's base. */
export const linkTo = {
	sector: (code: string): string => resolve('/sectors/[sector]', { sector: code })
} as const;

/** What every page over the skills audit can be filtered by. */
const everywhere = ['sex', 'residence', 'wave', 'occupation', 'age', 'isced_level'];
const choices = ['source', 'periurban'];

/** Pages over other surveys, by the first part of their path. */
const others: Readonly<Record<string, readonly string[]>> = {
	graduates: [
		...['sex', 'residence', 'wave', 'field', 'isced_level', 'institution', 'cohort'],
		...['district_group', ...choices]
	],
	enrolment: ['year', 'field', 'isced_level', 'institution', 'residence', 'source'],
	equity: ['wave', 'field', 'isced_level', ...choices]
};

/**
 * The parameters of the address that a page of figures knows; none for other pages.
 * @param path of the page within the site: `/sectors/`
 */
export function parametersOf(path: string): readonly string[] {
	const [first = '', second = '', third] = path.split('/').slice(1);
	if (third) return [];
	if (second === '' && Object.hasOwn(others, first)) return others[first] ?? [];
	const shared = [...everywhere, ...choices];
	if (first === 'sectors')
		return [...shared, 'district_group', ...(second === '' ? ['sector'] : [])];
	return second === '' && ['', 'credentials'].includes(first) ? [...shared, 'sector'] : [];
}

/** The part of a query that another page of figures knows, with its question mark; empty for none. */
export function carriedQuery(path: string, query: string): string {
	const known = parametersOf(path);
	const kept = [...new URLSearchParams(query)].filter(([parameter]) => known.includes(parameter));
	const text = new URLSearchParams(kept).toString().replaceAll('%2C', ',');
	return text === '' ? '' : `?${text}`;
}
