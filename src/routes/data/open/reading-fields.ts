import type { Guess, Reading, ReadingGuesses } from '#lib/ingest/reading/reading.ts';
import { openSurvey } from '#lib/vocabulary/messages/open-survey.ts';

const words = openSurvey.reading;

/** A setting of how a file is read, as a field of a form; without options it is a number of a row. */
export interface ReadingField {
	readonly id: keyof Reading;
	readonly label: string;
	readonly value: string;
	readonly options?: readonly { readonly value: string; readonly label: string }[];
	readonly reason?: string;
}

const encodings = [...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh']];
const choices = {
	encoding: encodings,
	delimiter: [',', ';', '\t', '|', ':', ' ', ''],
	quote: ['"', "'", ''],
	decimal: ['.', ','],
	thousands: ['', ',', '.', ' ', "'"]
} as const satisfies Partial<Record<keyof Reading, readonly string[]>>;

const ofText = ['encoding', 'delimiter', 'quote', 'decimal', 'thousands'] as const;
const rows = ['headerRow', 'headerRows', 'lastRow'] as const;

/** The settings that make sense for the file's format, each with the reason for what was guessed. */
export function readingFields(reading: Reading, guesses: ReadingGuesses): ReadingField[] {
	const reasonOf = (id: keyof Reading): Pick<ReadingField, 'reason'> => {
		const guess: Guess<unknown> | undefined = guesses[id];
		return guess ? { reason: guess.reason } : {};
	};
	const listed = (id: keyof typeof choices): ReadingField => {
		const values: string[] = [...choices[id]];
		const value = String(reading[id]);
		// Another mark that was found in the file stands beside the common ones.
		if (!values.includes(value)) values.push(value);
		const options = values.map((one) => ({ value: one, label: words.marks[one] ?? one }));
		return { id, label: words.fields[id], value, options, ...reasonOf(id) };
	};
	const sheets = guesses.sheet
		? [guesses.sheet.value, ...(guesses.sheet.others ?? []).map(({ value }) => value)]
		: [];
	return [
		...(reading.format === 'text' ? ofText.map(listed) : []),
		...(sheets.length > 1
			? [
					{
						...{ id: 'sheet' as const, label: words.fields.sheet, value: reading.sheet ?? '' },
						options: sheets.map((sheet) => ({ value: sheet, label: sheet })),
						...reasonOf('sheet')
					}
				]
			: []),
		...(reading.format === 'sav'
			? []
			: rows.map((id) => ({
					...{ id, label: words.fields[id] },
					...{ value: reading[id] === undefined ? '' : String(reading[id]), ...reasonOf(id) }
				})))
	];
}

/** The reading with one setting changed; what is no number of a row leaves it as it is. */
export function changed(reading: Reading, id: keyof Reading, value: string): Reading {
	if (id === 'lastRow' && value.trim() === '') {
		return without(reading, 'lastRow');
	}
	if (rows.some((one) => one === id)) {
		const row = Number(value);
		return Number.isInteger(row) && row >= 1 ? withRow(reading, id, row) : reading;
	}
	return { ...reading, [id]: value };
}

/** A header that moves takes the first row of data with it. */
function withRow(reading: Reading, id: keyof Reading, row: number): Reading {
	if (id !== 'headerRow') return { ...reading, [id]: row };
	const headerRows = Math.min(reading.headerRows, row);
	return { ...without(reading, 'firstRow'), headerRow: row, headerRows };
}

function without(reading: Reading, id: 'firstRow' | 'lastRow'): Reading {
	return Object.fromEntries(
		Object.entries(reading).filter(([key]) => key !== id)
	) as unknown as Reading;
}
