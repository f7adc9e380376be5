function partOf(count: number, of: number, what: string): string {
	return `${count === 0 ? 'none' : count} of ${of} ${what}`;
}

/** Students in the enrolment records. A field, a level or an institution is a label inside a sentence. */
export const enrolment = {
	name: 'Enrolment',
	students: 'students',
	/** The page. */
	titleBut: (all: string, share: string, field: string) =>
		`Women are ${all} of students, but ${share} in ${field}`,
	titleOne: (share: string, field: string) => `Women are ${share} of students in ${field}`,
	titleAll: (share: string) => `Women are ${share} of students`,
	titleFew: 'Too few students to show a share',
	lead: (women: string, men: string, when: string) =>
		`${women} women and ${men} men were enrolled in ${when}.`,
	leadParity: (ratio: string) => `That is ${ratio} women for each man.`,
	leadSegregation: (share: string) =>
		`${share} of women, or of men, would have to change field for women and men to be spread alike over the fields.`,
	where: (when: string, home: boolean) =>
		`in the enrolment records of ${when}${home ? ', by home at entry' : ''}`,
	studentsKey: (when: string) => `Students in ${when}`,
	womenKey: 'Women among students',
	segregationKey: 'Women, or men, who would have to change field (Duncan index)',
	latestKey: 'Latest year of the records',
	nextYear: (due: string, past: boolean) =>
		past ? `next was due in ${due}` : `next due in ${due}`,
	homeAtEntry: 'Home at entry',
	source: (survey: string, when: string, notice: string) =>
		survey === '' ? notice : `${survey}, ${when}. ${notice}`,
	everyYear: (chosen: string) =>
		chosen === ''
			? ''
			: ` All years stand here; the choice of ${chosen} holds for figures that are not by year.`,
	severalYears: ' A student counts once in each year chosen.',
	noneTitle: 'Too few students to show',
	/** Women by field. */
	fewerThanHalf: (count: number, of: number, fields: string) =>
		`Women are fewer than half in ${count} of ${of} fields${fields === '' ? '' : `: ${fields}`}`,
	halfOrMore: (of: number) => `Women are half or more in each of ${of} fields`,
	oneField: (field: string, share: string, all: string) =>
		`In ${field} women are ${share} of students, in all fields together ${all}`,
	fieldWhat: (definition: string) =>
		`${definition} These are administrative records of everybody: a complete count, without sampling error, so comparisons are of heads. The table has the parity of each field, and its share of women over that of all fields.`,
	fieldLabel: 'Fields of study, largest share of women first',
	fieldRead: 'women’s share',
	fieldCaption: (when: string) => `Women’s share, parity and representation by field, ${when}`,
	keyWomen: 'women’s share of the field',
	keyAll: 'women’s share of all fields',
	field: 'Field of study',
	women: 'Women’s share',
	allFields: 'All fields',
	parity: 'Women for each man (GPI)',
	adjusted: 'Adjusted (GPIA)',
	representation: 'Representation',
	/** Parity by level and institution. */
	womenMore: (where: string) => `Women outnumber men beyond parity ${where}`,
	menMore: (where: string) => `Men outnumber women beyond parity ${where}`,
	nobodyMore: 'Women and men are at parity at each level and in each institution shown',
	atAndIn: (levels: string, institutions: string) => `at ${levels} and in ${institutions}`,
	levels: (count: number, of: number) =>
		of === 1 && count === 1 ? 'the level shown' : partOf(count, of, 'levels'),
	institutions: (count: number, of: number) =>
		of === 1 && count === 1 ? 'the institution shown' : partOf(count, of, 'institutions'),
	parityWhat: (definition: string, at: string) =>
		`${definition} From 0.97 to 1.03 counts as parity${at === '' ? '; nothing shown lies there' : `: ${at}`}. It is about heads, not about chances.`,
	parityCaption: (when: string) => `Adjusted parity by level and by institution, ${when}`,
	parityKey: 'adjusted parity: 1 is as many women as men, 0 no women, 2 no men',
	by: 'By',
	group: 'Group',
	byField: 'By field',
	byLevel: 'By level',
	byInstitution: 'By institution',
	/** From entry to graduation. */
	stages: [
		['entrants', 'Entrants'],
		['enrolled', 'Students'],
		['graduates', 'Graduates']
	],
	stagesTitle: (entrants: string, students: string, graduates: string) =>
		`Women are ${entrants} of entrants, ${students} of students and ${graduates} of graduates`,
	stagesWhat:
		'Entrants, students and graduates of the same year: other people at each stage, not one intake followed to its end.',
	stagesLabel: 'From entry to graduation, women and men',
	stagesCaption: (when: string) => `Entrants, students and graduates, women and men, ${when}`,
	stage: 'Stage',
	gender: 'Gender',
	count: 'Heads',
	share: 'Share',
	keyStages: { F: 'women', M: 'men' },
	throughTitle: (points: string) =>
		`From entrants to graduates women’s share moves by no more than ${points} in any field`,
	throughMost: (field: string, from: string, to: string) =>
		`Between entrants and graduates women’s share differs most in ${field}: ${from} and ${to}`,
	throughOne: (field: string, from: string, to: string) =>
		`In ${field} women are ${from} of entrants and ${to} of graduates`,
	throughWhat: 'Women’s share of the graduates of a field, beside their share of its entrants.',
	throughLabel: 'Fields of study, largest share of women among graduates first',
	throughRead: 'of graduates',
	throughCaption: (when: string) => `Women’s share at each stage by field, ${when}`,
	keyGraduates: 'of graduates',
	keyEntrants: 'of entrants',
	ofEntrants: 'Of entrants',
	ofStudents: 'Of students',
	ofGraduates: 'Of graduates',
	/** Segregation. */
	segregationTitle: (share: string) =>
		`${share} of women, or of men, would have to change field to be spread alike`,
	segregationMost: (share: string, institution: string, most: string) =>
		`${share} of women, or of men, would have to change field to be spread alike; most in ${institution}, ${most}`,
	segregationWhat: (definition: string, single: string) =>
		`${definition}${single === '' ? '' : ` Left out of the chart, for they teach one field: ${single}.`}`,
	segregationLabel: 'Institutions, most segregated first',
	segregationRead: 'Duncan index',
	segregationCaption: (when: string) => `Segregation of women and men by field, ${when}`,
	segregation: 'Duncan index',
	allInstitutions: 'All institutions',
	fieldsTaught: 'Fields',
	institution: 'Institution',
	oneFieldTitle: 'One field has nothing to segregate',
	oneFieldSentence:
		'The students shown are in one field. The Duncan index asks how women and men are spread over several.',
	/** Years. */
	year: 'Year',
	alongYears: 'year',
	/** At the ends of lines, where a phone has little room. */
	womenLine: 'Women',
	duncanLine: 'Duncan',
	headsTitle: (n: string, year: string, change: string) => `${n} students in ${year}, ${change}`,
	more: (count: string, year: string) => `${count} more than in ${year}`,
	fewer: (count: string, year: string) => `${count} fewer than in ${year}`,
	asMany: (year: string) => `as many as in ${year}`,
	headsOne: (n: string, year: string) => `${n} students in ${year}`,
	headsWhat: (note: string) => `Number of students enrolled, women and men.${note}`,
	headsLabel: 'Students by year, women and men',
	headsCaption: 'Students by year, women and men',
	span: (first: string, last: string) => `from ${first} to ${last}`,
	shareSame: (share: string, span: string) =>
		`Women were ${share} of students in each year ${span}`,
	shareRange: (low: string, high: string, span: string) =>
		`Women’s share of students lay between ${low} and ${high} ${span}`,
	shareWhat: (note: string) =>
		`Women’s share of students, and the Duncan index: the share who would have to change field for women and men to be spread alike.${note}`,
	shareOnlyWhat: (note: string) => `Women’s share of students.${note}`,
	shareLabel: 'Women’s share and segregation by year',
	shareCaption: 'Women’s share of students and segregation by field, by year',
	/** Home at entry. */
	homeTitle: (share: string) => `${share} of students come from rural homes`,
	homeRange: (share: string, lowest: string, highest: string) =>
		`${share} of students come from rural homes: from ${lowest} to ${highest}`,
	shareIn: (share: string, field: string) => `${share} in ${field}`,
	homeWhat: (definition: string) =>
		`${definition} Home at entry is where a student lived before enrolling, not now.`,
	homeCaption: (when: string) => `Rural homes at entry by field and by level, ${when}`,
	homeKey: 'home at entry was rural',
	rural: 'From rural homes',
	homeChosenTitle: 'Home at entry is chosen above',
	homeChosen: 'Everybody shown has the home that was chosen. Clear it to see shares by home.'
} as const;
