import { capitalised, joinWords } from '#lib/vocabulary/words.ts';

/** The pages about the data: surveys, dictionary, published figures. */
export const data = {
	title: 'Data',
	finding: (surveys: string, synthetic: boolean) =>
		`${surveys} stand behind these pages${synthetic ? ', all of them made up' : ''}`,
	lead: 'Whom each survey covers and leaves out, what is published from it, and every record to take away.',
	surveys: (count: number) =>
		count === 1 ? 'One survey' : `${numberWords[count] ?? count} surveys`,
	kinds: {
		audit: 'Skills audit of employers and workers',
		tracer: 'Follow-up of graduates',
		enrolment: 'Administrative records'
	},
	kind: 'Kind',
	unit: 'Respondents',
	units: (units: readonly string[]) => capitalised(joinWords(units)),
	waves: 'Waves',
	wave: (wave: string, from: string, to: string) => `${wave}: ${from} to ${to}`,
	years: 'Years',
	yearsOf: (first: string, last: string, count: number) =>
		`${numberWords[count] ?? count} years, ${first} to ${last}`,
	mode: 'How asked',
	covers: 'Covers',
	excludes: 'Leaves out',
	design: 'Design',
	access: 'Access',
	accessWords: {
		open: 'Open: records nobody can be harmed by. All may be read and recomputed.',
		protected: 'Protected: tables are published, records are not.',
		own: 'A file on this device.'
	},
	licence: 'Licence',
	licenceWords: (licence: string, synthetic: boolean) =>
		synthetic ? `${licence}; every record is synthetic` : licence,
	due: 'Next wave',
	dueIn: (due: string, past: boolean) => (past ? `was due in ${due}` : `due in ${due}`),
	comparable: 'Comparable',
	comparableWith: (waves: readonly string[]) => `${joinWords(waves)} with each other`,
	records: 'Records',
	recordsOf: (title: string, rows: string, size: string) => `${title}, ${rows} rows, ${size}`,
	download: 'CSV, gzip',
	downloadOf: (title: string) => `Download ${title}, CSV, gzip`,
	package: 'Data package',
	packageLead:
		'The records with what says how to read them, in one file to take away. R reads it offline and declares the design.',
	packageZip: 'all of the package with the records',
	packageTexts: {
		'datapackage.json': 'columns, types and codes (Data Package, version 2)',
		'design.json': 'strata, clusters, weights and the sampling frame',
		'codebook.csv': 'every column and code with its label',
		'read.R': 'reads the package into R’s survey',
		'LICENCE.txt': 'licence and notice'
	},
	fileOf: (text: string, size: string) => `${text}, ${size}`,
	notebooksTitle: 'The figures worked out again in R',
	notebooksText:
		'These notebooks read the packages below, recompute what the pages say with R’s survey package, and stop at the first figure that differs.',
	noNotebooks:
		'The folder notebooks/ of the sources reads the packages below, recomputes what the pages say with R’s survey package, and stops at the first figure that differs. Its pages are not part of this copy of the site.',
	tables: 'Published tables',
	tablesOf: (files: number, size: string) =>
		`${files} ${files === 1 ? 'file' : 'files'} of cells, ${size} together. Pages draw on these and fetch only what they show.`,
	noTables: 'None yet: no page shows this survey so far. Its records can be explored.',
	size: (bytes: number) =>
		bytes < 1e6
			? `${Math.max(1, Math.round(bytes / 1000))} KB`
			: bytes < 1e9
				? `${(bytes / 1e6).toFixed(1)} MB`
				: `${(bytes / 1e9).toFixed(1)} GB`,
	dictionaryTitle: 'What each column, code and indicator means',
	dictionaryText: (tables: number, indicators: number) =>
		`The dictionary describes ${tables} tables, ${indicators} indicators and every code list, from the declarations that the site itself runs on.`,
	dictionaryLink: 'Open the data dictionary',
	publishedTitle: 'What others have published does not always agree',
	publishedText: (figures: number, disagree: number) =>
		`${figures} figures from reports, statistics offices and the press. On ${disagree} subjects they contradict each other; all stand side by side and none is averaged.`,
	publishedLink: 'See the published figures',
	ownTitle: 'A survey of your own stays on your device',
	ownText:
		'Open a tracer study, a skills audit or enrolment records as CSV, Excel or SPSS. Columns and codes are matched, checked and yours to change; then every page can show it. Nothing is uploaded.',
	ownKept: 'Own surveys on this device',
	ownLink: 'Open a survey of your own',
	nextWaveTitle: 'The next wave can come back ready to read',
	nextWaveText:
		'Forms for Kobo and ODK, templates and codebooks made from the contract, and how many people to invite.',
	nextWaveLink: 'Plan the next wave',
	back: 'Data'
} as const;

const numberWords: Readonly<Record<number, string>> = {
	2: 'Two',
	3: 'Three',
	4: 'Four',
	5: 'Five',
	6: 'Six',
	7: 'Seven',
	8: 'Eight',
	9: 'Nine'
};
