/** The page of graduates: short courses, and what changed between waves. */
export const graduatesCourses = {
	/** `barriers` as they stand in a sentence: "the cost", "lack of time". */
	barrierApart: (a: string, b: string) =>
		`What stands in the way of a short course is more often ${a}; ${b}`,
	barrierFor: (barriers: string, people: string) => `${barriers} for ${people}`,
	barrierMore: (more: string, other: string, barriers: string) =>
		`What stands in the way of a short course is more often ${barriers} for ${more} than for ${other}`,
	barrierUnclear: (a: string, b: string) =>
		`${a} and ${b} can’t be told apart in what stands in the way of a short course`,
	barrierOne: (barrier: string, share: string, people: string) =>
		`What stands in the way of a short course: ${barrier} for ${share} of ${people}`,
	barrierFew: 'Too few answers to say what stands in the way of a short course',
	barrierWhat: (definition: string, comparisons: number) =>
		comparisons === 0
			? definition
			: `${definition} The title compares at a level corrected for ${comparisons} comparisons.`,
	barrierLabel: 'Barriers, the most frequent first',
	barrierCaption: (wave: string) => `Barriers to a short course by residence, wave ${wave}`,
	barrier: 'Barrier',
	residence: 'Residence',
	all: 'All',
	share: 'Share',

	wants: (share: string, people: string) => `${share} of ${people} would take a short course now`,
	wantsAbove: (a: string, b: string) => `${a} more often than ${b}`,
	wantsUnclear: (a: string, b: string) => `${a} and ${b} can’t be told apart`,
	wantsFew: 'Too few answers to say how many would take a short course',
	clauses: '; ',
	wantsWhat: (definition: string) =>
		`${definition} These are would-be learners: they are never added to the workers who are short of a skill.`,
	wantsLabel: 'Groups by share that would take a short course',
	wantsCaption: (wave: string) => `Want a short course, wave ${wave}`,
	group: 'Group',
	read: 'share, 95% interval',

	waveChanges: (to: string, from: string, changes: string) =>
		`In ${to} against ${from}: ${changes}`,
	waveHigher: (names: string) => `higher ${names}`,
	waveLower: (names: string) => `lower ${names}`,
	waveNone: (count: number, to: string, from: string) =>
		`None of ${count} measures is clearly higher or lower in ${to} than in ${from}`,
	waveFew: (to: string, from: string) => `Too few answers to compare ${to} with ${from}`,
	waveWhat: (to: string, from: string) => `${to} minus ${from}, in points.`,
	waveCorrected: (comparisons: number) =>
		`All are compared at once, at a level corrected for ${comparisons} comparisons.`,
	wavePay: 'Median pay stands in the table for each wave: its change has no standard error here.',
	waveFirst: (name: string, change: string, from: string) => `${name}: ${change} since ${from}`,
	waveSingle: 'There is one wave so far, and nothing to compare it with',
	waveComparable: (to: string, from: string) =>
		`Waves ${to} and ${from} put the same questions to graduates of other years.`,
	waveDeclared: (to: string, from: string) =>
		`Waves ${to} and ${from} are compared because the owner of the survey calls them comparable.`,
	waveShownAll: (people: string) => `Showing ${people} in all waves.`,
	waveShown: (people: string) => `Showing ${people} in both waves.`,
	waveBreak: (label: string, why: string) => `Not compared: ${label}, since ${why}`,
	waveNext: (year: string, past: boolean) => `The next wave ${past ? 'was' : 'is'} due in ${year}.`,
	waveSource: (survey: string, waves: string, response: string) =>
		`${survey}, waves ${waves}. ${response}`,
	waveResponse: (rate: string, wave: string) => `${rate} in ${wave}`,
	waveResponses: (rates: string) => `Response rate ${rates}.`,
	waveShare: (wave: string, share: string) => `${wave}: ${share}`,
	waveLabel: 'Change between waves, largest rise first',
	waveRead: 'points, 95% interval',
	waveCaption: (to: string, from: string) => `Change from ${from} to ${to}`,
	waveHead: 'Wave',
	waveMinus: (to: string, from: string) => `${to} − ${from}`,
	measure: 'Measure',
	value: 'Value'
} as const;
