/** How firm the order is, and who is left out of it. */
export const firmness = {
	title: 'How firm the order is',
	lead: 'The order under other weights, beside the one above. The average shift is the mean number of places that a course moves.',
	scenarios: 'The same candidates under other weights',
	scenarioHeads: {
		scenario: 'Weights',
		shift: 'Average shift, places',
		most: 'Largest shift',
		stay: 'Of the first three stay'
	},
	ids: {
		base: 'these weights',
		equal: 'equal weights',
		'without-need': 'without need',
		'without-scarcity': 'without scarcity',
		'without-reach': 'without reach',
		'without-equity': 'without equity'
	} as Readonly<Record<string, string>>,
	stay: (count: number, of: number) => `${count} of ${of}`,
	correlations: 'Rank correlation of the criteria over these candidates (Spearman’s ρ)',
	criterion: 'Criterion',
	none: '–',
	twice: (one: string, other: string, value: string) =>
		`${one} and ${other} order these candidates much alike (ρ ${value}), so part of their weight counts twice.`,
	constant: (criterion: string) =>
		`${criterion} is the same for all candidates here and does not move the order.`,
	constantScarcity:
		'Skill-shortage vacancies are the same for all candidates of one sector: they do not move the order.',
	unused: (sectors: string) =>
		`Scarcity is left out of the order, whatever its weight: too few establishments answered in ${sectors}. The table grades every figure.`,
	outTitle: (count: number) => `Left out: ${count} ${count === 1 ? 'candidate' : 'candidates'}`,
	out: (name: string, sector: string, reasons: string) => `${name}, ${sector}: ${reasons}`,
	reasons: {
		unreliable: 'too few answers under these filters',
		'not-available': 'not in the published tables',
		hours: (hours: string) => `takes ${hours} hours`,
		provider: 'no provider within reach',
		power: 'needs grid power'
	},
	skillsTitle: (sector: string) => `Skills in ${sector} that no course is aimed at, and why`,
	skillReasons: {
		'no-clear-gap': 'no clear shortfall, or too few answers',
		'more-than-two-levels': 'people are more than two levels short',
		'more-than-400-hours': 'would take more than 400 hours',
		'longer-than-two-years': 'would take longer than two years',
		'not-assessable': 'can’t be assessed in a short course'
	},
	demand: (sector: string, risk: string, text: string) => `${sector}: demand risk ${risk}. ${text}`,
	withSource: (text: string, source: string) => `${text} (${source})`
} as const;
