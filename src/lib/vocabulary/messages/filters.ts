/** The filter bar. */
export const filters = {
	all: {
		sex: 'Women and men',
		residence: 'All residences',
		occupation: 'All occupations',
		age: 'All ages',
		district_group: 'All districts',
		sector: 'All sectors',
		field: 'All fields',
		isced_level: 'All levels',
		institution: 'All institutions',
		cohort: 'All cohorts'
	} as Readonly<Record<string, string>>,
	latest: (code: string) => `${code}, the latest`,
	allOf: 'All',
	withoutScript: 'Filters need scripts. This page shows everyone who was asked. Other pages:',
	held: (shown: string, parameter: string) =>
		`This page shows ${shown}; “${parameter}” in its address was ignored.`,
	source: 'Source',
	periurban: 'Peri-urban counts as',
	periurbanChoices: { own: 'a group of its own', urban: 'urban', rural: 'rural' }
} as const;
