/** What the page writes into a brief beside the words of the draft; every word may be edited. */
export const briefPageDraft = {
	figures: {
		reach: 'People short of one of the skills or more',
		need: 'Gap index over the skills, 0 to 80',
		scarcity: 'Skill-shortage vacancies, share of all vacancies of the sector',
		genderGap: 'Share below the required level, women minus men',
		residenceGap: 'Share below the required level, rural minus urban',
		women: 'Women among the people short',
		rural: 'Rural people among the people short',
		place: (group: string) => `People short, ${group}`,
		shortfall: (skill: string) => `Shortfall: ${skill}`
	},
	ranks: (drawn: {
		readonly weights: string;
		readonly left: string;
		readonly draws: string;
		readonly replicates: string;
	}) =>
		`${drawn.draws} draws of weights around ${drawn.weights}, over ${drawn.replicates} bootstrap replicates of the sample${drawn.left === '' ? '' : `; ${drawn.left} left out, too few answered`}.`,
	open: (label: string) => `${label}: can’t be told apart`,
	ofWhom: (label: string, whom: string) => `${label} (${whom})`,
	audience: (occupations: string) =>
		`Workers in post${occupations === '' ? '' : `: ${occupations}`}.`,
	published: (definition: string, values: string, source: string) =>
		`${definition}: ${values} (${source}).`,
	ofHome: (value: string, residence: string) => `${value} ${residence}`,
	coverage: (survey: {
		readonly coverage: string;
		readonly title: string;
		readonly wave: string;
		readonly from: string;
		readonly to: string;
	}) =>
		`${survey.coverage} ${survey.title} ${survey.wave}, asked from ${survey.from} to ${survey.to}.`,
	keptTo: (whom: string) =>
		`The figures are of ${whom} only: count places by gender and home from the start.`,
	left: (coverage: string, figures: string) => `${coverage} Too few answers to show: ${figures}.`,
	towards: (types: string, credits: string) =>
		`Could count towards ${types}: ${credits} credits. A proposal: the provider names the qualification with the body that owns it.`,
	typesAt: (types: string, framework: string, levels: string) =>
		`a ${types} at ${framework} level ${levels}`,
	ofCredits: (levels: string, credits: string) => `${levels} (of ${credits} credits or more)`,
	or: 'or',
	orElse: ', or ',
	overlap: {
		provider: (provider: string, hours: string, teaches: string) =>
			[provider, hours, teaches].filter((part) => part !== '').join(', '),
		notStated: 'provider not stated',
		hours: (hours: string) => `${hours} hours`,
		teaches: (shared: number, all: number) =>
			`teaches ${shared} of ${all} ${all === 1 ? 'skill' : 'skills'}`
	},
	cost: (parts: {
		readonly learners: number;
		readonly development: string;
		readonly years: number;
		readonly cohort: string;
		readonly contact: string;
		readonly practical: string;
		readonly assessment: string;
		readonly block: string;
	}) =>
		`An assumption, to be replaced: a cohort of ${parts.learners} a year; ${parts.development} to develop it, over ${parts.years} years; ${parts.cohort} a cohort; ${parts.contact} a contact hour; ${parts.practical} a practical hour of a learner; ${parts.assessment} to assess a learner. Travel and lodging, ${parts.block} a week of block teaching, come on top.`
} as const;
