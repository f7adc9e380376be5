/** Comments of the R script that works a figure out again. */
export const rScriptWords = {
	title: 'The figures below, worked out again with R.',
	figure: (address: string) => `Figure: ${address}`,
	edition: (edition: string, site: string) => `Records: edition ${edition} of ${site}`,
	licence: (survey: string, licence: string) => `${survey}: licence ${licence}`,
	needs:
		'Needs R 4.1 or later with the package survey 4.1 or later; run: Rscript -e \'install.packages("survey")\'',
	run: 'Run it with: Rscript FILE.R. Offline: set RECORDS to the folder of a copy of the files.',
	records: 'The records',
	columns: 'Codes are text and an empty field is missing.',
	rows: 'What the questions ask of one row',
	design: 'The design of the sample',
	sample:
		'Each wave is a sample of its own, so the stratum is wave and stratum together. Clusters lie in strata and count as drawn with replacement. A stratum with one cluster in the design stops the script.',
	complete: 'A complete count: there is no sample and so no sampling error.',
	estimators: 'The estimators',
	domains:
		'A domain is a subset of the declared design, never a filter before it: clusters without a row in the domain still count in the variance.',
	of: (universe: string) => `Of: ${universe}.`,
	question: (text: string) => `The question: ${text}`,
	unanswered: (why: string) => `Not worked out: ${why}`,
	by: (label: string, dimensions: string) => `${label} by ${dimensions}`,
	kept: (dimension: string, codes: string) => `${dimension} ${codes}`,
	minus: (a: string, b: string) => `${a} minus ${b}`,
	answers: 'The answers',
	columnsOf: 'value, standard error, interval, degrees of freedom and number of respondents'
} as const;
