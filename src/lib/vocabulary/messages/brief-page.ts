/** The page of a design brief: its bar, its banners, how it is kept, saved and opened. */
export const briefPage = {
	kind: (site: string, country: string) =>
		`Design brief for a micro-credential · ${site}, ${country}`,
	status: 'Proposed · not accredited',
	draft: (items: string, several: boolean) =>
		`Draft: ${several ? 'items' : 'item'} ${items} not complete`,
	refused: 'May not be handed on',
	edition: (edition: string, date: string) => `Edition ${edition} · ${date}`,
	/** Of another edition the date is not known. */
	otherEdition: (edition: string) => (edition === '' ? 'Edition not stated' : `Edition ${edition}`),
	authored: 'author’s words',
	whose: {
		site: (edition: string) => `All items are as edition ${edition} of this site drafts them.`,
		some: (items: string, several: boolean, edition: string) =>
			`${several ? 'Items' : 'Item'} ${items} ${several ? 'are' : 'is'} in the author’s words; the others are as edition ${edition} of this site drafts them.`,
		author: 'All items but the figures of item 3 are in the author’s words.'
	},
	summary: {
		sector: 'Sector',
		level: 'Proposed level',
		volume: 'Hours, credits',
		people: 'People short',
		peopleIs: (value: string, interval: string) =>
			interval === '' ? value : `${value} (${interval})`,
		levelIs: (framework: string, low: number, high: number) =>
			low === high ? `${framework} ${low}` : `${framework} ${low} to ${high}`,
		volumeIs: (hours: string, credits: string) => `${hours} h, ${credits} credits`
	},
	actions: 'Take this brief with you',
	print: 'Print, A4',
	files: {
		word: 'Word',
		json: 'Brief (JSON)',
		badge: 'Open Badges 3.0',
		model: 'European Learning Model'
	},
	load: 'Open a saved brief',
	progress: (complete: number, all: number) => `${complete} of ${all} items complete.`,
	yours: (items: string, several: boolean) =>
		`${several ? 'Items' : 'Item'} ${items} ${several ? 'are' : 'is'} yours to fill.`,
	asDrafted: 'As drafted from the evidence. What you edit is kept on this device.',
	kept: 'Kept on this device.',
	notKept:
		'This device keeps nothing for this site: save the brief as a file before you leave the page.',
	loaded: 'Opened from the file.',
	unreadable:
		'What this device kept of this brief can’t be read. It stays there until you edit this one.',
	otherBrief: 'The file holds another brief. It is kept on this device; it opens now.',
	delete: 'Delete from this device',
	deleted: 'Deleted from this device; this is the drafted text.',
	bringBack: 'Bring it back',
	replaced: 'What stood here before can be brought back.',
	saved: (file: string) => `Saved as ${file}.`,
	notReady: 'Complete these first: the credential formats take a brief that is ready.',
	findings: 'What stands in the way',
	findingsReady: 'Ready to hand on. Look at these again:',
	findingsYours:
		'Nothing in it is wrong. What only you know is still to fill; look at these again:',
	item: (number: number, label: string) => `Item ${number}, ${label}`,
	banner: 'Use with care',
	changesTitle: 'What opening it changed',
	change: (item: string | undefined, field: string) =>
		item === undefined ? field : field === '' ? item : `${item} (${field})`,
	editionUndo: 'Undo item 3 to take the figures of this edition.',
	tooLarge: 'The file is far larger than a design brief, and was not read. What was here stays.',
	problems: {
		'not-a-brief': 'The file holds no design brief. What was here stays.',
		'newer-brief': 'The brief was made with a later version of this site. What was here stays.'
	},
	teaching: (items: string, several: boolean) =>
		`${several ? 'Items' : 'Item'} ${items} ${several ? 'follow' : 'follows'} what you chose under Providers: mode, and hours a week. Undo in the form of an item takes the drafted text.`,
	teachingKept:
		'What you chose under Providers is not taken: items 8 and 9 stand in your own words. Undo them to take it.',
	filtered: 'This brief is drafted for everybody asked.',
	filteredLink: 'Draft it for what the address keeps',
	withoutScript:
		'Editing, files and keeping it on this device need scripts. The brief below is drafted from the evidence, and prints.',
	back: 'All courses and their order',
	cite: (site: string, edition: string, title: string) =>
		`Cite as: ${site}, edition ${edition}, design brief “${title}”.`,
	source: (source: string) => `Source: ${source}. Design-based 95% intervals.`,
	accredited: 'Proposed by this site, not accredited: the accrediting body decides.'
} as const;
