/** Which choice of a provider keeps a skill out. */
type Obstacle = 'field' | 'skill' | 'mode' | 'level' | 'power';

const plural = (count: number, one: string, several: string) =>
	`${count} ${count === 1 ? one : several}`;

/** The page of providers: what is missing within reach that they could teach. */
export const providers = {
	name: 'Providers',
	labels: {
		field: 'Fields you teach',
		skill: 'Skills you teach',
		sector: 'Sectors you serve',
		at: 'Where you are',
		mode: 'How you teach',
		weekly: 'Hours a week',
		lqf_from: 'Proposed LQF, from',
		lqf_to: 'Proposed LQF, to'
	},
	all: { field: 'All fields', skill: 'All skills', sector: 'The target sectors', mode: 'Any mode' },
	everySector: 'All sectors',
	modes: {
		block: 'in block weeks',
		evening: 'in the evening',
		blended: 'blended',
		remote: 'remotely',
		workplace: 'at the workplace'
	},
	weekly: (hours: string) => `${hours} hours`,
	level: (level: string) => `level ${level}`,
	startTitle: 'Start from a provider',
	startNote: (made: string) =>
		`Each fills in what it teaches, where and how, to be changed in the filters. ${made}`,
	madeUp: 'These providers, their places and most short courses are made up for the demonstration.',
	started: (provider: string, places: string) =>
		`Started from ${provider}: ${places} places a year for all that it teaches.`,

	title: (where: string, counts: string) => `A provider ${where} can reach ${counts}`,
	titleCount: (people: string, sector: string) => `${people} people short in ${sector}`,
	titleMore: (people: string, sector: string) => `${people} in ${sector}`,
	titleMany: (where: string, courses: number) =>
		`A provider ${where} could teach ${plural(courses, 'proposed course', 'proposed courses')}`,
	titleFew: (where: string) => `Too few answers to count whom a provider ${where} can reach`,
	titleNone: 'No skill fits these choices',
	lead: (skills: number, courses: number) =>
		`${plural(skills, 'skill fits', 'skills fit')}, and ${plural(courses, 'proposed course', 'proposed courses')} as a whole. Whoever is short of several skills counts once.`,
	leadApart:
		'Some skills reach further than others: counted here is who is within reach of all of them.',
	leadNone: 'What keeps each sector out stands below, with the choice to loosen.',
	coursesKey: 'Proposed courses that fit',
	shortKey: (sector: string) => `Within reach, ${sector}`,

	shown: (what: string, levels: string, where: string) =>
		`Showing ${what} at ${levels}, from a site ${where}.`,
	anyField: 'all fields',
	levels: (low: string, high: string) =>
		low === high ? `proposed level ${low}` : `proposed levels ${low} to ${high}`,
	levelsNone: (low: string, high: string) => `no level (from ${low} to ${high})`,
	how: (place: string, modes: string, weekly: string) =>
		`${place}, ${modes}, ${weekly} hours a week`,
	inModes: (modes: string) => `taught ${modes}`,
	anyMode: 'in any mode',
	taught: (fields: string, sectors: string) => `skills of ${fields} for ${sectors}`,
	/** The first of them are named. */
	chosen: (names: readonly string[], fields: string, sectors: string) =>
		`${plural(names.length, 'chosen skill', 'chosen skills')} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}) of ${fields} for ${sectors}`,

	loosenTitle: 'What to loosen',
	noSector: (sector: string) => `In ${sector} no skill with a clear shortfall fits.`,
	loosen: {
		field: (skills: number) =>
			`Add fields: that alone lets in ${plural(skills, 'skill', 'skills')}.`,
		skill: (skills: number) =>
			`Add skills that you could teach: that alone lets in ${plural(skills, 'one more', 'more')}.`,
		mode: (skills: number) =>
			`Add a mode, such as block weeks: that alone lets in ${plural(skills, 'skill', 'skills')}.`,
		level: (skills: number) =>
			`Widen the proposed levels: that alone lets in ${plural(skills, 'skill', 'skills')}.`,
		power: (skills: number) =>
			`The provider you started from has no grid power: another lets in ${plural(skills, 'skill', 'skills')}.`
	} satisfies Record<Obstacle, (skills: number) => string>,
	loosenSeveral: (choices: string) => `No single choice does: loosen ${choices} together.`,
	obstacles: {
		field: 'the fields',
		skill: 'the skills',
		mode: 'the modes',
		level: 'the levels',
		power: 'the provider without grid power'
	} satisfies Record<Obstacle, string>,
	nobody: (sector: string) => `Nobody within reach in ${sector}`,
	fewNear: (sector: string, where: string) =>
		`In ${sector} too few were asked within reach of a site ${where} for a figure. Choose another place, or a mode that reaches further.`,
	nobodyNear: (sector: string, where: string) =>
		`In ${sector} nobody was asked within reach of a site ${where}. Choose another place, or a mode that reaches further.`,

	/** The figure of a sector. */
	top: (skill: string, sector: string) =>
		`In ${sector} more people within reach are short in “${skill}” than in any other skill that fits`,
	only: (skill: string, people: string, sector: string) =>
		`In ${sector} one skill within reach fits: “${skill}”, ${people} people short`,
	several: (first: string, others: string, sector: string) =>
		`In ${sector} the largest count within reach is in “${first}”; ${others} can’t be told apart from it`,
	open: (skills: number, sector: string) =>
		`In ${sector} the order within reach is open: ${skills} skills can’t be told apart from the first`,
	apart: (skills: number, sector: string) =>
		`${plural(skills, 'skill', 'skills')} of ${sector} fit; some reach further than others, so they are not ranked`,
	few: (sector: string) => `Too few answers within reach in ${sector}`,
	what: (definition: string, shown: number, of: number) =>
		`${definition} Only those who can come to the site, in a mode that suits the skill.${shown < of ? ` The first ${shown} of ${of}; the table has all.` : ''}`,
	counted: (coverage: string) => `Counted: ${coverage}`,
	key: 'people short within reach, with the 95% interval',
	rowsLabel: 'Skills that fit, most people short first',
	read: 'people short, 95% interval',
	people: 'workers rated',
	step: (from: number, to: number) => `level ${from} to ${to}`,
	weeks: (hours: string, weeks: number) => `${hours} hours, ${plural(weeks, 'week', 'weeks')}`,
	caption: (sector: string, where: string) =>
		`Skills of ${sector} that fit, people short within reach of a site ${where}, and in each district group`,
	columns: {
		skill: 'Skill',
		step: 'Level',
		hours: 'Hours',
		weeks: 'Weeks',
		lqf: 'Proposed LQF',
		people: 'People short',
		place: 'District group and sector',
		group: 'District group',
		sector: 'Sector',
		kind: 'Reached',
		fromTo: (from: number, to: number) => `${from} to ${to}`
	},
	cell: (figure: string, n: string, care: string) =>
		[figure, `n ${n}`, care].filter((part) => part !== '').join(', '),
	cellNobody: 'nobody asked',
	beyond: 'not in reach',
	demandTitle: 'Whether demand may fall',
	demandOf: (
		sector: string,
		{
			risk,
			text,
			source
		}: { readonly risk: string; readonly text: string; readonly source: string }
	) => `Demand risk in ${sector}, ${risk}: ${text} (${source})`,

	/** People short by district group. */
	whereTitle: (kinds: string) => `Within reach ${kinds}`,
	whereKinds: {
		daily: (groups: string) => `day by day: ${groups}`,
		'weekly block': (groups: string) => `by a week’s block: ${groups}`,
		remote: (groups: string) => `by remote teaching alone: ${groups}`
	},
	kinds: { daily: 'daily', 'weekly block': 'weekly block', remote: 'remote only' },
	whereWhat: (definition: string, note: string) =>
		`${definition} Counted are the skills that fit and can be taught to that district group. ${note}`,
	inSector: (place: string, sector: string) => `${place}, ${sector}`,
	whereLabel: 'Sectors and district groups, the nearest first',
	whereCaption: 'People short of any skill that fits, by sector and district group'
} as const;
