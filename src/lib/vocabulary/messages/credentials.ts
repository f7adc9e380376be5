const courses = (n: number): string => `${n} ${n === 1 ? 'course' : 'courses'}`;

/** “one”, “two” … for small numbers that begin a sentence. */
const spelled = ['No', 'One', 'Two', 'Three', 'Four'] as const;

/** Which courses come first, for whom. */
export const credentials = {
	name: 'Credentials',
	targets: 'The target sectors',
	titleFirst: (name: string) => `“${name}” comes first`,
	titleStay: (count: number, places: number, of: number) =>
		`${spelled[count] ?? count} ${count === 1 ? 'course stays' : 'courses stay'} in the first ${places} of ${of}`,
	titleShare: (count: number, of: number) =>
		count === of
			? `All ${of} courses share the first place`
			: `${spelled[count] ?? count} of ${of} courses share the first place`,
	titleOpen: (of: number) =>
		`The order is open: none of ${of} courses is sure of a place in the first half`,
	titleOnly: (name: string) => `One candidate is left: “${name}”`,
	titleNone: 'There is no order to show',
	openBelow: (finding: string) => `${finding}; each of the others could hold several ranks`,
	findingFirst: (name: string) => `“${name}” holds the first place in 95 of 100 draws`,
	findingOne: (name: string, places: number) =>
		`Only “${name}” is sure of the first ${places} places`,
	findingSeveral: (names: string, places: number) =>
		`${names} are sure of the first ${places} places`,
	findingMany: (count: number, places: number) =>
		`${courses(count)} are sure of the first ${places} places`,
	toWeights: 'Move the weights',
	lead: (count: string, one: boolean, sectors: string) =>
		`${count} candidate ${one ? 'micro-credential' : 'micro-credentials'} for ${sectors}, made of skills that the same workers are short of. Move the weights and see which ranks hold.`,
	leadNone: (sectors: string) =>
		`Candidates are micro-credentials made of skills that the same workers are short of, here in ${sectors}.`,
	shown: (shown: string, of: string) => `${shown} of ${of} candidates`,
	where: (sectors: string, wave: string) => `in ${sectors}, ${wave} skills audit`,
	leftOut: (condition: number, few: number) =>
		[
			...(condition > 0
				? [`${condition} ${condition === 1 ? 'fails' : 'fail'} a condition of delivery.`]
				: []),
			...(few > 0 ? [`${few} ${few === 1 ? 'rests' : 'rest'} on too few answers.`] : [])
		].join(' '),
	what: (weights: string, index: string, coverage: string) =>
		`The capsule spans the ranks that a course holds in 95 of 100 draws, over sampling error and random weights around yours (${weights}; ${index} index). The mark is its place with these weights. People are short of at least one of its skills, with the 95% interval; gaps are in the share below the required level. Counted: ${coverage}`,
	weight: (criterion: string, value: number) => `${criterion} ${value}`,
	weightUnused: (criterion: string, value: number) => `${criterion} ${value} but left out`,
	replicates: (count: string, seed: number) => `${count} bootstrap replicates (seed ${seed})`,
	draws: (replicates: string, count: string, seed: number) =>
		`${replicates} × ${count} Dirichlet weights (seed ${seed}).`,
	source: (survey: string, draws: string) => `${survey} ${draws}`,
	keyRange: 'ranks in 95 of 100 draws',
	keyPlace: 'place with these weights',
	keyCare: 'hollow: few answers, or imprecise',
	label: 'Courses by rank',
	heads: {
		tick: 'Tick to put in the portfolio',
		rank: 'rank',
		top: 'top 3',
		people: 'people short; gaps to men, to urban'
	},
	tick: (name: string) => `Put ${name} in the portfolio`,
	step: (from: number, to: number) => `level ${from} to ${to}`,
	volume: (hours: string, credits: string) => `${hours}\u00a0hours, ${credits}\u00a0credits`,
	proposed: (levels: string) => `proposed level ${levels}`,
	demand: (risk: string) => `demand risk ${risk}`,
	overlap: (count: number) =>
		`${count}\u00a0short ${count === 1 ? 'course overlaps' : 'courses overlap'}`,
	topShort: ' top 3',
	women: (share: string) => `${share} women`,
	rural: (share: string) => `${share} rural`,
	gapWomen: (gap: string) => `women ${gap}`,
	gapRural: (gap: string) => `rural ${gap}`,
	gapFew: 'gap: too few to say',
	further: 'Further courses, in order; the table has their figures:',
	numbers: 'Where these numbers come from',
	numbersBrief: 'Its design brief, with the figures of the survey and the Question of each',
	numbersFailed: 'They did not arrive. Close and open this again with a connection.',
	all: (count: string) => `Show all ${count} courses`,
	rankOf: (ranks: string, of: number, top: string) =>
		`rank ${ranks} of ${of} in 95 of 100 draws, among the first three in ${top} of them`,
	people: 'workers rated',
	peopleShort: 'people short',
	absent: {
		weightsTitle: 'No weight is left',
		weights: (criteria: string) => `Every weight that counts is 0. Give one of ${criteria} some.`,
		sameTitle: 'These weights put nothing in order',
		same: (weighed: string, criteria: string) =>
			`${weighed}: the same for all candidates here. Give ${criteria} some weight.`,
		weightUnused: (criterion: string) => `${criterion} has one, but does not count now.`,
		noneTitle: 'No candidate is left',
		conditions: (found: string, ways: string) =>
			`None of ${found} candidates meets every condition. ${ways}`,
		loosen: (condition: string, count: number) =>
			`Loosening “${condition}” alone brings back ${count}.`,
		loosenTogether: (conditions: string, count: number) =>
			`Loosening ${conditions} together brings back ${count}.`,
		few: 'Under these filters too few answered for any candidate. Loosen a filter; what is left out stands below.',
		nobody: 'No skill of these sectors has a shortfall that is clear enough to aim a course at.'
	}
} as const;

