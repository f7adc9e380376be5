/** The first page. */
export const overview = {
	name: 'Overview',
	title: 'The skills gap is a professionals’ gap',
	titleUnclear: 'Where skills are missing, and which short courses that points to',
	lead: (professional: string, other: string, sectors: string) =>
		`Managers, professionals and technicians are below the level their job requires in ${professional} of their skills, other workers in ${other}. Here is what is missing in ${sectors}, for whom, and how sure that is.`,
	leadShort: (sectors: string) => `What is missing in ${sectors}, for whom, and how sure that is.`,
	where: (wave: string) => `in the ${wave} skills audit`,
	professionalKey: 'Ratings below the required level, professionals and technicians',
	otherKey: 'The same, other workers',
	askedKey: (wave: string) => `Workers rated in the ${wave} skills audit`,
	askedAt: (establishments: string) => `in ${establishments} establishments`,
	vacancyKey: 'Vacancies that stay open for lack of skills',
	sectorsTitle: 'Three sectors first',
	sectorsChosen: (count: number) => (count === 1 ? 'The sector chosen' : 'The sectors chosen'),
	/** Whom the counts of people are about, as the survey says. */
	counted: (coverage: string) => `Whom the counts cover: ${coverage}`,
	below: (share: string, n: string) =>
		`Below the required level in ${share} of ratings; n ${n} workers`,
	belowFew: 'Too few answers to say how often workers are below the required level',
	allGaps: (sector: string) => `All gaps in ${sector}`,
	demand: (risk: string, text: string) => `Demand risk ${risk}: ${text}`,
	coursesLink: 'All courses and their order',
	who: 'What you can take away',
	audiences: [
		{
			id: 'ministry',
			title: 'For a ministry',
			text: 'Where the reliable gaps are, how many people are short, and how far the order of the skills is open. Every figure has its interval, its n and its table.',
			route: '/credentials',
			link: 'Skills to aim courses at'
		},
		{
			id: 'provider',
			title: 'For a provider',
			text: 'What is missing in your sector, from which level to which, in how many hours, and whom a course would reach: women, rural workers, both.',
			route: '/sectors',
			link: 'Choose a sector'
		},
		{
			id: 'researcher',
			title: 'For a researcher',
			text: 'Estimates with design-based standard errors, the SQL behind each, and DuckDB to work them out again. Open your own CSV beside them; the file never leaves your device.',
			route: '/explore',
			link: 'Open a file'
		}
	],
	limits: 'What the evidence can’t say',
	published: 'Published figures that disagree, side by side'
} as const;
