/** The page of graduates: its opening, and the time to a first job. */
export const graduates = {
	name: 'Graduates',
	parts: 'Pages about graduates',
	workName: 'First job and work',
	matchName: 'Match, pay and short courses',
	wavesName: 'Change between waves',
	people: 'graduates',
	or: 'or',
	/** What a name holds that can’t stand in a list of “and”. */
	and: ' and ',
	semicolon: '; ',
	limits: 'What these figures can’t say',
	source: (survey: string, wave: string, response: string) =>
		survey === '' ? '' : `${survey}, wave ${wave}. ${response}`,
	/** `unknown`: what the rate isn't known by, as labels of dimensions; empty where nothing is restricted. */
	response: (rate: string, approached: string, unknown: string) =>
		unknown === ''
			? `Response rate ${rate} of ${approached} approached.`
			: `Response rate ${rate} of ${approached} approached; it is not known by ${unknown}.`,
	responseUnknown: 'Response rate not known.',
	where: (wave: string) => `in the ${wave} tracer study`,
	shown: (shown: string, response: string) => `${shown} ${response}`,

	titleLonger: (longer: string, other: string) =>
		`${longer} wait longer for a first job than ${other}`,
	titleUnclear: (a: string, b: string) =>
		`${a} and ${b} can’t be told apart in how long they wait for a first job`,
	titleHalf: (people: string, median: string) =>
		`Half of ${people} had a first job within ${median}`,
	titleYear: (share: string, people: string) =>
		`${share} of ${people} had a first job within a year`,
	titleFew: 'Too few answers to say how long a first job takes',
	titleEngine: 'The published tables do not hold this view of graduates',
	/** `groups`: each from `leadGroup`. */
	lead: (groups: string) => `Half of ${groups}.`,
	leadFirst: (people: string, median: string) => `${people} had a first job within ${median}`,
	leadNext: (people: string, median: string) => `half of ${people} within ${median}`,
	leadShares: (shares: string) => `A year after graduation it was ${shares}.`,
	leadShare: (share: string, people: string) => `${share} of ${people}`,

	employmentKey: 'In work',
	wageKey: 'In wage work',
	medianKey: 'Median months to a first job',
	responseKey: 'Response rate',
	responseNote: (approached: string) => `of ${approached} approached`,

	curveMore: (more: string, fewer: string) =>
		`After a year, more ${more} than ${fewer} were still without a first job`,
	curveUnclear: (a: string, b: string) =>
		`${a} and ${b} can’t be told apart in who is still without a first job after a year`,
	/** Each a `leadShare`: nothing is compared. */
	curveShares: (shares: string) => `After a year, ${shares} were still without a first job`,
	curveFew: (by: string) => `Too few answers to compare the wait for a first job by ${by}`,
	curveWhat: (definition: string, least: string) =>
		`${definition} Kaplan-Meier estimates; a line ends where fewer than ${least} are left, and after three years. In the table n is the number still at risk.`,
	curveLabel: (by: string) => `Still without a first job, by ${by}`,
	along: 'months since graduation',
	risk: 'Without a first job and still observed',
	curveCaption: (by: string, wave: string) => `Still without a first job by ${by}, wave ${wave}`,
	point: (name: string, month: string) => `${name}, month ${month}`,
	atRisk: 'at risk',
	months: 'Months since graduation',
	medianLine: 'Median, in months',
	without: 'Still without',

	medianTop: (fields: string) => `A first job within a year is most frequent in ${fields}`,
	medianOpen: (count: number) =>
		`No field stands out for a quick first job: ${count} can’t be told apart from the quickest`,
	medianOnly: (field: string) => `Only ${field} has enough answers to be shown`,
	medianOne: (field: string, median: string) =>
		`${field}: half had a first job within ${median} of graduation`,
	medianFew: 'Too few answers to compare the wait by field',
	medianUnlimited: (title: string, count: number) =>
		`${title}; in ${count} of the fields the wait has no upper limit that can be given`,
	medianWhat: (definition: string) =>
		`${definition} Fields are told apart by the share with a first job within 12 months, since a gap of two medians has no standard error here.`,
	medianUnder: (share: string) => `${share} within 12 months`,
	medianLabel: 'Fields of study, shortest wait first',
	medianRead: 'median, 95% interval',
	medianCaption: (wave: string) => `Time to a first job by field of study, wave ${wave}`,
	medianMonths: 'Median months',
	withinYear: 'First job within 12 months',
	monthsTick: (months: string) => `${months} months`,
	field: 'Field of study',
	value: 'Value'
} as const;
