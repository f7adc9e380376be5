import { fileFormats } from './file-formats.ts';

/** What is said while a file is read: why it cannot be, how it was taken, and why so. */
const signs: Readonly<Record<string, string>> = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'upright bars',
	' ': 'spaces',
	':': 'colons',
	"'": 'apostrophes',
	'"': 'double quotes',
	'.': 'points'
};

function sign(mark: string): string {
	return signs[mark] ?? `the sign “${mark}”`;
}

function size(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	const [value, unit] =
		bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
	return `${Number(value.toPrecision(3))} ${unit}`;
}

function count(number: number): string {
	return number.toLocaleString('en-GB');
}

function rows(number: number): string {
	return number === 1 ? '1 row' : `${count(number)} rows`;
}

function named(list: readonly number[], all: number): string {
	return `${list.map(count).join(', ')}${list.length < all ? ' …' : ''}`;
}

export const reading = {
	isOther: fileFormats,
	binary: (at: number) =>
		`it holds bytes that no text has, the first at byte ${count(at)}, so it is no CSV file, and no other kind that is known here.`,
	badGzip: (bytes: number) =>
		`its gzip packing is damaged${bytes === 0 ? '' : ` after ${size(bytes)}`}. Download or copy it once more.`,
	unpacksTooLarge: (most: number) =>
		`it unpacks to more than ${size(most)}, the most that is read. Split it, or leave out columns.`,
	largeWorkbook: (bytes: number, most: number) =>
		`it is a workbook that unpacks to ${size(bytes)}; the most that is read is ${size(most)}. Save the sheet with the data as CSV.`,
	bomb: (packed: number, bytes: number) =>
		`${size(packed)} unpack to more than ${size(bytes)} of repeated bytes, which no survey does. It was left packed.`,
	tooLarge: (bytes: number, most: number) =>
		`it has ${size(bytes)}; the most that is read is ${size(most)}. Split it, or leave out columns.`,
	tooManyRows: (most: number) =>
		`it has more than ${count(most)} rows, the most that is read. Split it by year or region.`,
	tooManyColumns: (row: number, columns: number, most: number) =>
		`row ${count(row)} has ${count(columns)} fields; the most that is read is ${count(most)} columns. Is the table turned, or the delimiter another one?`,
	longRow: (row: number, field: number) =>
		`row ${count(row)} does not end within ${size(4e6)}, more than a row may have: from column ${count(field)} on line breaks are missing, or a quote is opened and not closed.`,
	longCell: (row: number, field: number, bytes: number) =>
		`the cell in row ${count(row)}, column ${count(field)}, has ${size(bytes)}; a cell may have ${size(1e6)}.`,
	manyUnreadable: (row: number, most: number) =>
		`by row ${count(row)} more than ${count(most)} rows have a quote that is opened and not closed. Choose another quote, or none.`,
	beyondEnd: (row: number, rowCount: number) =>
		`its header should be in row ${count(row)}, and it has ${rows(rowCount)}.`,
	notEqual: (found: number, counted: number) =>
		`it holds ${rows(counted)}, of which DuckDB found ${count(found)}.`,
	badWorkbook:
		'it is an Excel workbook that is damaged or far larger than it seems. Open it in Excel and save it once more.',
	noSheet: (sheet: string) => `it has no sheet “${sheet}”.`,
	badSpss: (why: string) =>
		`it is an SPSS file that is damaged: ${why}. Save it once more in SPSS or PSPP.`,
	changed: 'it was changed or taken away while it was read. Choose it again.',
	column: (number: number) => `column ${number}`,
	format: {
		text: 'It is text.',
		xlsx: 'It is an Excel workbook.',
		sav: 'It is an SPSS file.',
		gzip: 'It is packed by gzip.'
	},
	encoding: {
		bom: (encoding: string) => `A byte order mark says ${encoding.toUpperCase()}.`,
		zeros: 'Every other byte is zero, as in UTF-16.',
		ascii: 'All letters are ASCII, which every encoding shares.',
		utf8: 'Every byte of the file fits UTF-8.',
		damaged: (places: number) =>
			`Nearly all letters are UTF-8; ${count(places)} ${places === 1 ? 'place is' : 'places are'} damaged and shown as �.`,
		latin1: 'It is not UTF-8, and no byte is used that only Windows-1252 gives a sign.',
		windows1252: 'It is not UTF-8, and has signs such as curly quotes where Windows-1252 has them.',
		windowsLines:
			'It is not UTF-8, and its lines end as on Windows; Latin-1 would read the same letters.',
		macintosh: 'It is not UTF-8, and its accented letters stand where the old Macintosh has them.'
	},
	delimiter: {
		named: (mark: string) => `The first line says so, for Excel: sep=${mark}`,
		none: 'No sign parts the lines into fields of one number: one column.',
		regular: (mark: string) => `Parted at ${sign(mark)}, most rows have the same number of fields.`
	},
	quote: {
		used: (mark: string) => `Fields stand in ${sign(mark)}.`,
		usual: 'No field is quoted; double quotes are usual.',
		none: 'Quotes stand within fields as letters and are not closed.'
	},
	escape: 'A backslash stands before quotes within quotes.',
	comment: {
		found: (mark: string) => `Lines that begin with ${mark} are unlike the others.`,
		none: 'No line looks like a comment.'
	},
	sheet: {
		only: 'It is the only sheet.',
		largest: (cells: number) => `It has the most cells that hold something: ${count(cells)}.`
	},
	header: {
		first: 'The first row names the columns.',
		below: (above: number) =>
			`Above it ${above === 1 ? 'stands 1 row' : `stand ${above} rows`} of title or notes.`,
		none: 'No row is unlike the rows below it.',
		titleAbove: 'The rows above it are narrower than the table.',
		spss: 'SPSS keeps names apart from data.',
		rows: (number: number) =>
			number === 1 ? 'One row names the columns.' : `${number} rows together name the columns.`
	},
	labels: {
		units: 'A row of units stands below the names.',
		questions: 'A row of question texts stands below the names.',
		machine: 'Rows that the survey tool wrote for itself stand below the names.'
	},
	lastRow: (totals: number, notes: number) =>
		`Below ${[
			...(totals > 0 ? [totals === 1 ? 'a row of totals' : `${totals} rows of totals`] : []),
			...(notes > 0 ? [notes === 1 ? 'a footnote' : `${notes} footnotes`] : [])
		].join(' and ')} ${totals + notes === 1 ? 'follows' : 'follow'}.`,
	decimal: {
		seen: (mark: string) => `Numbers have ${sign(mark)} before their decimals.`,
		byThousands: 'Points part thousands, so a comma is left for decimals.',
		none: 'No number shows its decimal mark.'
	},
	thousands: {
		seen: (mark: string) =>
			`${mark === ' ' ? 'Spaces' : sign(mark).replace(/^./, (a) => a.toUpperCase())} part thousands.`,
		none: 'No number shows marks between thousands.'
	},
	notes: {
		short: (number: number, at: readonly number[]) =>
			`${rows(number)} ${number === 1 ? 'has' : 'have'} fewer fields than the header; the cells that lack are blank: row ${named(at, number)}.`,
		ragged: (number: number, at: readonly number[]) =>
			`${rows(number)} ${number === 1 ? 'has' : 'have'} more fields than the header and ${number === 1 ? 'was' : 'were'} left out: row ${named(at, number)}.`,
		unreadable: (number: number, at: readonly number[]) =>
			`${rows(number)} ${number === 1 ? 'has' : 'have'} a quote that is opened and not closed, or a byte zero, and ${number === 1 ? 'was' : 'were'} left out: row ${named(at, number)}.`,
		blank: (number: number) =>
			`${rows(number)} without any value ${number === 1 ? 'was' : 'were'} left out.`,
		comments: (number: number, mark: string) =>
			`${number === 1 ? '1 line that begins' : `${count(number)} lines that begin`} with ${mark} ${number === 1 ? 'was' : 'were'} left out.`,
		unnamed: (columns: number) =>
			`The header is ${columns === 1 ? '1 name' : `${columns} names`} shorter than the rows; columns without a name are numbered.`,
		rowNames:
			'The header is one name shorter than the rows, as R writes row names; the first column has no name.',
		dropped: (columns: number) =>
			`${columns === 1 ? 'A column' : `${columns} columns`} at the right without name and values ${columns === 1 ? 'was' : 'were'} left out.`,
		repaired: 'Some bytes are not of this encoding and are shown as �.',
		hidden: (names: readonly string[]) =>
			`Characters that cannot be seen, or that turn the direction of writing, were left out of the names of ${names.join(', ')}.`,
		onlyFirst: (limit: number) => `Only the first ${count(limit)} rows were read.`
	}
} as const;
