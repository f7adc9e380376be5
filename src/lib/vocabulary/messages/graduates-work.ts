/** The page of graduates: work, match and pay. */
export const graduatesWork = {
	/** Panels of one figure, by indicator. */
	panels: {
		employment: 'In work',
		'wage-employment': 'In wage work',
		unemployment: 'Unemployment (LU1)',
		underutilisation: 'With potential labour force (LU3)'
	},
	outcomesWhat:
		'In work and in wage work are shares of all graduates; LU1 is the share of the labour force without work who look for it and are available, LU3 adds those available who do not look.',
	fieldTop: (fields: string) => `In work most often: graduates in ${fields}`,
	fieldOpen: (count: number) =>
		`No field of study stands out for being in work: ${count} can’t be told apart from the highest`,
	fieldOnly: (field: string) => `Only ${field} has enough answers to be shown`,
	fieldOne: (field: string, share: string) => `${field}: ${share} of graduates are in work`,
	fieldFew: 'Too few answers to compare work by field of study',
	wageTop: (names: string) => `Wage work is most frequent in ${names}.`,
	wageOpen: 'In wage work no field stands out.',
	fieldCaption: (wave: string) => `Work by field of study, wave ${wave}`,
	field: 'Field of study',

	above: (a: string, b: string) => `${a} are more often in work than ${b}`,
	unclear: (a: string, b: string) => `${a} and ${b} can’t be told apart`,
	groupUnclear: (a: string, b: string) =>
		`${a} and ${b} can’t be told apart in how often they are in work`,
	clauses: '; ',
	groupOne: (share: string, people: string) => `${share} of ${people} are in work`,
	groupFew: 'Too few answers to compare work by gender, residence and level',
	levelTop: (levels: string) => `By level of education, in work most often: ${levels}.`,
	levelOpen: 'Levels of education can’t be told apart in how often graduates are in work.',
	groupCaption: (wave: string) => `Work by gender, residence and level of education, wave ${wave}`,
	group: 'Group',
	split: 'By',
	level: 'Level of education',

	institutionTop: (names: string) => `In work most often: graduates of ${names}`,
	institutionOpen: (count: number) =>
		`No institution stands out for being in work: ${count} can’t be told apart from the highest`,
	institutionOne: (name: string, share: string) => `${name}: ${share} of graduates are in work`,
	institutionOnly: (name: string) => `Only ${name} has enough answers to be shown`,
	institutionFew: 'Too few answers to compare institutions',
	institutionWhat: (definition: string, rates: string) => `${definition} ${rates}`,
	ratesFrom: (lowest: string, highest: string) =>
		`Under each institution stands its response rate, from ${lowest} to ${highest}: those who did not answer may fare otherwise.`,
	rateOf: (rate: string) =>
		`Its response rate is ${rate}: those who did not answer may fare otherwise.`,
	rate: (rate: string) => `response rate ${rate}`,
	rateHead: 'Response rate',
	institution: 'Institution',
	institutionLabel: 'Institutions, highest share in work first',
	institutionCaption: (wave: string) => `Work by institution, wave ${wave}`,
	read: 'share, 95% interval',
	measure: 'Measure',
	share: 'Share',

	matchPage: 'How many graduates are mismatched depends on how it is measured',
	matchLead:
		'Measures of mismatch stand side by side with their definitions. Then what graduates earn, and what stands between them and a short course.',
	matchTitle: (
		level: { readonly least: string; readonly most: string },
		field: { readonly least: string; readonly most: string }
	) =>
		`Mismatch depends on how it is measured: by level from ${level.least} to ${level.most}, by field from ${field.least} to ${field.most}`,
	matchFew: 'Too few answers to set the measures of match beside each other',
	matchWhat:
		'Of graduates in work. None of these is the right one: occupations ask for levels by rule, and graduates judge their own job.',
	matchSame:
		'Variants A and B agree here: they part only for graduates of level 2 in elementary work.',
	matchUnder: {
		'over-qualified-a': 'level above that of the occupation; elementary work asks for 1 or 2',
		'over-qualified-b': 'level above that of the occupation; elementary work asks for 1',
		'over-qualification-rate': 'of those with a tertiary qualification, in ISCO 4 to 9',
		'level-lower': 'own judgement: a lower level suits the job best',
		'field-mismatch': 'by the map of occupations and fields',
		'field-needless': 'own judgement: another field, or none in particular, suits the job best'
	},
	byLevel: 'By level of education',
	byField: 'By field of study',
	matchLabel: 'Measures of mismatch, by level and by field',
	matchCaption: (wave: string) => `Match and mismatch of graduates in work, wave ${wave}`,
	matchOf: (what: string, answer: string) => `${what}: ${answer}`,
	definition: 'Definition',

	payTitle: (pay: string, people: string) =>
		`Half of ${people} in wage work earn less than ${pay} a month`,
	payOpen: 'What half of graduates earn less than can’t be given with an interval',
	payFew: 'Too few answers to say what graduates earn',
	payWhat: (definition: string, currency: string, sign: string) =>
		`${definition} In ${currency} (${sign}).`,
	payMedians: (medians: string) =>
		`${medians}: a gap of two medians has no standard error here, so they stand beside each other uncompared.`,
	payOf: (people: string, pay: string) => `${people} ${pay}`,
	payAmount: (sign: string, amount: string) => `${sign} ${amount}`,
	payLabel: 'Median pay of all, by gender, and by field of study, highest first',
	payRead: 'median, 95% interval',
	payGroups: 'All, and by gender',
	payFields: 'By field of study',
	all: 'All graduates',
	payCaption: (wave: string) => `Median monthly pay of graduates in wage work, wave ${wave}`,
	pay: 'Median pay'
} as const;
