const saveAs = 'Open it in the program that made it and save the table as CSV (UTF-8) or .xlsx.';

/** What files are that look like a table by their name alone, and what can be done. */
export const fileFormats = {
	oldExcel: `it is an Excel file of the old kind (.xls), or one with a password. Save it in Excel as .xlsx without a password.`,
	xlsb: 'it is a binary Excel workbook (.xlsb). Save it in Excel as .xlsx.',
	excelXml: 'it is an Excel 2003 XML file. Open it in Excel and save it as .xlsx.',
	word: 'it is a Word document. Copy the table into a spreadsheet and save that as .xlsx or CSV.',
	slides:
		'it is a PowerPoint file. Copy the table into a spreadsheet and save that as .xlsx or CSV.',
	numbers: 'it is an Apple Numbers, Pages or Keynote file. Export the table as CSV or Excel.',
	openDocument: 'it is an OpenDocument file (.ods or .odt). Save the table as .xlsx or CSV.',
	zip: 'it is a zip archive. Unpack it and give one of the files in it.',
	lockedZip: 'it has a password. Save it without one.',
	brokenZip: 'it is a workbook or zip archive whose end is missing. Download or copy it once more.',
	pdf: 'it is a PDF. Ask for the table behind it as CSV or .xlsx.',
	postscript: 'it is a PostScript file. Ask for the table behind it as CSV or .xlsx.',
	rtf: 'it is a text document (RTF). Copy the table into a spreadsheet and save that as .xlsx or CSV.',
	parquet: `it is a Parquet file. ${saveAs}`,
	arrow: `it is an Arrow file. ${saveAs}`,
	stata: 'it is a Stata file (.dta). Write it as CSV in Stata: export delimited.',
	spssPortable: 'it is an SPSS portable file (.por). Save it in SPSS or PSPP as .sav.',
	sasTransport: 'it is a SAS transport file (.xpt). Write it as CSV in SAS or R.',
	sas: 'it is a SAS data set. Write it as CSV in SAS or R.',
	dBase: `it is a dBase file (.dbf). ${saveAs}`,
	access: 'it is an Access database. Export the table from it as CSV or .xlsx.',
	pcAxis: 'it is a PC-Axis file (.px). Save the table as CSV where it was downloaded.',
	sqlite: 'it is an SQLite database. Write the table as CSV.',
	rData: 'it is a file of R (.rds or .RData). Write the table as CSV in R: write.csv.',
	tar: 'it is a tar archive. Unpack it and give one of the files in it.',
	packed: 'it is packed in a way that is not read here. Unpack it, or pack it with gzip.',
	picture: 'it is a picture.',
	programme: 'it is a program.',
	oneCell:
		'every row of it stands in quotes as one cell, as when CSV is saved as CSV twice. Take away the quotes around the rows, or save the table once more.',
	packedTwice: 'it is packed by gzip twice. Unpack it once.',
	gitPointer:
		'it only says where Git keeps the file (Git LFS). Download the file itself, from its page or with git lfs pull.',
	ebcdic: 'its text is in EBCDIC, as of a mainframe. Save it as UTF-8.',
	otherScript:
		'most of its letters are in an encoding that is not read here, as for Cyrillic, Greek or Japanese. Save it as UTF-8.',
	commentsOnly: 'every line of it begins with #, as comments do, and there is no table.',
	utf32: 'its text is in UTF-32. Save it as UTF-8.',
	webPage:
		'it is a web page and not a table: a download may have failed, or asked for a login. Download the data once more.',
	xml: `it is an XML file. ${saveAs}`,
	json: 'it is a JSON file. Write the table as CSV.'
} as const;
