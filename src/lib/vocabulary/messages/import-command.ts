/** Words of the command `import`. */
export const importCommand = {
	usage: 'Usage: npm run -s import -- FILE [--recipe RECIPE] [--write FOLDER [--source]]',
	help: `Usage: npm run -s import -- FILE [--recipe RECIPE] [--write FOLDER [--source]]

Says what a survey file is, which of its columns and values are those of the contract, how its sample was
drawn, and what speaks against it, as JSON. FILE is CSV or other text with a delimiter, also packed by gzip,
an Excel workbook (.xlsx) or an SPSS file (.sav).

  --recipe RECIPE  does as a recipe says that an earlier import wrote, and adds "drift": what is not as it was
  --write FOLDER   writes the data package that the site gives for the same import: the table as exact CSV,
                   datapackage.json, design.json, codebook.html, code lists, recipe.json, read.R and read.do;
                   beside it problems.csv and rejected.csv (the rows that did not get in, and why)
  --source         with --write: FILE as it came becomes part of the package

Exit code: 0  fine; open questions ("asks") and notices about the file as a whole are no problems
           1  problems: rows were rejected, or a rule speaks against a row
           2  FILE or RECIPE cannot be read; {"error": "…"} says why
`,
	replaces: (path: string) =>
		`${path} would be replaced by the table made of it: name another folder.`,
	oneFile: 'Name one file.',
	noFile: 'it is no file.',
	denied: 'you may not read it.',
	notOpened: (code: string) => `the system does not open it (${code}).`,
	noFolder: (folder: string) => `Nothing can be written to ${folder}: it is no folder.`,
	unwritten: (folder: string, why: string) =>
		`The result could not be written to ${folder}: ${why}`,
	absent: (path: string) => `there is no file ${path}.`,
	unforeseen: (message: string) => `The file could not be imported: ${message}`
} as const;
