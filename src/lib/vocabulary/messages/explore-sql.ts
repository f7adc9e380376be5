/** The box for SQL. */
export const exploreSql = {
	heading: 'Write SQL',
	note: 'One statement that reads. Columns of a file of no known kind are text: CAST(… AS DOUBLE) makes a number.',
	tables: 'Tables',
	table: (name: string, rows: string) => `${name}, ${rows} rows`,
	noTables:
		'No table yet: open a survey or file above, or load the records of this site’s demonstration.',
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
	kept: 'What a query gives may be about single people, and no rule of this site can tell: it stays on this device while “Protect the people asked” is ticked above.',
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
} as const;
