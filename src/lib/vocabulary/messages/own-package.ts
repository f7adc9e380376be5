import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

/** Words in the data package of a person's own survey. */
export const ownPackage = {
	title: (title: string) => `Data package of “${title}”`,
	universe: (universe: string) => `About: ${universe}.`,
	synthetic: 'SYNTHETIC: its owner says that these records are made up. They tell of nobody.',
	confidential:
		'Microdata: one row is one respondent, and nothing is withheld. The package was made on the device of its owner and published nowhere; keep it, and hand it on, only as the people who answered were promised.',
	several: 'A cell may hold several codes, with a space between.',
	ofFile: 'The code is of this file and of no list.',
	sourceFile: 'The file as it came',
	design: {
		complete:
			'Rows are head counts of everybody: there is no sample, no weight and no sampling error.',
		weight: (column: string) => `Weight: column “${column}”.`,
		noWeight: 'The file has no weights: every row counts once.',
		strata: (columns: readonly string[]) =>
			`Strata: ${joinWords(columns.map((column) => `“${column}”`))}${columns.length > 1 ? ', together' : ''}.`,
		noStrata: 'The sample is not stratified, as far as the file tells.',
		cluster: (columns: readonly string[]) =>
			`Clusters: ${joinWords(columns.map((column) => `“${column}”`))}, nested in the strata.`,
		noCluster: 'Each row was drawn by itself, as far as the file tells.',
		fpc: (column: string) =>
			`Size of the population of each stratum, in clusters: “${column}”. The site’s own intervals do without it and are a little wider.`,
		badFpc: (column: string) =>
			`The column “${column}” was named as the size of the population, but is blank, changes within a stratum or is less than what was drawn: it is not used.`,
		lone: (strata: number) =>
			strata === 1
				? 'One stratum has a single cluster, which has no spread of its own: its distance from the mean of all stands in for it. The site gives no interval then.'
				: `${formatCount(strata)} strata have a single cluster, which has no spread of its own: its distance from the mean of all stands in for it. The site gives no interval then.`,
		incomplete: (rows: number) =>
			rows === 1
				? 'One row has no stratum, cluster or weight and is in no estimate.'
				: `${formatCount(rows)} rows have no stratum, cluster or weight and are in no estimate.`
	},
	estimate: {
		shares: (column: string) => `${column}: share of each code`,
		mean: (column: string) => `${column}: mean`,
		rows: 'Rows'
	},
	scripts: {
		runR: 'Run it in the folder where the files of the package lie: Rscript read.R, or source("read.R"). Base R 4.0 or later; designs need the package survey. It asks nothing of the network.',
		runStata:
			'Run it in the folder where the files of the package lie: do read.do. Stata 16 or later. It asks nothing of the network.',
		reading: 'The table, exactly: codes stay text, an empty field is missing.',
		readingStata:
			'The table, exactly: all of it text first, so that no code loses a nought; the first row holds the names.',
		measure: 'What is estimated below, while codes are still codes.',
		labels: 'Codes get their labels.',
		labelsStata: 'Codes become numbers that carry their labels; text without codes stays text.',
		titles: 'Columns get their titles.',
		notEncoded: (name: string) =>
			`${name} stays text: among its codes are signs that Stata would put something else for.`,
		estimate: (title: string) => `One estimate: ${title}.`,
		onSite: 'The site answers',
		here: 'and this script'
	},
	codebook: {
		heading: (title: string) => `Codebook of “${title}”`,
		rows: (rows: string, file: string) => `${rows} rows in ${file}.`,
		rejected: (rows: string) => `${rows} rows of the file did not get in.`,
		design: 'How the sample was drawn',
		columns: 'Columns',
		fromFile: 'In the file',
		notInFile: 'no such column',
		filled: 'no such column: filled when the file was read',
		type: 'Type',
		types: {
			string: 'text',
			integer: 'whole number',
			number: 'number',
			boolean: 'true or false',
			date: 'date'
		},
		missing: 'Empty',
		ofRows: (cells: string, rows: string) => `${cells} of ${rows} rows`,
		distinct: 'Different values',
		code: 'Code',
		label: 'Label',
		count: 'Rows',
		own: (label: string) => `${label} (of this file, in no list)`,
		further: (codes: string) =>
			`And ${codes} more codes of the list, which no row has: see code-lists.`
	},
	readme: {
		leftOut: (columns: readonly string[]) =>
			`Columns that may tell who somebody is were left out of the table: ${joinWords(columns)}.`,
		personalInSource: (path: string) => `They still stand in ${path}: take care to whom it goes.`,
		kept: (columns: readonly string[]) =>
			`Its owner kept columns that may tell who somebody is: ${joinWords(columns)}.`,
		rejected: (rows: string) =>
			`${rows} rows of the file speak against themselves and are not in the table.`,
		noSource: (name: string, sha256: string) =>
			`The file as it came is not part of the package: ${name}, SHA-256 ${sha256}.`,
		table: (path: string, rows: string) => `${path}  the records, ${rows} rows`,
		descriptor:
			'datapackage.json  what each table and column holds (Data Package and Table Schema, version 2)',
		design: 'design.json  weight, strata, clusters, size of the population',
		codebook: 'codebook.html  every column, what the file called it, its codes, what is missing',
		codeLists: 'code-lists/  each code with its label',
		readR: 'read.R  reads it in R, declares the design, prints one estimate',
		readDo: 'read.do  the same in Stata',
		recipe: (name: string) => `recipe.json  every step from ${name} to the table; holds no row`,
		tableRecipe: (path: string, table: string) =>
			`${path}  reads ${table} back as it is, with its title`,
		source: (path: string) => `${path}  the file as it came, byte for byte`,
		exact:
			'The CSV files are exact: UTF-8, comma, line feed, quotes only where they must be. No sign is put before cells that a spreadsheet would take for a formula, so open them with R, Stata or a text editor rather than a spreadsheet.',
		again: (recipe: string) =>
			`The import of the site reads the table back to the same table, and asks nothing where nothing was open when it was made; with ${recipe} always. One thing is lost: where a cell begins with an apostrophe before = + - or @, the apostrophe is taken for the mark that CSV files for spreadsheets have.`
	}
} as const;
