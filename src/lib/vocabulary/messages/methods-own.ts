import type { Section } from './methods-section.ts';

/** How a file of a person's own becomes a survey of the site. */
export const ownSurvey: Section = {
	id: 'own-survey',
	title: 'How a survey of your own is read',
	blocks: [
		'A file that you open is never changed. What is done to it is a list of steps, each of which can be undone; the list, saved as a recipe, does the same to the next wave and tells what is not as it was. A recipe holds no row of the survey: counts of codes, rounded to 5 and those below 10 left out, are what shares are compared by, and a link leaves them out too.',
		{
			list: [
				'Reading: letters, delimiter, decimal mark, rows above the names and below the data are guessed from the whole file, each with its reason. Files up to 20 MB are read by Papa Parse, larger ones by DuckDB; the tests hold that both find the same rows and cells. Excel workbooks and SPSS files (.sav) are read too.',
				'Columns: the name, words for it in English and Sesotho, and what the cells hold are weighed together, and all columns are paired at once. Below 70% you are asked. A confidence is a judgement of these rules, not a probability.',
				'Values: a code without a label is never guessed. What stays without a code counts as no answer, and its rows are counted in the report.',
				'Design: weight, strata and clusters are looked for by name and content. Without a weight every row counts once; without clusters every row is taken as drawn by itself, and intervals are too narrow where people were drawn in groups.',
				'Checks: values outside of what is possible, answers that contradict each other, doubles, totals among the rows. An error keeps a row out, unless you say otherwise; a warning does not.',
				'Personal data: columns that look like names, numbers of persons or phones, addresses, days of birth or places on the map stay out unless you keep them. No rule finds all of them: look before you hand anything on.'
			]
		},
		'A change of shares since the last wave is told from five points on, if it is beyond 4.5 standard errors of a difference of two shares, variances doubled for the design.',
		'File, recipe and what pages draw on are kept on this device until you delete them. Figures of your survey stand under its own name, with the same grades as those of the site.',
		'Under Explore a survey of any kind that is kept, a labour force survey or another file too, answers questions of your own: counts, totals, means and shares of its columns, under the weight, strata, clusters and population of its recipe or others that you choose, by the same estimators; and SQL. Its table is made anew from file and recipe each time. n counts rows; of a skills audit of workers it counts workers, though a worker has a row a skill; of student records it counts students, and since everybody was counted there is no sampling error. A file can also be looked at there without being kept: it is read by the same guesses, nothing is mapped, and a row that does not fit its header refuses it. Files, pictures and paper with such answers are held to the same rule as those of other pages; the rows of a query in SQL are not saved while that rule is on.'
	]
};
