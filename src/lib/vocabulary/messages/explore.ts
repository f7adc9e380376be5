import type { Provenance } from '#lib/vocabulary/estimate.ts';
import { intervalWords as intervals } from './estimators.ts';

/** A file of one's own: opening it, asking it, and SQL. */
export const explore = {
	name: 'Explore',
	title: 'Ask your own survey file, here on this device',
	lead: 'Open a CSV file, choose what to work out and for whom, and get counts, shares and means with standard errors that follow the survey’s design. DuckDB does the work inside this page.',
	stays: 'Your data stay on this device: the file is read by this page and sent nowhere.',
	withoutScript:
		'Opening a file needs scripts, which are blocked here. The example below shows what an answer looks like.',
	example: 'An answer looks like this one, from the demonstration survey of this site.',
	open: {
		heading: 'Open a file',
		choose: 'Choose a CSV file',
		another: 'Choose another CSV file',
		drop: 'or drop it here. A header row with the names of the columns comes first.',
		size: (size: string) => `The first file fetches DuckDB, ${size}, once.`,
		fetching: (received: string, total: string) => `Fetching DuckDB: ${received} of ${total}`,
		reading: (file: string) => `Opening ${file}`,
		records: 'the demonstration’s records',
		opened: (file: string, rows: string, columns: number) =>
			`${file} is open: ${rows} rows, ${columns} columns.`,
		cancel: 'Cancel',
		retry: 'Try again',
		engineFailed: 'Without it no file can be opened and no SQL run; all else on this site works.',
		failed: (file: string, why: string) => `${file} could not be opened: ${why}`
	},
	columns: {
		heading: (file: string) => `What is in ${file}`,
		note: 'Types are guessed from the values. Values count without the spaces around them; an empty value is missing.',
		renamed: (names: string) => `DuckDB calls ${names}.`,
		named: (heading: string, place: number, name: string) =>
			`column ${place}, “${heading}”, ${name}`,
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
		kinds: { count: 'how many', mean: 'the mean', proportion: 'the share with a value' },
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
		share: (column: string, value: string) => `Share with ${column} “${value}”`,
		all: 'All rows',
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
		strata: (columns: string) => `strata ${columns}`,
		clusters: (columns: string) => `clusters ${columns}`,
		rowsAsClusters: 'every row its own cluster',
		population: (column: string) => `finite population ${column}`,
		over: (parts: string) => ` over ${parts}`
	},
	sql: {
		heading: 'Write SQL',
		note: 'One statement that reads. Columns of your file are text: CAST(… AS DOUBLE) makes a number.',
		tables: 'Tables',
		table: (name: string, rows: string) => `${name}, ${rows} rows`,
		noTables: 'No table yet: open a file above, or load the records of this site’s demonstration.',
		demonstration: (size: string) => `Load the demonstration’s records (${size})`,
		box: 'SQL',
		run: 'Run',
		keys: 'Ctrl + Enter runs it too.',
		running: 'DuckDB is at work.',
		cancel: 'Cancel',
		failed: 'DuckDB could not run it. The query is still in the box.',
		result: 'Result of the query',
		shown: (shown: string, rows: string) =>
			shown === rows
				? `${rows} rows.`
				: `${rows} rows, of which the first ${shown} stand here; the CSV file has all.`,
		csv: 'Save as CSV',
		asked: (query: string) => `Query: ${query}`,
		from: (tables: string) => `Tables open: ${tables}`,
		missing: 'NULL',
		refusals: {
			'sql-empty': () => 'The box is empty. Write a query first.',
			'sql-several-statements': () => 'Run one statement at a time: there is a semicolon within.',
			'sql-not-a-query': (word: string) =>
				`${word} is not run here: a query starts with SELECT, FROM, WITH, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN, VALUES or PIVOT.`,
			'sql-time-zone': (word: string) =>
				`${word} needs an extension that this site does not fetch. Use TIMESTAMP without a time zone.`
		}
	},
	size: (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
} as const;
