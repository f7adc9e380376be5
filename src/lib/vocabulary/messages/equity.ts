/** How many measures a group is behind or ahead on. */
interface Counts {
	readonly behind: number;
	readonly ahead: number;
	readonly of: number;
}

/** A gap in print, and the side of it. */
interface Apart {
	readonly points: string;
	readonly above: boolean;
}

/** Gender and residence crossed. A group inside a sentence: "rural women", "urban", "men". */
export const equity = {
	name: 'Equity',
	graduates: 'graduates',
	where: (wave: string) => `in the ${wave} graduate tracer study`,
	minus: (a: string, b: string) => `${a} − ${b}`,
	yearSource: (survey: string, year: string, notice: string) =>
		survey === '' ? notice : `${survey}, year ${year}. ${notice}`,
	twoSources: (a: string, b: string) => (a === b ? a : `${withoutNotice(a)} ${b}`),
	value: 'Value',
	points: 'Points',
	share: 'Share',
	keyPoints: 'in points',
	/** The opening. */
	graduatesOf: (group: string) => `${group} graduates`,
	titleLast: (group: string, share: string, some: boolean) =>
		`Of graduates, ${group} are in wage work least often${some ? ' of the groups with enough answers' : ''}: ${share}`,
	titleSeveral: (groups: string) =>
		`Which graduates are in wage work least often can’t be told: ${groups}`,
	titleOpen: 'Of graduates, no group of women or men by residence stands last in wage work',
	titleFew: 'Too few answers to compare graduates by gender and residence',
	titleEngine: 'The published tables do not hold this view of graduates',
	leadApart: (a: string, b: string, { points, above }: Apart) =>
		`${a} are in wage work ${above ? 'more' : 'less'} often than ${b}: ${points}.`,
	leadUnclear: (a: string, b: string, points: string) =>
		`${a} and ${b} can’t be told apart in wage work: ${points}.`,
	beyondApart: (group: string, { points, above }: Apart) =>
		`On top of these two gaps, ${group} are in wage work ${above ? 'more' : 'less'} often still: ${points}.`,
	beyondUnclear: (group: string, points: string) =>
		`On top of these two gaps, no further one can be seen for ${group}: ${points}.`,
	keyGap: (difference: string) => `In wage work, ${difference.toLowerCase()}, points`,
	keyBeyond: (group: string) => `On top of the two gaps, ${group}, points`,
	/** Crossed. */
	crossedFew: 'Too few answers to cross gender with residence',
	nothingBeyond: (group: string) =>
		`On top of the gaps of gender and residence, no further one can be seen for ${group}`,
	nothingBeyondShort: (group: string) =>
		`In skills, no further gap can be seen for ${group} on top of those of gender and residence`,
	graduatesBeyond: (group: string, sides: string) =>
		`On top of the gaps of gender and residence, ${group} are ${sides}`,
	furtherBehind: (names: string) => `behind once more (${names})`,
	lessBehind: (names: string) => `less far behind than these make (${names})`,
	workersBeyond: (group: string, sides: string) => `In skills, ${group} fall short ${sides}`,
	moreShort: (names: string) => `more often than the two gaps added up (${names})`,
	lessShort: (names: string) => `less often than the two gaps added up (${names})`,
	theSum: (man: string, woman: string, other: string) =>
		`The two gaps added up: the share of ${man}, and what ${woman} and ${other} differ from it.`,
	fromSum: (group: string, values: string, comparisons: number) =>
		`How far ${group} are from that, 95% interval each: ${values}.${comparisons > 1 ? ` The title looks at all ${comparisons} together.` : ''}`,
	valued: (name: string, value: string) => `${name} ${value}`,
	allSectors: 'All sectors together',
	graduatesCaption: (wave: string) =>
		`Graduates by gender and residence, ${wave}; the last line of each measure is the difference of the differences`,
	workersCaption:
		'Share below the required level by gender and residence; the last line of each sector is the difference of the differences',
	/** Gaps. */
	incidence: 'Below the required level (skills audit)',
	moreIs: { better: 'More is better', worse: 'More is worse', neither: 'Neither' },
	people: (code: string, group: string) => (code === 'rural' ? `${group} people` : group),
	place: (group: string, { behind, ahead, of }: Counts) =>
		behind + ahead === 0
			? `${group} are neither behind nor ahead for sure on any of ${of}`
			: `${group} are ${[
					...(behind > 0 ? [`behind on ${behind}`] : []),
					...(ahead > 0 ? [`ahead on ${ahead}`] : [])
				].join(' and ')} of ${of}`,
	measures: (said: string) => `${said} measures`,
	quoted: (label: string) => `“${label}”`,
	behindOn: (group: string, names: string) => `${group} are behind on ${names}`,
	aheadOn: (group: string, names: string) => `${group} are ahead on ${names}`,
	together: (said: string, comparisons: number) =>
		`Looked at all together (level corrected for ${comparisons} comparisons; the chart’s intervals are 95% each): ${said}.`,
	gapsFew: 'Too few answers to compare women and men, rural and urban',
	gapsWhat:
		'Differences of shares: women minus men, and rural minus urban, whatever the other. Left of zero, women or rural people have the lower share.',
	gapsWithout: (why: string) => `Without the skills audit. ${why}`,
	gapsLabel: 'Gaps by measure: those of which more is better, then those of which more is worse',
	gapsCaption: (wave: string) => `Women − men and rural − urban by measure, graduates of ${wave}`,
	difference: 'Difference',
	direction: 'Direction',
	/** Students. */
	students: { 'women-among-enrolled': 'women', 'rural-among-enrolled': 'from rural homes' },
	studentsLeast: (
		share: string,
		{ field, least, some }: { field: string; least: string; some: boolean }
	) =>
		`Women are ${share} of ${some ? 'these students' : 'students'}, and least in ${field}: ${least}`,
	studentsOne: (share: string) => `Women are ${share} of these students`,
	studentsFew: 'Too few students under these filters',
	studentsWhat:
		'A complete count, so without sampling error and without intervals. A share of each field, not of the population: how many women or rural people there are of that age is not in the records.',
	studentsLabel: 'Fields of study, smallest share of women first',
	studentsCaption: (year: string) => `Women and rural homes among students by field, ${year}`,
	allFields: 'All fields',
	field: 'Field of study',
	/** What others have published. */
	publishedTitle: 'What has been published on these gaps',
	publishedWhat:
		'As their sources print them, without intervals. They are about all young people or all adults, not about graduates, workers of establishments or students, so they do not stand beside the figures above.',
	publishedCaption: 'Published figures on gender, residence and work',
	publishedHeads: { what: 'What is counted', value: 'As published', source: 'Source' },
	publishedAll: 'All published figures',
	limits: 'What these figures can’t say',
	peopleShort: 'Which skills the most people are short in, and how many of them are women or rural'
} as const;

/** The notice stands at the end of every source line; once is enough for two of them. */
function withoutNotice(source: string): string {
	return source.slice(0, source.indexOf('. ') + 1);
}
