/** The table of candidates: heads of its columns and words in its cells. */
export const credentialsTable = {
	caption: (sectors: string, wave: string) =>
		`Candidates in ${sectors}, ${wave}, by rank: ranks in 95 of 100 draws, people short, course, criteria and orders under other weights`,
	heads: {
		candidate: 'Candidate',
		id: 'Id, opens its numbers',
		sector: 'Sector',
		ranks: 'Ranks',
		rank: 'Place with these weights',
		top3: 'Top 3',
		first: 'First',
		people: 'People short',
		skills: 'Skills, level to level',
		hours: 'Hours',
		credits: 'Credits',
		weeks: 'Weeks at most',
		lqf: 'Proposed level',
		occupations: 'Occupations',
		women: 'Women',
		rural: 'Rural',
		gapSex: 'Women against men, points',
		gapResidence: 'Rural against urban, points',
		values: {
			need: 'Need: gap index',
			scarcity: 'Scarcity: vacancies',
			reach: 'Reach: people short',
			equity: 'Equity: size of gaps, points'
		},
		shares: {
			need: 'Need, 0 to 1',
			scarcity: 'Scarcity, 0 to 1',
			reach: 'Reach, 0 to 1',
			equity: 'Equity, 0 to 1'
		},
		linear: 'Index, linear',
		geometric: 'Index, geometric',
		overlaps: 'Short courses that overlap',
		demand: 'Demand risk',
		power: 'Grid power',
		providers: 'Providers within reach'
	},
	scenarioRank: (scenario: string) => `Place: ${scenario}`,
	step: (skill: string, from: number, to: number) => `${skill} ${from} to ${to}`,
	needed: 'needed',
	notNeeded: 'not needed',
	few: 'too few',
	unused: 'left out',
	none: '–',
	/** Within the brackets of the interval, so that it reads in the midst of a sentence. */
	care(text: string, word: string) {
		if (word === '') return text;
		return text.endsWith(')') ? `${text.slice(0, -1)}, ${word})` : `${text} (${word})`;
	}
} as const;
