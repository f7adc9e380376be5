/** The page on methods. */
export const methods = {
	title: 'Methods',
	finding: 'How each figure is made, and how far it can be trusted',
	lead: 'Design-based estimates with the formulas of R’s survey package: strata, clusters and weights count, every figure has its interval and its n, and what can’t be said is not said.',
	contents: 'On this page',
	grade: 'Grade',
	when: 'When',
	shown: 'How it is shown',
	gradesCaption: 'Grades, in the order in which they apply',
	gradeNames: {
		'not-applicable': 'Not asked',
		suppressed: 'Withheld',
		unreliable: 'Too few answers',
		'low-n': 'Few answers',
		imprecise: 'Imprecise',
		ok: 'Fit for use'
	},
	gradeShown: {
		'not-applicable': 'Words in place of a figure.',
		suppressed: 'A hatched strip; no number anywhere; last in every list.',
		unreliable: 'In the table alone, grey, with its n. Never in a chart, a title or a rank.',
		'low-n': 'Hollow mark.',
		imprecise: 'Hollow mark, dashed interval.',
		ok: 'Filled mark.'
	},
	whenNotApplicable: 'Nobody was asked, or there is nothing to divide by.',
	whenSuppressed:
		'Disclosure control withheld it: in what leaves a survey of your own. The open surveys of this edition have no such figure.',
	whenUnreliable: (n: number, clusters: number) =>
		`Fewer than ${n} respondents, fewer than ${clusters} clusters, no degrees of freedom, or no standard error. Of complete counts: a share or ratio of fewer than ${n} people.`,
	whenLowN: (from: number, to: number) => `${from} to ${to} respondents.`,
	whenImprecise: (width: string, relative: string) =>
		`The interval of a share is wider than ${width} points, or its standard error is more than ${relative} of the share or of what is left to 100%, whichever is smaller. For other figures: the standard error is more than ${relative} of the value. Differences of shares and curves are judged by width alone. A median whose interval is open at one end is imprecise.`,
	whenOk: 'All else.',
	level: (level: string) => `Intervals are at ${level} unless a sentence compares several at once.`,
	example: 'How each grade is drawn. The figures are invented for this picture.',
	exampleLabel: 'One invented figure for each grade',
	exampleRule: 'fewer than 10 workers',
	question: 'The question',
	command: 'From a terminal, in a copy of the repository',
	sql: 'The SQL that makes its cells',
	parameters: (values: string) => `The values of ? are, in order: ${values}.`,
	frameSql: 'The SQL that counts the clusters of each stratum',
	indicatorsOf: 'Every indicator',
	citeTitle: 'How to cite this site',
	cite: (site: { country: string; edition: string; date: string }) =>
		`Skills Gap Observatory, ${site.country}. Edition ${site.edition}, ${site.date}.`,
	citeNote:
		'Add the title of the figure and its address: “Copy link” under each chart gives it. Keep the notice:',
	licenceTitle: 'Licences',
	licenceCode: 'Code: MIT.',
	licenceSurvey: (title: string, licence: string) => `${title}: ${licence}.`,
	licenceFont: 'Typeface: Source Sans 3, SIL Open Font License.',
	fontLink: 'Text of the font licence'
} as const;