/** The panel of weights and conditions. */
export const weighing = {
	title: 'What you weigh',
	criteria: {
		need: { label: 'Need', note: 'Gap index: importance × levels short' },
		scarcity: { label: 'Scarcity', note: 'Skill-shortage vacancies of the sector' },
		reach: { label: 'Reach', note: 'People short of at least one skill' },
		equity: { label: 'Equity', note: 'Gaps between women and men, rural and urban' }
	},
	percent: (value: string) => `${value}%`,
	proportions: (sum: number) => `Only their proportions count: together they are ${sum}%.`,
	aggregate: 'Weak on one, strong on another',
	aggregates: { linear: 'may offset (linear)', geometric: 'counts against (geometric)' },
	indices: { linear: 'linear', geometric: 'geometric' },
	conditions: 'Must be deliverable',
	conditionNames: {
		hours: 'within the hours',
		provider: 'a provider within reach',
		power: 'without grid power'
	},
	hours: 'Notional hours at most',
	hoursOption: (hours: string) => `${hours} hours`,
	provider: { any: 'with or without a provider', 'within-reach': 'a provider within reach' },
	power: { any: 'with or without grid power', 'not-needed': 'without grid power' },
	conditionsNote:
		'Conditions remove a course. They never lower its rank, so that a remote group does not lose by being remote.',
	reachNote:
		'Within reach: a provider that serves the sector, at one of the proposed levels, daily or in weekly blocks, where people are short.',
	sectors: 'Sectors',
	sectorsNote: (most: number) => `Up to ${most} at once.`,
	reset: 'Back to the first weights',
	same: 'The same for all candidates here, so it does not move the order.',
	unused: (sectors: string) =>
		`Does not count now: too few establishments answered in ${sectors} to compare.`
} as const;
