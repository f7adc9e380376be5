/** A part of a gap, for a sentence. */
interface Said {
	/** "Rural − urban, by field of study". */
	readonly title: string;
	/** What both groups would have to have alike: "fields of study". */
	readonly category: string;
	/** Both with their intervals: "+1 point (1–2)". */
	readonly part: string;
	readonly whole: string;
}

/** Gaps taken apart (Kitagawa). */
export const decomposition = {
	by: (difference: string, dimension: string) => `${difference}, by ${dimension}`,
	categories: {
		field: 'fields of study',
		isced_level: 'levels of education',
		occupation: 'occupation groups'
	},
	part: { difference: 'Gap', rate: 'Rates', composition: 'Composition' },
	shareOf: (part: string) => `${part}, share of the gap`,
	all: 'All',
	heads: { gap: 'Gap', part: 'Part', category: 'Category', value: 'Value' },
	what: 'Rates: the gap between people of the same category, averaged over both groups’ categories. Composition: what the groups’ different spread over the categories makes of it. The two add up to the gap (Kitagawa). This is arithmetic, not causes.',
	keyGap: 'the whole gap',
	keyParts: 'its two parts',
	few: 'Too few answers to take a gap apart',
	cannot: 'The gaps can’t be taken apart under these filters',
	oneLeft: (titles: string, dimension: string) =>
		`Not made: ${titles}, since one ${dimension} is chosen and there is nothing to spread over. Loosen that filter.`,
	lacking: (titles: string, dimension: string, filters: string) =>
		`Can’t be made: ${titles}, since one of the two groups has nobody in some ${dimension}.${filters === '' ? '' : ` Loosen the filter by ${filters}.`}`,
	titled: {
		part: ({ title, category, part, whole }: Said) =>
			`${gapOf(title)}: ${part} of ${whole} would go with the same ${category}`,
		beyond: ({ title, category, part, whole }: Said) =>
			`${gapOf(title)}: different ${category} make ${part}, the whole gap is ${whole}`,
		against: ({ title, category, part, whole }: Said) =>
			`${gapOf(title)}: different ${category} make ${part}, against a gap of ${whole}`
	},
	said: {
		part: ({ title, part, whole }: Said) =>
			`${title}: composition makes ${part} of a gap of ${whole}.`,
		beyond: ({ title, part, whole }: Said) =>
			`${title}: composition makes ${part}, more than the gap of ${whole}; rates work against it.`,
		against: ({ title, part, whole }: Said) =>
			`${title}: composition makes ${part}, against the gap of ${whole}; rates make more than it.`
	},
	together: (said: string, gaps: number) =>
		gaps > 1 ? `${said} (Level corrected for ${gaps} gaps.)` : said,
	graduates: {
		noGap: 'No gap in wage work is clear enough to be taken apart',
		within: (categories: string) =>
			`Within the same ${categories} the gaps in wage work remain: composition makes no clear part of them`,
		noPart: 'Composition makes no clear part of the gaps in wage work'
	},
	workers: {
		noGap: 'No gap in skills is clear enough to be taken apart',
		within: (categories: string) =>
			`Within the same ${categories} the gaps in skills remain: composition makes no clear part of them`,
		noPart: 'Composition makes no clear part of the gaps in skills'
	},
	graduatesCaption: (wave: string) => `Gaps in wage work taken apart, graduates, ${wave}`,
	workersCaption: 'Gaps in the share below the required level taken apart by occupation group',
	/** How to read them. */
	readingTitle: 'How far a decomposition goes',
	reading: [
		'It compares shares and rates as they are. It does not say what would happen if people studied other fields: those who chose a field may differ in ways that were not asked.',
		'Which categories are used decides what is called composition. Finer fields, or occupations instead of groups, would move part of “rates” to “composition”.',
		'The tables have the rates of each category too. What one category adds to composition depends on where zero is, so that only their sum is given.',
		'With several characteristics at once, Oaxaca and Blinder’s decomposition is the usual one. Its “unexplained” part holds all that was not measured; it is not a measure of discrimination.'
	],
	oaxaca: 'It is asked for on the command line, over a survey of the site or a file of your own:',
	askLine: `npm run -s ask -- '{"source":"tracer","where":{"wave":["2024"]},"oaxaca":{"of":"wage-employment","dimension":"residence","minus":["urban","rural"],"predictors":["field","isced_level"]}}'`,
	notebook: 'Other definitions of the gap, worked out with R',
	methods: 'How decompositions are worked out'
} as const;

/** "Rural − urban", without what it is split by. */
function gapOf(title: string): string {
	return title.split(',')[0] ?? title;
}
