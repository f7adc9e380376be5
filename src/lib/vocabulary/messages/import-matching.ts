/** Words of the matching of a file: why a column is taken for something, and what has to be asked. */
export const matchingWords = {
	kinds: {
		tracer: 'Follow-up survey of graduates',
		audit: 'Skills audit of employers or workers',
		enrolment: 'Enrolment records',
		'labour-force': 'Labour force survey',
		other: 'Something else'
	},
	askKind: 'What kind of survey is this?',
	nothingKnown: 'Nothing of the surveys that the site knows was found.',
	askColumn: (title: string) => `Which column is “${title}”?`,
	noColumn: 'None of them',
	askValues: (values: readonly string[], more: number, column: string) => {
		const shown = values.map((value) => `“${value}”`).join(', ');
		return `What do ${shown}${more > 0 ? ` and ${more} more` : ''} in “${column}” mean?`;
	},
	noAnswer: 'No answer',
	askMissing: (value: string, column: string) =>
		`Does ${value} in “${column}” mean that there is no answer? It lies outside of all other numbers.`,
	theNumber: (value: string) => `The number ${value}`,
	askMeasure: (columns: number) => `What do the ${columns} columns of skills hold?`,
	measures: {
		proficiency_attained: 'The level that the worker has',
		proficiency_required: 'The level that the job requires',
		importance: 'How important the skill is'
	},
	askDate: (column: string, value: string) =>
		`Which comes first in the dates of “${column}”, such as ${value}?`,
	theDay: 'The day',
	theMonth: 'The month',
	askDamage: (value: string, column: string) =>
		`“${value}” in “${column}” looks like a range that a spreadsheet turned into a date. What was it?`,
	called: (phrase: string) => `its name says “${phrase}”`,
	byCells: 'by its cells',
	missing: (values: readonly string[], more: number) =>
		`${values.map((value) => `“${value}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}: no answer`,
	skillColumns: (columns: number) => `${columns} columns with one skill each`,
	answerColumns: (columns: number) => `${columns} columns with one answer each`,
	design: {
		weight: (reason: string) => `weight: ${reason}`,
		noWeight: 'no weights: every row counts once',
		stratum: (reason: string) => `stratum: ${reason}`,
		noStratum: 'no strata',
		cluster: (reason: string) => `cluster: ${reason}`,
		noCluster: 'no clusters: every row was drawn by itself',
		population: (column: string) => `population: “${column}”, the same in many rows`
	},
	/** What was seen in the cells of a column. */
	cells: {
		blank: 'all cells are blank',
		unknown: (field: string) => `nothing is known of ${field}`,
		noList: 'no code list',
		noAnswers: 'no cell holds an answer',
		fitCodes: (share: string, title: string) =>
			`${share} of the cells fit the codes of ${title.toLowerCase()}`,
		inList: (share: string) => `${share} of the cells are in the list`,
		fitScale: (share: string) => `${share} of the cells fit a scale of five points`,
		bareCodes: 'codes without labels',
		noCodes: 'its numbers are no codes of the list',
		oneCode: 'one code without a label in all rows',
		ownLabels: 'labels that the code list does not have',
		ownNames: 'names that the code list does not have',
		numbers: 'it holds numbers',
		noNumbers: 'its cells are no numbers',
		texts: 'texts that repeat',
		longTexts: 'its cells are long texts',
		decimals: 'it holds numbers with decimals',
		hardlyTwice: 'hardly a value stands twice',
		onceEach: 'no value stands twice',
		different: (values: number) => `${values} different values`,
		groups: (groups: number) => `${groups} groups`,
		groupsOf: (groups: number, rows: number) =>
			`${groups} groups of ${rows.toFixed(1)} rows on average`,
		years: (years: number) => `years, ${years} different ones`,
		dates: 'dates, which hold the year',
		fewWords: 'a few words',
		noYears: 'its cells are no years',
		range: (low: number, high: number) => `numbers from ${low} to ${high}`,
		mean: (range: string, mean: number) => `${range}, ${mean.toPrecision(3)} on average`,
		ofTheTool: 'numbers that the survey tool gives each answer',
		countsMany: 'numbers of many, not of one',
		countNothing: (range: string) => `${range}, which count nothing`,
		rowCodes: (range: string) => `${range}, each of them once: codes of rows`,
		bands: 'its numbers look like bands',
		perhapsGroups: (range: string) => `${range}, perhaps groups`,
		perhapsKilograms: (range: string) => `${range}, perhaps kilograms`,
		constant: 'the same number in all rows'
	}
} as const;
