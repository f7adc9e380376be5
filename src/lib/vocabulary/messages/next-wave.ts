/** The page that helps to plan and ask the next wave, and the words in its files. */
export const nextWave = {
	title: 'Next wave',
	finding: 'A form made from the contract comes back without a question asked',
	lead: 'Forms, templates and codebooks for the next wave of each survey, and how many people to invite. What is filled in by them is opened here as it comes.',
	filesTitle: 'Ask what the site can read',
	filesText:
		'The form goes into KoboToolbox or ODK, the template into a spreadsheet. Both carry the names and codes of the contract. The made-up row of a template has to be taken out; it is found when it was forgotten.',
	form: 'Form for Kobo or ODK (XLSForm)',
	template: 'Template, CSV',
	codebook: 'Codebook, CSV',
	of: (file: string, table: string) => `${file}: ${table}`,
	row: 'One row is',
	noForm: 'no form: administrative records',
	sampleTitle: 'How many to invite',
	sampleText:
		'For a share among everybody, with the interval that is wanted. A share of a group, such as women in one field, needs as many answers of that group.',
	population: 'People in all',
	margin: 'Margin, points',
	share: 'Expected share, %',
	level: 'Confidence, %',
	designEffect: 'Design effect',
	responseRate: 'Answers of 100 invited',
	result: (said: Readonly<Record<'answers' | 'population' | 'margin' | 'invitations', string>>) =>
		`${said.answers} answers of ${said.population} give a margin of ${said.margin} points: invite ${said.invitations}.`,
	outOfReach: (answers: string, margin: string) =>
		`Out of reach: everybody would be invited and about ${answers} answer, which gives a margin of ${margin} points.`,
	bad: {
		population: 'Write how many people there are: a whole number, 1 or more.',
		margin: 'The margin lies above 0 and below 100 points.',
		share: 'The share lies above 0 and below 100%.',
		level: 'The confidence lies above 0 and below 100%.',
		designEffect: 'The design effect is 1 or more; 1 for a simple random sample.',
		responseRate: 'Between 1 and 100 of 100 invited answer.'
	},
	effectHint: 'Clusters and unequal weights need more answers: 1.5 to 2.5 in surveys like these.',
	rateHint: (rate: string, title: string) => `${title}: ${rate} answered.`,
	method:
		'Cochran (1977), with the correction for a small population and the design effect of Kish; invitations are answers divided by the rate of answers.',
	sample: 'From the sample list',
	formTitle: (title: string, wave: string) => `${title}, ${wave}`,
	hint: (description: string, unit: string) => `${description} In ${unit}.`,
	range: (minimum: number | undefined, maximum: number | undefined) =>
		maximum === undefined ? `${minimum} or more` : `${minimum ?? 0} to ${maximum}`,
	ofSkill: (title: string, skill: string) => `${title}: ${skill}`
} as const;
