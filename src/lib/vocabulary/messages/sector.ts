/** The page of one sector. `sector` is the label inside a sentence: "mining". */
export const sector = {
	breadcrumb: 'Sectors',
	title: (name: string) => `${name}: skills gap`,
	short: (sectorName: string, skills: string) =>
		`${sectorName} is furthest short of people who can ${skills}`,
	shortAmong: (whom: string, sectorName: string, skills: string) =>
		`Among ${whom} in ${sectorName}, the largest gaps are where they must ${skills}`,
	open: (where: string, count: number) =>
		`${where} no single skill stands out: the ${count} largest gaps can’t be told apart`,
	whereAll: (sectorName: string) => `In ${sectorName}`,
	whereAmong: (whom: string, sectorName: string) => `Among ${whom} in ${sectorName}`,
	unknown: (sectorName: string, whom: string) =>
		`Too few answers to name the gaps of ${whom} in ${sectorName}`,
	leadGap: (share: string) =>
		`Workers are below the level their job requires in ${share} of the skills they were rated on.`,
	leadNone: (skills: string) => `No net gap can be seen where workers ${skills}.`,
	belowKey: 'Ratings below the level the job requires',
	densityKey: 'Staff whom employers call not fully proficient',
	shortageKey: 'Skill-shortage vacancies, of all vacancies',
	askedKey: (wave: string) => `Workers rated in the ${wave} skills audit`,
	askedAt: (establishments: string) => `in ${establishments} establishments`,
	where: (sectorName: string, wave: string) => `in ${sectorName}, ${wave} skills audit`,
	/** The gap by skill. */
	skillTop: (skills: string) => `The gap is largest where people must ${skills}`,
	skillTopSeveral: (count: string) =>
		`The ${count} largest gaps can’t be told apart from each other`,
	counts: ['no', 'one', 'two', 'three', 'four'],
	skillOpen: 'No skill stands out',
	skillFew: 'Too few answers to compare skills',
	skillWhat: (definition: string) =>
		`Mean level the job requires and mean level attained, from 1 (none) to 5 (expert). ${definition}`,
	skillLabel: 'Gap by skill, largest first',
	skillRead: 'gap, 95% interval',
	keyAttained: 'attained now',
	keyRequired: 'required by the job',
	keyGap: 'gap',
	required: 'Required',
	attained: 'Attained',
	gap: 'Gap',
	gapInterval: 'Gap, 95% interval',
	shortfall: 'Shortfall',
	below: 'Below required',
	skillCaption: (sectorName: string, wave: string) =>
		`Required and attained level by skill, ${sectorName}, ${wave}, with 95% intervals`,
	/** By gender and by residence. */
	groupsAbove: (a: string, b: string, values: string) =>
		`Over all skills, ${a} fall short more often than ${b}: ${values}`,
	groupsUnclear: (a: string, b: string) => `Over all skills, ${a} and ${b} can’t be told apart`,
	groupsOnly: (group: string, share: string) =>
		`${group} alone are shown: below the required level in ${share} of ratings`,
	groupsOnlyFew: (group: string) => `${group} alone are shown, in too few answers for a share`,
	groupsFew: (a: string, b: string) => `Too few answers to compare ${a} and ${b}`,
	groupsWhat: (definition: string, shown: number) =>
		`${definition} Below “All skills together”, the ${shown} skills with the largest gaps; the table holds them all.`,
	groupsTogether: (found: string, comparisons: number) =>
		`Looked at all together, ${found} (${comparisons === 1 ? '' : `level corrected for ${comparisons} comparisons; `}the table’s intervals are 95% each).`,
	groupsSkills: (a: string, skills: string) => `${a} fall short more often where they ${skills}`,
	groupsNoSkill: 'no single skill shows a clear difference',
	groupsSkillsFew: 'No single skill has enough answers to compare the two.',
	against: (a: string, b: string) => `${a} against ${b}`,
	groupsLabel: 'Share below the required level, skills by size of gap',
	groupsCaption: (by: string, sectorName: string, wave: string) =>
		`Share below the required level by skill and ${by}, ${sectorName}, ${wave}`,
	differenceRow: (a: string, b: string) => `${a} − ${b}`,
	share: 'Share below',
	/** Gender and residence crossed. */
	crossedTitle: (a: string, b: string, places: string) =>
		`Among ${places} workers, ${a} fall short more often than ${b}`,
	crossedUnclear: (a: string, b: string, places: string) =>
		`Among ${places} workers, ${a} and ${b} can’t be told apart`,
	crossedOnly: (whom: string) => `Shown by residence for ${whom} alone`,
	crossedFew: 'Too few answers to cross gender with residence',
	crossedWhat: (definition: string) =>
		`${definition} All skills together, then the skills with the largest gaps. Every panel has the same scale.`,
	crossedCaption: (sectorName: string, wave: string) =>
		`Share below the required level by skill, gender and residence, ${sectorName}, ${wave}`,
	/** Employers. */
	employersAbove: (sectorName: string) =>
		`Employers in ${sectorName} call more of their staff not fully proficient than employers as a whole`,
	employersBelow: (sectorName: string) =>
		`Employers in ${sectorName} call fewer of their staff not fully proficient than employers as a whole`,
	employersUnclear: (sectorName: string) =>
		`On staff not fully proficient, employers in ${sectorName} can’t be told apart from employers as a whole`,
	employersFew: (n: string, sectorName: string) =>
		`Only ${n} establishments answered in ${sectorName}: too few to compare employers`,
	employersWhat:
		'What establishments say, whatever the workers they employ. The shares have different bases, named above each pair.',
	employersLabel: 'Densities reported by employers',
	employersCaption: (sectorName: string, wave: string) =>
		`What employers report, ${sectorName} and all sectors, ${wave}`,
	ofEstablishments: 'Share of establishments',
	ofStaff: 'Share of staff',
	ofVacancies: 'Share of vacancies',
	shareValue: 'Share',
	value: 'Value',
	every: 'Every indicator at once',
	everyWhat:
		'All skills together, or all that employers report. Definitions stand on the methods page.',
	methods: 'Methods',
	everyCaption: (sectorName: string, wave: string) => `Every indicator, ${sectorName}, ${wave}`,
	limits: 'What these figures can’t say',
	courses: 'Which courses would close most of this gap',
	otherSectors: 'Other sectors'
} as const;
