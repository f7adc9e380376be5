/** Words of the command `import`. */
export const importCommand = {
	usage: 'Usage: npm run -s import -- FILE [--recipe RECIPE] [--write FOLDER]',
	help: `Usage: npm run -s import -- FILE [--recipe RECIPE] [--write FOLDER]

Says what a survey file is, which of its columns and values are those of the contract, how its sample was
drawn, and what speaks against it, as JSON. FILE is CSV or other text with a delimiter, also packed by gzip,
an Excel workbook (.xlsx) or an SPSS file (.sav).

  --recipe RECIPE  does as a recipe says that an earlier import wrote, and adds "drift": what is not as it was
  --write FOLDER   writes the table of the contract as CSV with datapackage.json, recipe.json, problems.csv
                   and rejected.csv (the rows that did not get in, and why)

Exit code: 0  fine; open questions ("asks") and notices about the file as a whole are no problems
           1  problems: rows were rejected, or a rule speaks against a row
           2  FILE or RECIPE cannot be read; {"error": "…"} says why
`,
	oneFile: 'Name one file.',
	noFile: 'it is no file.',
	absent: (path: string) => `there is no file ${path}.`,
	unforeseen: (message: string) => `The file could not be imported: ${message}`
} as const;
