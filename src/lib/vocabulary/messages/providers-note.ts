const plural = (count: number, one: string, several: string) =>
	`${count} ${count === 1 ? one : several}`;

/** The page of providers: candidates side by side, and the note that prints. */
export const providersNote = {
	/** Courses that fit. */
	coursesTitle: (courses: number, hours: string) =>
		`${plural(courses, 'proposed course fits', 'proposed courses fit')} as a whole, ${hours} hours long`,
	hours: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
	coursesNoneTitle: 'No proposed course fits as a whole',
	coursesNone:
		'Some skills fit, but no course with all of its skills that somebody within reach needs. Loosen a choice, or teach one with a partner.',
	coursesWhat: (definition: string, shown: number, of: number) =>
		`${definition} Within reach of the site for every skill of the course. ${shown < of ? `The first ${shown} of ${of}; the table has all. ` : ''}A course is proposed from skills that the same workers are short of; levels are proposed, never accredited.`,
	coursesKey: 'people short of any of its skills, with the 95% interval',
	coursesLabel: 'Proposed courses that fit, most people short first',
	coursesCaption: 'Proposed courses that fit, people short within reach',
	under: (hours: string, credits: string, weeks: number) =>
		`${hours}\u00a0hours, ${credits}\u00a0credits, ${plural(weeks, 'week', 'weeks')}`,
	volume: (hours: string, credits: string) => `${hours} hours, ${credits} credits`,
	lqf: (levels: string) => `proposed LQF ${levels}`,
	course: 'Proposed course',
	id: 'Id',
	credits: 'Credits',

	/** Side by side. */
	compareTitle: 'Up to three courses side by side',
	compareNote: (most: number) =>
		`Choose up to ${most} of the courses that fit. Without a choice, those with the largest counts stand here; that is no ranking.`,
	compareChoose: 'Courses to compare',
	compareFull: (most: number) => `${most} are chosen: take one out to put in another.`,
	compareNone: 'No course fits, so there is nothing to compare.',
	compareGone: (ids: string) =>
		`Chosen for comparison, but not a fit with the other choices: ${ids}.`,
	comparedMore: (most: number) => `More than ${most} were asked for; the first ${most} are shown.`,
	compareCaption: 'Proposed courses side by side',
	rows: {
		about: 'About',
		sector: 'Sector',
		skills: 'Skills, level from and to',
		hours: 'Hours, credits',
		weeks: 'Calendar',
		lqf: 'Proposed LQF level',
		people: 'People short within reach',
		women: 'Women among them',
		rural: 'Rural people among them',
		groups: 'Within reach',
		others: 'Others serving the sector',
		overlap: 'Short courses that overlap',
		demand: 'Demand risk',
		power: 'Grid power',
		modes: 'Modes that suit all of it'
	},
	skill: (label: string, from: number, to: number) => `${label}, ${from} to ${to}`,
	weeks: (weeks: number, weekly: number) =>
		`${plural(weeks, 'week', 'weeks')} at ${weekly} hours a week`,
	figure: (figure: string, n: string, care: string) =>
		[figure, `n ${n}`, care].filter((part) => part !== '').join(', '),
	few: 'too few answers',
	others: (count: number, places: string) =>
		count === 0
			? 'none within reach'
			: `${plural(count, 'provider', 'providers')}, ${places} places a year`,
	overlapNone: 'none known',
	overlap: (title: string, status: string) => `${title} (${status})`,
	demand: (risk: string, text: string) => `${risk}: ${text}`,
	demandNone: 'not assessed',
	power: 'needed',
	powerNone: 'not needed',
	modesNone: 'no single mode: some skills in one, others in another',
	briefs: 'Design briefs:',

	/** The note that prints. */
	noteName: 'Demand note',
	noteTitle: 'The demand note',
	print: 'Print, A4',
	printHelp: 'Prints this note alone, on one sheet.',
	choices: 'Choices',
	needs: 'The largest needs within reach',
	needsCaption: (shown: number, of: number) =>
		`${shown < of ? `${shown} of ${of} skills that fit: ` : ''}in each sector the largest counts of people short; no ranking`,
	skillColumn: 'Skill',
	sectorColumn: 'Sector',
	stepColumn: 'Level',
	weeksColumn: 'Weeks',
	peopleColumn: 'People short',
	places: 'People and places',
	placesOf: (sector: string, ratio: string, places: string) =>
		`In ${sector} ${ratio} people are short for each of ${places}.`,
	othersPlaces: (places: string, providers: number) =>
		`${places} places a year at ${plural(providers, 'other provider', 'other providers')}`,
	placesNone: (sector: string) => `In ${sector} no other provider is known within reach.`,
	placesMore: (sectors: number) =>
		`${plural(sectors, 'further sector stands', 'further sectors stand')} on the page.`,
	learners: 'Would-be learners, counted apart',
	limits: 'What it can’t say',
	limitsText:
		'Short is who is rated below what the job requires; nobody was tested. Levels are proposed, never accredited. A count of people short is no promise that they enrol.',
	sources: 'Sources',
	source: (survey: string, wave: string) => `${survey}, wave ${wave}`,
	planning: 'providers, places and reach: made up for the demonstration'
} as const;
