interface Draws {
	readonly draws: string;
	readonly replicates: string;
	/** Sum of the parameters of the weights' distribution. */
	readonly concentration: number;
	/** Share of the draws that a range holds, in print. */
	readonly level: string;
}

/** The method and its settings, printed from the code that uses them. */
export const credentialsMethod = {
	title: 'How candidates come about and are put in order',
	steps: {
		eligible: (levels: number, hours: number, weeks: number) =>
			`A skill is eligible when its shortfall is clear (the interval lies above zero, with enough answers), half of the people short lack ${levels} levels or fewer, the step takes at most ${hours} notional hours and ${weeks} weeks, and it can be assessed.`,
		bundle: (share: string, apart: number, credits: number) =>
			`A candidate begins with the eligible skill of the highest value, gap index × people short. Others join it where at least ${share} of the people short in the rarer skill are short in both, one occupation lacks all of them, their proposed levels lie at most ${apart} apart, and the whole stays within ${credits} credits; of all such sets the one worth most.`,
		level: (hours: number) =>
			`Ten notional hours make a credit: hours ÷ ${hours}. The level is proposed from the occupation with most people short, never from proficiency. Only the accrediting body gives one.`,
		need: (definition: string) => `Need: ${definition}`,
		scarcity: (definition: string) =>
			`Scarcity, of the sector: ${definition} Where too few establishments answered in one of the sectors, it is left out for all.`,
		reach: (definition: string) => `Reach: ${definition}`,
		equity:
			'Equity: √max(0, d² − se²) of women minus men, plus the same of rural minus urban, d being the difference in the share below the required level and se its standard error. Without se² a small group would count as unequal by chance; in a replicate, where sampling error comes in once more, 2 se² are taken off. A gap that too few answers carry counts as none.',
		index: (least: number) =>
			`Each criterion is brought to n = (x − min) ÷ (max − min) over the candidates shown. Linear index: 100 Σ w n. Geometric: 100 Π max(n, ${least})^w. Weights w are those of the sliders over their sum.`,
		draws: ({ draws, replicates, concentration, level }: Draws) =>
			`Ranks come from ${draws} draws: each takes one of ${replicates} rescaled bootstrap samples (Rao, Wu and Yue 1992), the same for all candidates and criteria, and weights from a Dirichlet distribution around yours (sum of parameters ${concentration}). The capsule holds ${level} of the draws, with at most half of the rest beyond either end.`,
		sources:
			'Steps follow the OECD and JRC Handbook on Constructing Composite Indicators (2008). The criteria, their first weights and the conditions are this project’s own.'
	},
	filters: 'Filters change the evidence about a candidate, never which candidates there are.',
	files:
		'To work the order out elsewhere, take the CSV of the list, the replicates and the drawn weights.',
	replicates: 'Replicates as CSV',
	weights: 'Drawn weights as CSV',
	making: 'Making the file …',
	notMade: 'The file could not be made. The rest of the page still works.',
	replicatesNote: (replicates: number, seed: number) =>
		`Criteria of each candidate and what they would have been in each of ${replicates} bootstrap replicates (seed ${seed}). An empty cell: the value itself stands in.`,
	weightsNote: (draws: number, seed: number, concentration: number) =>
		`Weights of each draw: Dirichlet, ${draws} draws, seed ${seed}, sum of parameters ${concentration}. Draw d uses replicate d mod the number of replicates, counted from 0.`,
	columns: { candidate: 'candidate', criterion: 'criterion', value: 'value', draw: 'draw' }
} as const;
