import { joinWords } from '#lib/vocabulary/words.ts';
import { countOf, countWord, plural } from './count-words.ts';
import { stageWords } from './open-survey-stages.ts';

/** The page where a survey of one's own is opened, step by step. */
export const openSurvey = {
	name: 'Open a survey',
	start: 'Open a survey file of your own, here on this device',
	startLead:
		'A tracer study, a skills audit or enrolment records as CSV, Excel or SPSS. What each column means is guessed, shown with its reason and yours to change. The file stays on this device and is never altered.',
	withoutScript: 'Opening a survey needs scripts, which are blocked here.',
	guide: {
		title: 'What happens to a file',
		parts: [
			{
				title: 'It is read, and matched',
				text: 'Letters, marks, heading row, kind of survey, columns, codes: each is a guess with its reason.'
			},
			{
				title: 'You are asked what is unsure',
				text: 'Weights and strata are looked for, cells are checked, personal data stay out. Every step can be undone.'
			},
			{
				title: 'It answers beside the site’s surveys',
				text: 'It is a choice on every page of figures. Its steps are kept, so the next wave takes one click.'
			}
		],
		form: 'No file yet? A form, template and sample size for the next wave'
	},
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
		checks: (rejected: number, doubtful: number) => {
			if (rejected > 0) return `${countOf(rejected, 'row')} can’t be used as ${isAre(rejected)}`;
			return doubtful > 0
				? `Every row can be used; ${uncapitalised(countOf(doubtful, 'cell'))} to look at`
				: 'Every row can be used';
		},
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
		keep: 'Keeping the survey on this device',
		pack: 'Packing'
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
	...stageWords,
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
		) => `The share of “${code}” in ${contract} was ${said.before} of the rows and is ${said.now}.`,
		reading: (part: string, before: string, now: string) =>
			`The file is laid out in another way: ${part} was “${before}” and is “${now}”.`
	}
} as const;

function needsYou(count: number): string {
	return count === 1 ? 'One needs you.' : `${countWord(count)} need you.`;
}

const isAre = (count: number): string => (count === 1 ? 'it is' : 'they are');

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function someOf(values: readonly string[]): string {
	const shown = values.slice(0, 8).map((value) => `“${value}”`);
	const more = values.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : joinWords(shown);
}
