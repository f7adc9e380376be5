import { qualityWords } from './charts.ts';

const grades = Object.entries(qualityWords).map(([code, words]) =>
	words === '' ? code : `${code} (${words})`
);

/** What leaves the site: files, citations, embedded figures, code. Fetched when it is asked for. */
export const takeAway = {
	siteName: (country: string) => `Skills Gap Observatory, ${country}`,
	siteOf: (country: string) => `Skills Gap Observatory, ${country}.`,
	edition: (edition: string, date: string) => `Edition ${edition}, ${date}.`,
	quoted: (title: string) => `“${title.replace(/\.$/, '')}.”`,
	read: (address: string, day: string) => `${address} (read on ${day}).`,
	cite: (text: string) => `Cite as: ${text}`,
	licence: (licence: string) => `Licence of the data: ${licence}.`,
	grades: `Column quality: ${grades.join(', ')}.`,
	citation: 'Citation',
	bibtex: 'BibTeX',
	embed: 'To embed this figure',
	embedHelp:
		'Paste this into another page. The site draws the figure under these filters, notice and source included; the other page’s host and this one must allow frames.',
	sql: 'The SQL',
	sqlOwn:
		'Runs on the tables of your survey, under Explore; with read.R of its data package R works out the same.',
	sqlHelp:
		'DuckDB runs it over the records of the survey and adds them up by stratum and cluster; the method above makes value, standard error and interval of these sums.',
	r: 'R',
	rHelp: 'Runs as it stands, with the survey package.',
	copy: 'Copy',
	copied: 'Copied',
	notCopied: 'The browser did not allow it: mark the text and copy it by hand.',
	saveR: 'Save as a file',
	making: 'Making it …',
	failed: 'This part could not be loaded. Close and open it to try again.',
	/** Before the SQL of each question. */
	frame: 'Clusters of each stratum, before any filter'
} as const;
