/** The design brief of a course: its items, what is drafted into them, and what is wrong with them. */
export const briefItems = {
	labels: {
		title: 'Title',
		purpose: 'Purpose, and for whom',
		evidence: 'Evidence of need',
		skills: 'Skills',
		outcomes: 'Learning outcomes',
		volume: 'Notional hours and credits',
		level: 'Proposed level and track',
		duration: 'Duration and schedule',
		mode: 'Mode and delivery check',
		entry: 'Entry and recognition of prior learning',
		assessment: 'Assessment',
		stacking: 'Credit transfer and stacking',
		quality: 'Quality assurance',
		capacity: 'Provider capacity',
		cost: 'Cost, and who pays',
		inclusion: 'Inclusion',
		review: 'Review',
		tracer: 'Tracer plan',
		risks: 'Risks',
		exports: 'Machine-readable export'
	},
	ranks: 'Ranks of the course',
	hours: {
		contact: 'contact',
		practical: 'practical',
		workplace: 'work-integrated learning',
		self: 'self-study',
		assessment: 'assessment'
	},
	tracks: {
		'part-qualification': 'part-qualification',
		pda: 'professional development award'
	},
	types: {
		none: 'no qualification yet',
		certificate: 'certificate',
		diploma: 'diploma',
		degree: 'degree'
	},
	schedules: {
		block: 'in blocks',
		evening: 'in the evening',
		weekend: 'at weekends',
		'full-time': 'full time',
		'evening-weekend': 'in the evening and at weekends',
		'own-time': 'at a time of the learner’s own',
		'at-work': 'in working hours, at the workplace'
	},
	modes: {
		'on-site': 'on site',
		workplace: 'at the workplace',
		hybrid: 'on site and online',
		online: 'online'
	},
	formats: {
		'open-badges-3': 'Open Badges 3.0 Achievement',
		'european-learning-model-3': 'European Learning Model 3'
	},
	/** Ready to be read after "level". */
	proposed: (level: number) => `proposed level ${level}`
} as const;

/** What is written into a brief from the evidence; every word may be edited. */
export const briefDraft = {
	/** Labels of skills are actions: "Operate drills". */
	title: (first: string, others: readonly string[]) =>
		others.length === 0
			? first
			: others.length === 1
				? `${first} and ${lowerFirst(others[0] ?? '')}`
				: `${first} and ${others.length} related skills`,
	/** Where the labels hold a word that a title may not have. */
	plainTitle: (sector: string) => `Short course for ${lowerFirst(sector)}`,
	purpose: (count: number, sector: string) =>
		`To bring people who work in ${lowerFirst(sector)} to the level that their jobs require in ${count} ${count === 1 ? 'skill' : 'skills'}, assessed at the workplace’s own standard.`,
	audience: (occupations: string, places: string) =>
		`Workers in post: ${occupations || 'in the occupations that the evidence names'}${places === '' ? '' : `; ${places}`}.`,
	requirement:
		'Work or have worked in one of the occupations. No certificate is asked for; the level that people start from is found out on the first day.',
	rpl: 'Who shows a learning outcome on the first day is assessed in it at once and skips the hours of it.',
	rcc: 'A certificate of an employer or of another provider counts once its outcomes have been compared with those below.',
	entryEvidence: [
		'site visit',
		'observation at work',
		'challenge test',
		'reference of an employer',
		'testimonial of a line manager'
	],
	assessed: (how: string) => how || 'observed task at the workplace',
	assessmentStandard:
		'Every learning outcome is assessed, each by itself, against the standard written beside it; all have to be met. The standard is the same wherever and however the course is taught.',
	assessmentDelivery:
		'On site or at the workplace, in the language the learner works in; a second attempt within three months.',
	cat: (credits: number) =>
		`Up to ${credits} credits, once the body that owns the qualification has compared the outcomes.`,
	qualification: (sector: string) =>
		`A qualification of this field in ${lowerFirst(sector)}: to be named by the provider with the council.`,
	noOverlap:
		'No short course in these skills is in the register of this site; registered qualifications are still to be searched.',
	overlap: (courses: string) => `To be set apart from: ${courses}.`,
	internal:
		'The provider’s own quality committee approves outcomes and assessment before the first intake, and moderates a sample of assessments in each.',
	external:
		'The accrediting body reviews this file; an assessor from industry who has not taught sits in on assessments.',
	power: (needed: boolean) =>
		needed
			? 'Needs electricity where it is taught: check the grid, or bring power.'
			: 'Needs no electricity where it is taught.',
	data: (online: boolean) =>
		online
			? 'Parts may be taught online: offer them as a download, and on paper to those without a smartphone, so that nobody has to pay for data.'
			: 'Needs no internet: nobody has to pay for data.',
	terrain: {
		block: 'Teach in blocks where the way is long, near the place of work.',
		evening:
			'Evenings are for those who can come every day: give a time and a safe way home; blocks for all others.',
		weekend: 'Weekends are for those who can come and go in a day; lodging for all others.',
		'full-time': 'Learners live near, or are lodged for the whole of the course.',
		'evening-weekend':
			'Evenings and weekends are for those who can come every day; blocks for all others.',
		'own-time': 'Nobody has to travel but for assessment: bring that near to where learners live.',
		'at-work': 'Nobody has to travel: whoever teaches comes to the place of work.'
	},
	women: (share: string) => `Women are ${share} of the people short; plan places in proportion.`,
	rural: (share: string) =>
		`Rural people are ${share} of the people short; plan places and travel in proportion.`,
	womenUnknown: 'Too few answers to say how many are women: count places by gender from the start.',
	ruralUnknown:
		'Too few answers to say how many are rural: ask where learners live from the start.',
	disability:
		'Rooms, tools and assessments that people with physical or visual impairments can use; ask before the first day.',
	trigger:
		'Earlier when a new wave of the skills audit shows the gap closed, when the technology changes, or when fewer than half of the places fill.',
	tracer: [
		'in work, or own business opened',
		'use of the skills at work, asked of learner and line manager',
		'change in pay or post',
		'satisfaction of the employer'
	],
	demand: (risk: string, text: string) => `Demand (${risk}): ${text}`,
	demandResponse: 'Teach what carries over to other sectors first; review before each intake.',
	substitution: 'Employers may use short courses in place of full qualifications.',
	substitutionResponse: 'Credits count towards a qualification, and the brief says which.',
	payer: 'Employer, training fund or learner: to be settled before the first intake.'
} as const;

/** Labels of skills and sectors start with a capital; acronyms keep theirs. */
function lowerFirst(label: string): string {
	return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What the machine-readable exports say in words. */
export const briefExports = {
	draft: 'A design brief, not a credential that anybody holds: no learner, no date of issue.',
	proposedLevel: (level: number, framework: string) => `${framework} level ${level} (proposed)`,
	credits: (framework: string) => `${framework} credits of ten notional hours`,
	outcome: (what: string, condition: string) => (condition === '' ? what : `${what}, ${condition}`),
	criterion: (outcome: string, standard: string, assessment: string) =>
		`${outcome}: ${standard}. Assessed by ${assessment}.`,
	target: (from: number, to: number) => `From level ${from} to ${to} of 5`,
	schedule: (weeks: number, how: string) => `${weeks} weeks, ${how}`,
	result: 'Every learning outcome met',
	activity: 'Course',
	hours: (hours: number, kind: string) => `${hours} hours ${kind}`
} as const;
