/** What is said of a file that is asked as it looks. */
export const openTableWords = {
	uneven: (row: number, fields: number, header: number) =>
		`row ${row.toLocaleString('en-GB')} has ${fields} ${fields === 1 ? 'field' : 'fields'}, the header ${header}.`,
	badQuote: (row: number) =>
		`row ${row.toLocaleString('en-GB')} has a quote that is opened and not closed, or a byte zero.`,
	headerIn: (row: number) => `Row ${row} names the columns.`,
	ofSheet: (sheet: string) => `It is the sheet “${sheet}” of the workbook.`
} as const;
