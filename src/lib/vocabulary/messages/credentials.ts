/** A share with its word of care, where there is one. */
function withCare(share: string, care: string): string {
	return care === '' ? share : `${share}, ${care}`;
}

/** Which skills short courses would be aimed at. */
export const credentials = {
	name: 'Credentials',
	titleCommon: (skill: string) =>
		`In each sector “${skill}” is first or can’t be told apart from the first`,
	titleFirst: (first: string) => `More people are short ${first}`,
	/** Of one sector; the finding of its figure names the skills. */
	titleOne: (sector: string, count: number, skills: string) =>
		`${sector}: ${skills} ${count === 1 ? 'skill' : 'skills'} to aim short courses at`,
	titleOpen: 'In no sector is one skill clearly first',
	titleNone: 'No skill has a shortfall clear enough to aim a course at',
	firstOf: (sector: string, skill: string) =>
		`in “${skill}” than in any other eligible skill of ${sector}`,
	lead: (skills: string, sectors: string, count: number) =>
		`${skills} ${count === 1 ? 'skill in' : 'skills in'} ${sectors} ${count === 1 ? 'has' : 'have'} a shortfall that is clear, can be taught in a short course and can be assessed. Skills stand in the order of the people short in them, each with the ranks that it may have.`,
	sectorOnly: (skill: string, sector: string) => `In ${sector}, one skill is eligible: “${skill}”`,
	sectorTop: (skill: string, sector: string) =>
		`More people are short in “${skill}” than in any other eligible skill of ${sector}`,
	sectorSeveral: (first: string, others: string, sector: string) =>
		`In ${sector}, the largest count of people short is in “${first}”; ${others} can’t be told apart from it`,
	sectorOpen: (count: number, sector: string) =>
		`In ${sector} the order is open: ${count} skills can’t be told apart from the first`,
	sectorNone: (sector: string) => `In ${sector} no skill is eligible under these filters`,
	noneHelp:
		'No skill has a shortfall that is clear for so few answers. Loosen a filter; why each skill is left out stands below.',
	what: (definition: string, shown: number, of: number) =>
		`${definition} ${shown < of ? `The first ${shown} of ${of} eligible skills; the table has all. ` : ''}The capsule spans the 95% interval. Rank ranges come from the differences between skills, corrected for the number of comparisons.`,
	label: 'Eligible skills, most people short first',
	read: 'people short, 95% interval',
	rank: (ranks: string, of: number) => `rank ${ranks} of ${of}`,
	step: (from: string, to: string) => `level ${from} to ${to}`,
	hours: (hours: string) => `${hours} hours`,
	women: (share: string, care: string) => withCare(`${share} women`, care),
	rural: (share: string, care: string) => withCare(`${share} rural`, care),
	womenFew: 'women: too few answers',
	ruralFew: 'rural: too few answers',
	/** In a cell of the table. */
	share: withCare,
	shareFew: 'too few',
	fromTo: (from: string, to: string) => `${from} to ${to}`,
	keyShort: 'people short, with the 95% interval',
	skillCount: (n: string, count: number) =>
		`${n} ${count === 1 ? 'eligible skill' : 'eligible skills'}`,
	inSectors: (where: string) => `in ${where} skills audit`,
	people: 'workers rated',
	caption: (sector: string, wave: string) =>
		`Eligible skills in ${sector}, ${wave}: people short, level from and to, hours, who they are, rank range`,
	columns: {
		skill: 'Skill',
		peopleShort: 'People short',
		step: 'Level',
		hours: 'Hours',
		credits: 'Credits',
		women: 'Women',
		rural: 'Rural',
		ranks: 'Ranks',
		delivery: 'Delivery'
	},
	notEligible: (sector: string) => `Skills in ${sector} that no course is aimed at, and why`,
	reasons: {
		'no-clear-gap': 'no clear shortfall, or too few answers',
		'more-than-two-levels': 'people are more than two levels short',
		'more-than-400-hours': 'would take more than 400 hours',
		'longer-than-two-years': 'would take longer than two years',
		'not-assessable': 'can’t be assessed in a short course'
	},
	rulesTitle: 'How a skill gets here',
	rules: [
		'Its shortfall is clear: the interval lies above zero, with enough answers.',
		'Half of the people short lack two levels or fewer.',
		'The step takes at most 400 notional hours (40 credits) and 104 weeks.',
		'It can be assessed.'
	],
	coverage: (coverage: string) => `Whom the counts cover: ${coverage}`,
	counted: (coverage: string) => `Counted: ${coverage}`,
	demand: (risk: string, text: string, source: string) =>
		`Demand risk ${risk}: ${text} (${source})`,
	notYet:
		'A first list: one skill at a time, in the order of people short. Bundles of skills, weights and a design brief come with a later edition. Levels on the qualifications framework are proposed there, never accredited.',
	gaps: (sector: string) => `All gaps in ${sector}`
} as const;
