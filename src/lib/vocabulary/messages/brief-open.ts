/** `/credentials/open`, and what stands where a course is not found. */
export const briefOpen = {
	title: 'Open a design brief',
	lead: 'A brief that you saved as a file, one that this device has kept, or one drafted for a part of the workers asked.',
	kept: 'Kept on this device',
	none: 'This device has kept no brief yet.',
	unknown: (id: string) => `“${id}” is no course of this edition`,
	unknownHelp:
		'The name of a course is made of its skills and levels: with another edition, or other data, it has another name. What you saved of it as a file still opens here.',
	sector: (sector: string) => `Its first letters say ${sector}. Courses there now:`,
	meant: 'Perhaps this one is meant:',
	sectors: 'Courses by sector:',
	drafting: 'Drafting the brief from the published tables …',
	failed: 'The published tables did not arrive. Try again with a connection.',
	retry: 'Try again',
	unfit: {
		unreliable: (whom: string) =>
			`Too few ${whom} answered about these skills for a brief to rest on. Loosen a filter:`,
		'not-available': (why: string) => `${why} Loosen a filter:`
	},
	without: (filter: string) => `Without the filter “${filter}”`,
	everybody: 'The brief for everybody',
	drafted: (whom: string) => `Drafted for ${whom}.`,
	open: 'See the nearest courses, or what this device has kept of it'
} as const;
