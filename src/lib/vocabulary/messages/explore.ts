import type { Provenance } from '#lib/vocabulary/estimate.ts';
import { intervalWords as intervals } from './estimators.ts';
import { exploreSql } from './explore-sql.ts';

/** A file of one's own: opening it, asking it, and SQL. */
export const explore = {
	name: 'Explore',
	title: 'Ask your own survey, here on this device',
	lead: 'Choose a survey that this device keeps, or open a file to look at. Say what to work out and for whom, and get counts, totals, shares and means with standard errors that follow the survey’s design. DuckDB does the work inside this page.',
	stays: 'Your data stay on this device: the file is read by this page and sent nowhere.',
	withoutScript:
		'Opening a file needs scripts, which are blocked here. The example below shows what an answer looks like.',
	example: 'An answer looks like this one, from the demonstration survey of this site.',
	survey: {
		label: 'Survey',
		none: 'None: the example of this site',
		looked: (file: string) => `${file}, only looked at`
	},
	open: {
		heading: 'Open a file to look at',
		choose: 'Choose a file',
		another: 'Choose another file',
		drop: 'or drop it here: CSV, TSV, Excel or SPSS.',
		size: (size: string) => `The first time fetches DuckDB, ${size}, once.`,
		fetching: (received: string, total: string) => `Fetching DuckDB: ${received} of ${total}`,
		reading: (file: string) => `Opening ${file}`,
		readingFar: (file: string, done: string, size: string) => `Reading ${file}: ${done} of ${size}`,
		checking: (file: string) => `Making the tables of ${file} by its recipe`,
		records: 'the demonstration’s records',
		opened: (file: string, rows: string, columns: number) =>
			`${file} is open: ${rows} rows, ${columns} columns.`,
		openedSurvey: (title: string, rows: string) => `${title} is open: ${rows} rows.`,
		cancel: 'Cancel',
		retry: 'Try again',
		engineFailed: 'Without it no file can be opened and no SQL run; all else on this site works.',
		asSurvey:
			'Open it under Data: every row and how it was read can be looked at there, and changed'
	},
	looked: {
		what: (file: string) =>
			`${file} is only looked at: it is not kept, and is gone when this page is left.`,
		read: 'How it was read:',
		keep: 'Keep it, and say what its columns mean',
		notice: (file: string) => `Your own file, on this device: ${file}; not published, not kept.`
	},
	own: {
		unweighted: 'The file has no weights: every row counts once.',
		design: 'Weight, strata and clusters are those of its recipe; other ones can be chosen below.',
		questionLost: 'The question of the link cannot be put to this survey and was left out.',
		rejected: (rows: number) =>
			`${rows === 1 ? '1 row of the file was' : `${rows.toLocaleString('en-GB')} rows of the file were`} left out when the survey was imported, since the checks found them in error.`,
		workers:
			'A row is one worker and one skill. n counts workers, and so does a count of how many; means and shares are over skills.',
		complete:
			'Records of everybody: a row stands for as many students as “enrolled” says, and there is no sampling error.'
	},
	columns: {
		heading: (file: string) => `What is in ${file}`,
		note: 'Types are guessed from the values. Values count without the spaces around them; an empty value is missing.',
		noteOwn: 'Columns as the survey was imported, with the codes of this site where it has such.',
		renamed: (names: string) => `Here and in SQL ${names}.`,
		named: (heading: string, place: number, name: string) =>
			`column ${place}, “${heading}”, is “${name}”`,
		caption: 'Columns of the file',
		name: 'Column',
		kind: 'Type',
		kinds: { number: 'number', date: 'date', text: 'text', empty: 'empty' },
		distinct: 'Different values',
		missing: 'Missing',
		frequent: 'Most frequent',
		range: (low: string, high: string) => `${low} to ${high}`,
		count: (value: string, count: string) => `${value} (${count})`
	},
	ask: {
		heading: 'Ask a question',
		what: 'What to work out',
		kinds: {
			count: 'how many',
			mean: 'the mean',
			total: 'the total',
			proportion: 'the share with a value'
		},
		of: 'Of column',
		equals: 'With the value',
		by: 'By',
		and: 'And by',
		nothing: 'not split',
		where: 'Only where',
		everyone: 'all rows',
		values: (column: string) => `Values of ${column} to keep`,
		design: 'The survey’s design',
		designNote:
			'Without a weight every row counts 1; without clusters every row is its own, up to a million rows.',
		weight: 'Weight',
		stratum: 'Stratum',
		cluster: 'Cluster',
		population: 'Clusters in the population',
		none: 'none',
		lonely: 'A stratum with one cluster',
		lonelyRules: {
			fail: 'gives no answer',
			adjust: 'is compared with the mean of all',
			remove: 'adds nothing',
			average: 'adds the average of the others',
			certainty: 'was taken with certainty'
		},
		go: 'Work it out',
		working: 'Working it out',
		choose: 'The answer will stand here, as a chart and a table.'
	},
	result: {
		count: 'Count',
		mean: (column: string) => `Mean of ${column}`,
		total: (column: string) => `Total of ${column}`,
		share: (column: string, value: string) => `Share with ${column} “${value}”`,
		all: 'All rows',
		/** A code with what it stands for. */
		coded: (code: string, label: string) => `${code} (${label})`,
		key: (codes: readonly string[]) => codes.join(' · '),
		first: (column: string, code: string) => `${column}: ${code}`,
		value: (label: string, value: string) => `${label}: ${value}`,
		highest: (label: string, names: string) => `${label} is highest for ${names}`,
		among: (label: string, names: string) =>
			`${label} is highest for ${names}, which can’t be told apart`,
		open: (label: string, count: string) =>
			`${label}: ${count} groups can’t be told apart from the highest`,
		few: (label: string) => `${label}: too few answers to compare`,
		nobody: 'No row is left under this restriction.',
		weighted: (weight: string) => `Weighted by ${weight}.`,
		unweighted: 'Every row counts 1.',
		design: (parts: string) => `Standard errors over ${parts}.`,
		by: (columns: string) => `By ${columns}.`,
		only: (column: string, codes: string) => `Only where ${column} is ${codes}.`,
		cut: (shown: number, all: string) =>
			`The chart shows ${shown} of ${all} groups; the table has all.`,
		unclassified: (rows: string, columns: string, weight?: string) =>
			`In none of the groups, since ${columns} is blank: ${rows}${weight === undefined ? '' : `, weight ${weight}`}.`,
		rowCount: (n: string, one: boolean) => `${n} ${one ? 'row' : 'rows'}`,
		lonely: (groups: string, one: boolean) =>
			`${groups} ${one ? 'group has' : 'groups have'} no standard error, since a stratum there holds a single cluster; choose another rule for such strata.`,
		/** `sch.wide Yes`: a code says little without its column. */
		where: (columns: readonly string[], codes: readonly string[]) =>
			codes.map((code, i) => `${columns[i] ?? ''} ${code}`).join(', '),
		or: 'or',
		source: (file: string, rows: string) =>
			`${file}, ${rows} rows, read on this device by DuckDB. Not a figure of this site.`,
		label: 'Groups',
		read: '95% interval',
		rows: 'rows',
		table: {
			value: 'Value',
			se: 'Standard error',
			low: '95% interval from',
			high: 'to',
			n: 'n',
			missing: 'Missing',
			note: 'Note'
		},
		method: (
			{ estimator, interval, level }: Pick<Provenance, 'estimator' | 'interval' | 'level'>,
			design: string
		) =>
			`Weighted ${estimator}; standard error by Taylor linearisation${design}; ${Math.round(level * 100)}% ${intervals[interval]} with t on the degrees of freedom of the rows used. Groups with too few rows or clusters are marked by the thresholds of this site.`,
		counted: (estimator: string) =>
			`${estimator.replace(/^./, (a) => a.toUpperCase())} over everybody in the records, each row as many as its weight says; no sampling error.`,
		strata: (columns: string) => `strata ${columns}`,
		clusters: (columns: string) => `clusters ${columns}`,
		rowsAsClusters: 'every row its own cluster',
		population: (column: string) => `finite population ${column}`,
		over: (parts: string) => ` over ${parts}`
	},
	sql: exploreSql,
	size: (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
} as const;
