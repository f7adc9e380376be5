/** What each kind of survey asks. */
const asks: Readonly<Record<string, string>> = {
	tracer: 'It asks graduates.',
	audit: 'It asks employers and workers.',
	enrolment: 'It counts students.',
	'labour-force': 'It is a labour force survey, which can be asked under Explore.',
	other: 'It can be asked under Explore.'
};

/** What a page is about, by the survey that it tells of. */
const lacking: Readonly<Record<string, string>> = {
	tracer: 'This survey asks no graduates',
	audit: 'This survey asks no workers or employers',
	enrolment: 'This survey counts no students'
};

/** Pages that tell of an own survey. */
export const ownPages = {
	survey: 'Survey',
	siteSurveys: 'The site’s surveys',
	surveyOption: (title: string, wave: string) => `${title}, ${wave} (yours)`,
	unknownOption: (id: string) => `${id} (not on this device)`,
	lacking: (source: string) => lacking[source] ?? 'This survey has no answers for this page',
	lackingHelp: (title: string, kind: string) =>
		`“${title}” cannot tell what this page tells. ${asks[kind] ?? ''}`,
	chooseSite: 'Show this page from the site’s surveys',
	pagesOf: 'Pages that this survey can tell:',
	missing: 'This survey is not on this device',
	missingHelp: (id: string) =>
		`The link is about the survey ${id}, which its owner keeps on a device of theirs. Figures of it can be shown only where its file is; nothing else is shown in their place.`,
	missingFile: (title: string, name: string) =>
		`The link holds the recipe of “${title}”, made with the file ${name}.`,
	missingPrint: (rows: string, start: string) => `${rows} rows, SHA-256 ${start}…`,
	missingDo:
		'If you have the same file, choose it or drop it here: it stays on this device, and the same figures will stand on this page. DuckDB is fetched once (5 MB).',
	chooseFile: (name: string) => `Choose ${name}`,
	otherFile: (chosen: string, wanted: string) =>
		`${chosen} is another file than ${wanted} of this link, or was changed since: its fingerprint differs. Nothing was kept. As a new survey or wave it can be opened under Data.`,
	missingNoRecipe:
		'The link holds no recipe of it, or was cut off. If you have the file, open it under Data; ask whoever sent the link to copy it again.',
	open: 'Open a survey of your own',
	remakeDo: 'Make them again here (DuckDB, 5 MB, once)',
	lostFile: 'this device no longer has it. Delete the survey under Data and import the file again.',
	lost: 'The file of this survey is lost',
	lostHelp: (title: string) =>
		`The browser no longer has the file of “${title}”. Delete the entry and import the file again.`,
	remake: 'The figures of this survey have to be made again',
	remakeHelp: (title: string) =>
		`“${title}” is kept here, but what pages answer from is lost or was made by an older edition of this site.`,
	leavingLabel: 'What leaves this device',
	leavingSwitch: 'Protect the people asked in what leaves this device',
	leavingOn:
		'On screen you see all of your survey. In files, pictures, copies and on paper figures of fewer than 10 people or 3 employers are withheld, and others with them that a total would tell. A plan within a budget is made of what may leave. Each table is looked at by itself: several files together may still tell more.',
	leavingOff:
		'Switched off by the owner of the survey: files, pictures, copies and paper hold every figure, those of very few people too.',
	copyWithheld:
		'This table was not copied: it may hold figures of very few people. Its CSV file holds what may leave.',
	about: (title: string) => `About “${title}”`,
	toOwn: 'Own surveys on this device'
} as const;
