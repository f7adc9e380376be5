/** The frame of every page: header, notice, footer, filters, and the page that is not there. */
export const frame = {
	site: 'Skills Gap Observatory',
	skip: 'Skip to the findings',
	pages: 'Pages',
	menu: 'Menu',
	notice: 'About these data',
	nav: {
		overview: 'Overview',
		sectors: 'Sectors',
		credentials: 'Credentials',
		data: 'Data',
		explore: 'Explore',
		methods: 'Methods'
	},
	edition: (edition: string, date: string) => `Edition ${edition}, ${date}`,
	cite: 'Cite this site',
	dictionary: 'Data dictionary',
	licence: 'Licence',
	about: 'No tracking, no outside requests.',
	theme: 'Colours',
	themes: { system: 'as the device', light: 'light', dark: 'dark' },
	filters: 'Filters',
	moreFilters: 'More filters',
	clear: 'Clear filters',
	withoutScript: 'Filters need scripts. This page shows all that was asked.',
	title: (page: string) => `${page} · Skills Gap Observatory`,
	notFound: 'There is no page at this address',
	notFoundHelp: 'It may have moved with a new edition. These pages are here:',
	failed: 'This page could not be shown',
	failedHelp: 'The rest of the site still works.',
	retry: 'Try again'
} as const;
