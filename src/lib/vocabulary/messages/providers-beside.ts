const plural = (count: number, one: string, several: string) =>
	`${count} ${count === 1 ? one : several}`;

/** The page of providers: what stands beside the people short: places, other providers, would-be learners. */
export const providersBeside = {
	/** People against places. */
	placesTitle: (ratio: string, sector: string) =>
		`For each place a year that others have in ${sector}, ${ratio} people are short`,
	placesMore: (ratio: string, sector: string) => `${ratio} in ${sector}`,
	placesNone: 'Nobody else in reach serves these sectors at these levels',
	placesFew: 'Too few answers to set people against places',
	placesWhat:
		'People short of any skill that fits and within reach, over the places a year of other providers that serve the sector at these levels and reach the same people. The places of a provider count in full for each sector that it serves, so there are more people for each place than this says.',
	placesSource: (source: string) =>
		`${source} Providers and places: made up for the demonstration.`,
	placesCaption: 'People short within reach for each place a year of other providers',
	placesLabel: 'Sectors, most people for a place first',
	placesRead: 'people for each place, 95% interval',
	placesKey: 'people short for each place a year, with the 95% interval',
	placesUnder: (people: string, places: string, count: number) =>
		`${people} people short; ${places} places at ${plural(count, 'provider', 'providers')}`,
	ratio: 'People for each place',
	ratioSaid: 'people for each place',
	placesColumn: 'Places a year',
	providersColumn: 'Providers',

	servedTitle: 'Who else serves it',
	servedNone: 'No other provider serves these sectors at these levels within reach.',
	servedCaption: 'Other providers that serve the sectors chosen at these levels',
	served: {
		provider: 'Provider',
		sectors: 'Sectors',
		levels: 'LQF',
		where: 'Where',
		modes: 'Modes',
		places: 'Places a year',
		status: 'Status'
	},
	courseCaption: 'Short courses that exist and teach a skill that fits',
	course: {
		title: 'Short course',
		skills: 'Skills that fit',
		status: 'Status',
		made: 'Made up'
	},
	yes: 'yes',
	no: 'no, named in print',
	courseNone: 'No short course that exists teaches a skill that fits.',

	/** Would-be learners. */
	learnersTitle: 'Would-be learners, counted apart',
	learnersNote:
		'These are other people than the workers short of a skill: graduates, employed or not, asked by the tracer study. The two counts are never added.',
	wants: (share: string) =>
		`${share} of graduates who live within reach would take a short course now`,
	wantsFew: 'Too few graduates within reach to say how many would take a short course',
	wantsWhat: (definition: string) =>
		`${definition} By where they live now, in the district groups within reach.`,
	wantsLabel: 'District groups within reach by share of graduates who want a short course',
	wantsCaption: (wave: string) => `Graduates who want a short course, wave ${wave}`,
	wantsAll: 'All within reach',
	wantsRead: 'share, 95% interval',
	wantsShare: 'Share',
	graduates: 'graduates',
	barriersWhere: (groups: string) => `Graduates who live within reach: ${groups}.`
} as const;
