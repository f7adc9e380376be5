import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

/** The page where a survey of one's own is opened, step by step. */
export const openSurvey = {
	name: 'Open a survey',
	start: 'Open a survey file of your own, here on this device',
	startLead:
		'A tracer study, a skills audit or enrolment records as CSV, Excel or SPSS. What each column means is guessed, shown with its reason and yours to change. The file stays on this device and is never altered.',
	withoutScript: 'Opening a survey needs scripts, which are blocked here.',
	lead: (rows: number, kind: string) =>
		`${plural(rows, 'row')}, read as ${kind}. The file stays on this device.`,
	finding: {
		file: (rows: number, columns: number) =>
			`${plural(rows, 'row')} and ${plural(columns, 'column')} were read`,
		kind: (kind: string) => `This looks like ${kind}`,
		columns: (matched: string, open: number) =>
			open === 0 ? `${matched}. None needs you.` : `${matched}. ${needsYou(open)}`,
		values: (open: number) =>
			open === 0 ? 'Every value has its code' : `${countOf(open, 'value')} without a code`,
		design: (isWeighted: boolean) =>
			isWeighted ? 'The survey’s design was found' : 'No weights: every row counts once',
		checks: (problems: number) =>
			problems === 0
				? 'No cell speaks against the contract'
				: `${countOf(problems, 'cell')} to look at`,
		import: (title: string) => (title ? `${title} is ready` : 'One thing left: what it is called')
	},
	matched: (count: number) =>
		count === 1 ? 'One column is matched' : `${countWord(count)} columns are matched`,
	steps: 'Steps',
	stepNames: {
		file: 'File',
		kind: 'Kind',
		columns: 'Columns',
		values: 'Values',
		design: 'Design',
		checks: 'Checks',
		import: 'Import'
	},
	next: (step: string) => `Next: ${step}`,
	back: 'Back',
	leftToDecide: (count: number) => `${countOf(count, 'column')} still to decide`,
	working: {
		engine: (received: string, total: string) => `Fetching DuckDB: ${received} of ${total}`,
		examine: 'Looking at the file',
		read: (rows: string, done: string, size: string) => `Reading: ${rows} rows, ${done} of ${size}`,
		match: 'Finding out what the columns mean',
		check: 'Checking every cell',
		keep: 'Keeping the survey on this device'
	},
	cancel: 'Cancel',
	drop: 'or drop it here: CSV, TSV, Excel or SPSS, packed by gzip or not.',
	choose: 'Choose a file',
	another: 'Choose another file',
	recipe: 'Replay a recipe',
	recipeHint: 'The steps of an earlier wave, as a JSON file',
	recipeReady: (title: string) =>
		`The recipe of ${title || 'an earlier file'} is ready: choose the file of the new wave.`,
	asks: {
		title: 'What needs a look',
		choose: 'Choose',
		none: 'None of these',
		look: 'Look at the values',
		option: (label: string, percent: string) => `${label} ${percent}`
	},
	reading: {
		title: 'How the file is read',
		what: 'Each line is a guess with its reason. Change one and the preview follows.',
		fields: {
			encoding: 'Letters (encoding)',
			delimiter: 'Between fields',
			quote: 'Around text',
			comment: 'Comment lines begin with',
			sheet: 'Sheet',
			headerRow: 'Row with the names',
			headerRows: 'Rows of names',
			lastRow: 'Last row of data',
			decimal: 'Decimal mark',
			thousands: 'Thousands mark'
		},
		toTheEnd: 'to the end',
		none: 'none',
		marks: {
			',': 'comma ,',
			';': 'semicolon ;',
			'\t': 'tab',
			'|': 'bar |',
			':': 'colon :',
			' ': 'space',
			'.': 'point .',
			"'": 'apostrophe ’',
			'"': 'double quote "',
			'': 'none'
		} as Readonly<Record<string, string>>,
		preview: 'First rows as they are read',
		row: 'Row',
		above: 'Above the names',
		below: 'Below the data'
	},
	kind: {
		title: 'What kind of survey it is',
		what: 'The kind decides which columns are looked for.',
		names: {
			tracer: 'a tracer study of graduates',
			audit: 'a skills audit',
			enrolment: 'enrolment records',
			'labour-force': 'a labour force survey',
			other: 'a table of another kind'
		},
		units: {
			graduate: 'one graduate',
			establishment: 'one establishment',
			worker: 'one worker, skills in columns',
			'worker-skill': 'one worker and one skill',
			student: 'one student',
			'head-count': 'a count of students',
			person: 'one person',
			aggregate: 'a published figure: already added up',
			row: 'one record'
		},
		kind: 'Kind',
		unit: 'One row is',
		why: 'Why'
	},
	columns: {
		title: 'What each column means',
		what: (percent: string) =>
			`Matched by name, by synonym in English and Sesotho, and by what the cells hold. Every guess can be changed. Below ${percent} we ask.`,
		heads: { column: 'Your column, first answers', means: 'Means', sure: 'How sure, and why' },
		meaningOf: (column: string) => `Meaning of ${column}`,
		choose: 'Choose what this is',
		leaveOut: 'Leave out',
		skill: 'A skill in columns',
		partOfDesign: 'Design',
		empty: 'no answers',
		more: (count: number) => `Show the next of ${count} columns`,
		sure: {
			sure: 'sure',
			likely: 'likely',
			ask: 'please choose',
			chosen: 'chosen by you',
			out: 'left out'
		},
		show: { decide: 'To decide and matched', out: 'Left out', all: 'All' },
		shown: (label: string, count: number) => `${label}, ${count}`,
		personal: (count: number) =>
			count === 1
				? 'One column looks like personal data and stays out'
				: `${countWord(count)} columns look like personal data and stay out`,
		personalOf: (column: string, what: string) => `${column} (${what})`,
		personalKinds: {
			name: 'names',
			phone: 'phone numbers',
			'identity-number': 'identity numbers',
			email: 'e-mail addresses',
			address: 'addresses',
			'birth-date': 'dates of birth',
			coordinates: 'places on the map'
		},
		keep: (column: string) => `Keep ${column} all the same`
	},
	values: {
		title: 'What the values stand for',
		what: 'A code without a label is never guessed. What is left open counts as missing and is reported.',
		heads: { value: 'In the file', count: 'Rows', code: 'Means' },
		of: (title: string, column: string) => `${title}: ${column}`,
		meaningOf: (value: string, column: string) => `Meaning of ${value} of ${column}`,
		open: 'Choose',
		missing: 'No answer (missing)',
		nothing: 'No column holds codes.',
		more: (count: number) => `${countOf(count, 'further value')} in fewer rows, all with a code`,
		dates: 'How dates are written'
	},
	design: {
		title: 'How the sample was drawn',
		what: 'Weights, strata and clusters decide how sure an estimate is. Without them every row counts once and intervals are too narrow where people were drawn in groups.',
		weight: 'Weight',
		stratum: 'Stratum',
		cluster: 'Cluster',
		fpc: 'Clusters in the population',
		none: 'none',
		why: 'Why'
	},
	checks: {
		title: 'What the checks found',
		sums: (accepted: string, rejected: string) =>
			`${accepted} rows can be used, ${rejected} are rejected.`,
		severities: { error: 'Must be fixed', warning: 'Needs you', note: 'For your information' },
		rule: 'Rule',
		all: 'all',
		show: 'Show rows',
		heads: { row: 'Row', column: 'Column', value: 'Value', rule: 'Problem' },
		page: (from: string, to: string, of: string) => `${from} to ${to} of ${of}`,
		linesFailed: 'The rows could not be fetched.',
		earlier: 'Earlier',
		later: 'Later',
		rejected: 'Rejected rows with reasons, CSV',
		accept: 'Keep these rows',
		none: 'Nothing was found.',
		where: (column: string, row: string) => (column ? `${column} · row ${row}` : `row ${row}`)
	},
	import: {
		title: 'What this survey is called',
		what: 'These words stand on every figure made from it. They stay on this device with the file.',
		fields: {
			title: 'Title',
			wave: 'Wave, such as the year',
			universe: 'Whom it covers, after “of”: graduates of 2023',
			from: 'First day of interviews',
			to: 'Last day'
		},
		synthetic: 'The records are made up (a test, a demonstration)',
		go: 'Keep on this device and use',
		recipe: 'Save the recipe',
		done: (title: string) => `${title} is on this device`,
		doneText: 'It can be chosen as the survey on every page.',
		doneLink: 'See the first figures',
		missing: 'Write a title and a wave.'
	},
	log: {
		title: 'What was done so far',
		note: 'Undoing everything gives back the file, byte for byte. Saved as a recipe, these steps replay on the next wave.',
		undo: 'Undo',
		redo: 'Redo',
		undoOf: (step: string) => `Undo: ${step}`,
		redoOf: (step: string) => `Redo: ${step}`,
		steps: {
			read: (format: string) => `Read as ${format}`,
			kind: (kind: string) => `Taken for ${kind}`,
			match: (contract: string, columns: string) => `${contract} is ${columns}`,
			unmatch: (contract: string) => `${contract} has no column`,
			values: (contract: string, count: number) =>
				`${countOf(count, 'value')} of ${contract} coded`,
			lengthen: (count: number) => `${countOf(count, 'column')} of skills turned into rows`,
			leaveOut: (column: string) => `${column} left out`,
			keep: (column: string) => `${column} kept`,
			design: 'Design set',
			accept: (rule: string) => `Rows kept: ${rule}`
		}
	},
	drift: {
		title: 'What is new since the last wave',
		none: 'Nothing has changed that the recipe did not know.',
		missing: (column: string, contracts: readonly string[]) =>
			contracts.length > 0
				? `“${column}” is gone; it stood for ${joinWords(contracts)}.`
				: `“${column}” is gone; nothing was read from it.`,
		newCodes: (column: string, values: readonly string[]) =>
			`“${column}” holds values that the recipe has no code for: ${someOf(values)}.`,
		added: (column: string) => `“${column}” is new.`,
		renamed: (before: string, now: string) => `“${before}” is written “${now}” now.`,
		goneCodes: (column: string, values: readonly string[]) =>
			`In “${column}” these no longer come: ${someOf(values)}.`,
		share: (
			contract: string,
			code: string,
			said: { readonly before: string; readonly now: string }
		) => `The share of ${code} in ${contract} was ${said.before} of the rows and is ${said.now}.`,
		reading: (part: string, before: string, now: string) =>
			`The file is laid out in another way: ${part} was “${before}” and is “${now}”.`
	}
} as const;

function needsYou(count: number): string {
	return count === 1 ? 'One needs you.' : `${countWord(count)} need you.`;
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function countWord(count: number): string {
	return words[count] ?? String(count);
}

function someOf(values: readonly string[]): string {
	const shown = values.slice(0, 8).map((value) => `“${value}”`);
	const more = values.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : joinWords(shown);
}

function plural(count: number, what: string): string {
	return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}

function countOf(count: number, what: string): string {
	return count === 1 ? `One ${what}` : `${countWord(count)} ${what}s`;
}
