import { countOf, countWord } from './count-words.ts';

/** The stages of opening a survey of one's own. */
export const stageWords = {
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
		asItIs: 'Keep as it is',
		skill: 'A skill in columns',
		partOfDesign: 'Design',
		empty: 'no answers',
		more: (count: number) => `Show the next of ${count} columns`,
		sure: {
			sure: 'sure',
			likely: 'likely',
			ask: 'please choose',
			chosen: 'chosen by you',
			out: 'left out',
			kept: 'kept as it is'
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
		show: 'Show rows',
		filter: 'Which findings',
		every: 'All',
		shown: (label: string, count: number) => `${label}, ${count}`,
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
		doneText:
			'Graduates, skills audits and enrolment can be chosen as the survey on the pages about them. Under Explore surveys of every kind can be asked, labour force surveys and other files too, with questions of your own and SQL.',
		doneLink: 'See the first figures',
		doneExplore: 'Ask it under Explore',
		missing: 'Write a title and a wave.'
	}
} as const;
