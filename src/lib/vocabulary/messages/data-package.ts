/** Words in the files of a data package. */
export const packageWords = {
	completeCount: 'Everybody is counted: there is no sample, no weight and no sampling error.',
	sample:
		'Each wave is a sample of its own: the stratum is all columns of strata together. Clusters are nested in strata and count as drawn with replacement (no finite population correction).',
	licence: (title: string, licence: string, edition: string) =>
		`${title}, edition ${edition}\n\nLicence: ${licence}`,
	cc0: 'To the extent possible under law, the makers have waived all copyright and related rights to these data (https://creativecommons.org/publicdomain/zero/1.0/).',
	files: [
		'datapackage.json  what each table and column holds (Data Package, version 2)',
		'design.json       strata, clusters, weights and the sampling frame',
		'codebook.csv      every column and every code with its label',
		'read.R            reads all of it into R and declares the design for the package survey',
		'*.csv.gz          the records; keep all files in one folder'
	]
} as const;
