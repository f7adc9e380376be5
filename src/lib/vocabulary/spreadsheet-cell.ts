/** What a spreadsheet would run as a formula; the apostrophes are those that an earlier mark may have put there. */
const formulaStart = /^'*[=+@\t\r-]/;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A cell of a CSV file that is made for spreadsheets: a text that begins with = + - @, a tab or a carriage
 * return, and is no number, gets a `'` before it and so stays a text. So does a text in which apostrophes
 * stand before one of these, or it could not be told from a marked one.
 */
export function spreadsheetCell(text: string): string {
	return isMarked(text) ? `'${text}` : text;
}

/** Whether `spreadsheetCell` puts a mark before this text. */
export function isMarked(text: string): boolean {
	return formulaStart.test(text) && !plainNumber.test(text);
}

/** The text that `spreadsheetCell` was given: takes its mark off again. */
export function fromSpreadsheetCell(cell: string): string {
	return cell.startsWith("'") && isMarked(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A field of a CSV file by RFC 4180, quoted where it must be, and where readers could take it for a comment. */
export function csvField(text: string): string {
	return /[",\r\n#]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
