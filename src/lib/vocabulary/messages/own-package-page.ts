import { joinWords } from '#lib/vocabulary/words.ts';

/** Words of the page that hands out the data package of an own survey. */
export const ownPackagePage = {
	title: 'Data package',
	what: 'One zip file: the table that pages answer from as exact CSV, with Table Schema, codebook, code lists, design, recipe, and scripts that read it in R and Stata.',
	care: 'These are the records themselves, a row for each respondent: nothing is withheld, whatever is protected in other files. They are packed on this device and sent nowhere; whom you hand them to is yours to decide.',
	withSource: (file: string) => `With the file as it came (${file})`,
	nothingPersonal: 'No column was left out of the table because it looks personal.',
	personal: (columns: readonly string[]) =>
		`Off at first: the file has columns that were left out of the table because they may tell who somebody is (${joinWords(columns)}).`,
	download: 'Download data package',
	saved: (name: string) => `Saved as ${name}.`
} as const;
