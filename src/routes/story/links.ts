import { resolve } from '$app/paths';

/** Addresses for plain data: stories are told at build and in the browser, both under the site's base. */
export const linkTo = {
	sector: (code: string): string => resolve('/sectors/[sector]', { sector: code }),
	candidate: (id: string): string => resolve('/credentials/[id]', { id })
} as const;

/** What every page over the skills audit can be filtered by. */
const everywhere = ['sex', 'residence', 'wave', 'occupation', 'age', 'isced_level'];
const choices = ['source', 'periurban', 'survey'];

const ofGraduates = [
	...['sex', 'residence', 'wave', 'field', 'isced_level', 'institution', 'cohort'],
	...['district_group', ...choices]
];

/** Pages over other surveys, by their path. */
const others: Readonly<Record<string, readonly string[]>> = {
	graduates: ofGraduates,
	'graduates/match': ofGraduates,
	'graduates/waves': [
		...[
			'sex',
			'residence',
			'field',
			'isced_level',
			'institution',
			'district_group',
			'source',
			'survey'
		]
	],
	enrolment: ['year', 'field', 'isced_level', 'institution', 'residence', 'source', 'survey'],
	providers: [
		...[
			'field',
			'skill',
			'sector',
			'mode',
			'at',
			'weekly',
			'lqf_from',
			'lqf_to',
			'start',
			'compare',
			'source',
			'survey'
		]
	],
	equity: ['wave', 'field', 'isced_level', ...choices],
	brief: [
		...[...everywhere, 'sector', ...choices, 'need', 'scarcity', 'reach', 'equity', 'aggregate'],
		...['hours', 'provider', 'power']
	],
	credentials: [
		...[
			...everywhere,
			'sector',
			'source',
			'survey',
			'need',
			'scarcity',
			'reach',
			'equity',
			'aggregate'
		],
		...['hours', 'provider', 'power']
	]
};

/**
 * The parameters of the address that a page of figures knows; none for other pages.
 * @param path of the page within the site: `/sectors/`
 */
export function parametersOf(path: string): readonly string[] {
	const [first = '', second = '', third] = path.split('/').slice(1);
	if (third) return [];
	const own = second === '' ? first : `${first}/${second}`;
	if (Object.hasOwn(others, own)) return others[own] ?? [];
	const shared = [...everywhere, ...choices];
	if (first === 'sectors')
		return [...shared, 'district_group', ...(second === '' ? ['sector'] : [])];
	return second === '' && first === '' ? [...shared, 'sector'] : [];
}

/** The part of a query that another page of figures knows, with its question mark; empty for none. */
export function carriedQuery(path: string, query: string): string {
	const known = parametersOf(path);
	const kept = [...new URLSearchParams(query)].filter(([parameter]) => known.includes(parameter));
	const text = new URLSearchParams(kept).toString().replaceAll('%2C', ',');
	return text === '' ? '' : `?${text}`;
}
