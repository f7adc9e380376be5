/** Each number of a course in the list, with where it comes from. */
export const courseNumbers = {
	fetching: 'Fetching them …',
	failed: 'They did not arrive. Close and open this again with a connection.',
	gone: 'Under these choices the course is not in the list.',
	lead: 'Each number opens to what it is, and to the Question that gives it again in a copy of the project.',
	labels: {
		reach: 'People short of at least one of its skills',
		women: 'Women among them',
		rural: 'Rural people among them',
		genderGap: 'Share below the required level, women minus men',
		residenceGap: 'Share below the required level, rural minus urban',
		need: 'Need: gap index over its skills',
		scarcity: 'Scarcity: skill-shortage vacancies of the sector',
		occupations: 'Occupations',
		volume: 'Notional hours and credits',
		level: 'Proposed level',
		demand: 'Demand risk of the sector',
		overlaps: 'Short courses that overlap',
		ranks: 'Ranks',
		top: 'Among the first three',
		index: 'Index'
	},
	n: (n: string) => `n ${n}`,
	step: (from: number, to: number) => `level ${from} to ${to}`,
	hours: (hours: string, credits: string) => `${hours} hours, ${credits} credits`,
	draws: (share: string) => `${share} of draws`,
	said: {
		step: 'From the weighted median of the levels that people short of the skill have, to that of the levels their jobs require: of everybody in the wave, whatever the filters.',
		occupations:
			'Major groups that are short in all of its skills, of everybody in the wave, whatever the filters.',
		volume: (sum: string) =>
			`Levels gained times the hours that data/skills.csv gives a level: ${sum}. Ten hours make one credit.`,
		level:
			'From the skill level that ISCO-08 gives its occupations, never from proficiency. A proposal: only the accrediting body gives one.',
		overlaps: (titles: string) =>
			`Courses of data/short-courses.csv that teach one of its skills: ${titles}.`,
		ranks: (of: string, draws: string, replicates: string) =>
			`In 95 of 100 draws, of ${of} courses: ${draws} draws of weights around yours, each over one of ${replicates} bootstrap replicates of the sample. “Replicates as CSV” and “Drawn weights as CSV”, below, give them again.`,
		linear: (sum: string) =>
			`100 × (${sum}): the weight of each criterion as a share of all that count, times its place between the lowest and the highest course of the list.`,
		geometric: (product: string) =>
			`100 × ${product}: the place of each criterion between the lowest (counted as 0.01) and the highest course of the list, to the power of its weight as a share of all that count.`
	},
	command: (question: string) => `npm run -s ask -- '${question}'`,
	copy: 'Copy',
	copied: 'Copied.',
	notCopied: 'Not copied: mark the line by hand.',
	question: 'Question'
} as const;
