/** Figures that others have published. */
export const published = {
	title: 'Published figures',
	finding: (sentence: string) => `Published figures disagree: ${sentence}`,
	agree: 'Published figures, each with its source',
	lead: (figures: number, disagree: number) =>
		`${figures} figures that others have published, as they published them. On ${disagree} subjects sources contradict each other: all stand here, none is averaged. None comes from the demonstration surveys, and none is published with an interval.`,
	measure: (measure: string, place: string) => (place ? `${measure} (${place})` : measure),
	runs: (measure: string, low: string, high: string) =>
		`${measure} runs from ${low} to ${high} by source`,
	two: (measure: string, one: string, other: string) =>
		`${measure} is ${one} by one source and ${other} by another`,
	one: (measure: string, value: string) =>
		`${measure} is ${value} by one source, and others disagree`,
	differIn: (what: string) => `Not like for like: the sources differ in ${what}.`,
	ages: 'the ages they count',
	years: 'the year',
	definitions: 'the words for what they count',
	noInterval:
		'No source gives an interval or the number of people asked. Marks are rounded; the table has each figure as published.',
	chart: (measure: string) => `${measure} by source, highest first`,
	groups: { '': 'Women and men', F: 'Women', M: 'Men' },
	row: (source: string, ages: string) => (ages ? `${source}; ages ${ages}` : source),
	rowOf: (name: string, what: string) => `${name}: ${what}`,
	caption: (measure: string) => `${measure}: every published figure`,
	what: 'What is counted',
	value: 'As published',
	source: 'Source, year, status',
	table: 'Table',
	restTitle: 'On the rest, no two figures here contradict each other',
	restCaption: 'Other published figures by subject',
	restLead: 'By subject, in the order of the file.',
	csv: 'All published figures as CSV',
	aged: (ages: string) => `ages ${ages}`,
	between: (from: string, to: string) => `${from} to ${to}`,
	from: (from: string) => `${from} or more`,
	upTo: (to: string) => `up to ${to}`,
	field: (label: string) => `field of education: ${label}`
} as const;
