/** The printable brief of a View. */
export const policyBrief = {
	name: 'Policy brief',
	kind: 'Policy brief · Skills Gap Observatory',
	of: (kind: string, country: string) => `${kind}, ${country}`,
	help: 'One or two sheets of A4. Choose whom it is about, then print it or save it as a PDF.',
	print: 'Print, A4',
	/** Where professionals fall short more often in each of the sectors. */
	title: 'The skills gap is a professionals’ gap',
	findings: 'What was found',
	vacancies: (share: string, n: string) =>
		`Of all vacancies, ${share} stay open for lack of skills (n ${n} establishments).`,
	demand: (sector: string, risk: string, text: string) =>
		`Demand risk in ${sector} is ${risk}: ${text}`,
	sentence: (text: string) => `${text}.`,
	/** Whom the course in the first place is for; `course` is empty where it was just named. */
	reach: (course: string, people: string, n: string) =>
		`${course === '' ? 'It' : `“${course}”, in the first place with these weights,`} is for the ${people} people who are short of at least one of its skills (n ${n})`,
	ofWhom: (reach: string, shares: string) => `${reach}, of whom ${shares}`,
	women: (share: string) => `${share} are women`,
	rural: (share: string) => `${share} live in rural areas`,
	/** Under charts that show the first rows of many. */
	largest: (shown: number) => `Drawn are the ${shown} largest gaps.`,
	byGroup: (definition: string, shown: number) =>
		`${definition} Below “All skills together”, the ${shown} skills with the largest gaps.`,
	/** Groups set beside each other within each sector. */
	where: (sectors: string, wave: string) => `in ${sectors}, ${wave} skills audit`,
	shares: (parts: string) =>
		`Workers are below the level their job requires in ${parts} of the skills they were rated on.`,
	shareIn: (share: string, sector: string) => `${share} in ${sector}`,
	shareFew: (sectors: string) => `Too few answered in ${sectors}.`,
	oftener: (a: string, b: string, sectors: string) =>
		`${a} fall short more often than ${b} in ${sectors}`,
	apartNot: (a: string, b: string, sectors: string) =>
		`${a} and ${b} can’t be told apart in ${sectors}`,
	apartFew: (a: string, b: string) =>
		`Too few answers to compare ${a} and ${b} within these sectors`,
	pairWhat: (definition: string, comparisons: number) =>
		comparisons < 2
			? definition
			: `${definition} The sectors are compared all at once: level corrected for ${comparisons} comparisons.`,
	pairLabel: 'Sectors, each with its groups',
	pairCaption: (by: string, wave: string) =>
		`Share below the required level by sector and ${by}, ${wave}`,
	share: 'Share below',
	kindOfWork: 'kind of work',
	parts: (sentences: readonly string[]) => sentences.join('; '),
	ranksWhat: (shown: number, of: number, weights: string) =>
		`The capsule spans the ranks of a course in 95 of 100 draws, over sampling error and weights around ${weights}; the mark is its place with these. Drawn are ${shown === of ? `all ${of}` : `the first ${shown} of ${of}`}.`,
	ranksNone: (weights: string) => `Ranks of courses with the weights ${weights}.`,
	/** Where no candidate rests on enough answers. */
	few: 'Under these filters too few answered for any course. Loosen a filter.',
	ranksLabel: 'Courses by place',
	ranksRead: 'ranks',
	rankOf: (ranks: string, of: number, top: string) =>
		`rank ${ranks} of ${of} in 95 of 100 draws, among the first three in ${top} of them`,
	keyRange: 'ranks in 95 of 100 draws',
	keyPlace: 'mark: place with these weights',
	peopleShort: 'people short',
	people: 'workers rated'
} as const;

/** The table of courses. */
export const policyBriefTable = {
	title: (count: number) =>
		count === 1 ? 'The course that is left' : `The first ${count} courses, for whom and how sure`,
	caption: (sectors: string, wave: string, places: string) =>
		`Candidate courses for ${sectors}, ${wave}, ${places}`,
	all: 'by place',
	first: (shown: number, of: number) => `the first ${shown} of ${of}`,
	heads: {
		candidate: 'Course',
		sector: 'Sector',
		skills: 'Skills, level from and to',
		hours: 'Hours',
		credits: 'Credits',
		level: 'Proposed level',
		skillsAlone: 'Course: its skills, level from and to',
		people: 'People short',
		interval: '95% interval',
		care: 'With care',
		n: 'n',
		women: 'Women',
		rural: 'Rural',
		place: 'Place with these weights',
		ranks: 'Ranks',
		top: 'Top 3',
		demand: 'Demand risk'
	},
	step: (skill: string, from: number, to: number) => `${skill}, ${from} to ${to}`,
	few: 'too few',
	careOf: (figure: string, word: string) => `${figure}: ${word}`,
	unknown: 'not known'
} as const;

/** How an order came about, in words. */
interface Order {
	readonly index: string;
	readonly weights: string;
	readonly draws: string;
	readonly replicates: string;
}

/** How the brief ends: method, limits, sources. */
export const policyBriefEnd = {
	methodTitle: 'Method',
	estimates:
		'Estimates are weighted, from a stratified, clustered sample, with 95% intervals by Taylor linearisation. A group is set above another only where the interval of their difference leaves out zero, at a level corrected for the number of comparisons. What too few answered stands in no chart, sentence or rank.',
	candidates: (credits: number) =>
		`A course bundles skills of one sector that the same workers are short of, within ${credits} credits; its level is proposed from their occupations. Nothing here is accredited.`,
	order: ({ index, weights, draws, replicates }: Order) =>
		`The order is that of a ${index} index of need, scarcity, reach and equity with the weights ${weights}, shaken by ${draws} draws of weights around these and of ${replicates} bootstrap samples. The weights are a choice, and the order follows from it.`,
	unused: (sectors: string) =>
		`Scarcity is left out: too few establishments answered on vacancies in ${sectors}.`,
	conditions: (conditions: string) => `Left out are courses that are not ${conditions}.`,
	condition: {
		hours: (hours: string) => `within ${hours} hours`,
		provider: 'within reach of a provider',
		power: 'possible without grid power'
	},
	weight: (criterion: string, value: number) => `${criterion} ${value}`,
	more: 'More on methods',
	all: 'All courses, with weights to move',
	limitsTitle: 'What this brief can’t say',
	sourcesTitle: 'Sources',
	survey: (title: string, wave: string, dates?: string) =>
		`${title}, wave ${wave}${dates === undefined ? '' : `, ${dates}`}.`,
	covers: (coverage: string) => `Counted: ${coverage}`,
	excludes: (excludes: string) => `Not asked: ${excludes}`,
	demand: (sector: string, source: string) => `Demand in ${sector}: ${source}.`,
	computed: 'How the sentences were computed',
	quoted: (title: string) => `“${title}.”`,
	cite: (text: string) => `Cite as: ${text}`,
	brief: (country: string) => `Policy brief, Skills Gap Observatory, ${country}.`,
	edition: (edition: string, date: string) => `Edition ${edition}, ${date}.`,
	licence: (licence: string) => `Licence of the data: ${licence}.`,
	address: 'This view:'
} as const;
