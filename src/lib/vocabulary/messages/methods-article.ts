import { counts, courses, graduates, parts, waves } from './methods-beyond.ts';
import { ownSurvey } from './methods-own.ts';
import type { Section } from './methods-section.ts';

const estimated: Section = {
	id: 'estimated',
	title: 'What is estimated',
	blocks: [
		'Each figure is an indicator of a survey, for some of the people or establishments that the survey stands for: a domain, such as rural women in one sector. The universe says who is in the denominator. Σ runs over the rows of the domain, w is the weight, R the level that the job requires, A the level attained, I the importance of the skill.',
		'Indicators of workers count ratings: one worker and one skill. A share over several skills is therefore a share of ratings; with one skill it is a share of workers. n always counts workers or establishments, never ratings.'
	]
};

const design: Section = {
	id: 'design',
	title: 'How a sample speaks for everybody',
	blocks: [
		'The surveys are not simple random samples. Their establishments are drawn within strata, their workers within establishments, and some have a larger chance to be drawn than others. All three are taken into account.',
		{
			list: [
				'Weights: each respondent stands for w people or establishments of the frame, the inverse of the chance to be drawn, adjusted for those who did not answer.',
				'Strata: the parts that the sample was drawn in. What lies between strata adds no uncertainty, since each was sampled. Waves are separate samples, so the wave is part of the stratum.',
				'Clusters: the units that were drawn first. People of one workplace resemble each other, so the clusters count, not the people.'
			]
		},
		'A ratio is a ratio of sums, never a mean of ratios:',
		{ formula: 'R = Σ w·y / Σ w·x\nmean: x = 1\ntotal: Σ w·y' },
		'The standard error comes from Taylor linearisation, with clusters taken as drawn with replacement. Every row gets a score, the scores of a cluster are added up, and their spread within strata is the variance:',
		{
			formula:
				'z_i = w_i·(y_i − R·x_i) / Σ w·x\ntotal: z_i = w_i·y_i\nt_hc = Σ z_i in cluster c of stratum h\nm_h = Σ_c t_hc / n_h\nV = Σ_h n_h/(n_h−1)·Σ_c (t_hc − m_h)²\nse = √V'
		},
		'A domain keeps every cluster. Rows outside it score 0, but n_h counts all clusters of the stratum, also those without anyone in the domain. To filter first and estimate afterwards would make the standard error too small.',
		'Clusters are counted for the degrees of freedom (df) where someone of the domain answered: clusters minus strata. All intervals take Student’s t on these df, not the normal distribution.',
		'The 95% interval of a share is computed on the log odds and taken back (xlogit), so that it stays between 0 and 1:',
		{
			formula: 'L = ln(p / (1 − p))\ns = se / (p·(1 − p))\nlow, high = 1 / (1 + exp(−(L ∓ t·s)))'
		},
		'Means, totals, ratios and differences have the symmetric interval: value ∓ t·se. A share of 0 or 1 has no spread to take it from; its interval is Clopper and Pearson’s at the number of respondents, made smaller for the degrees of freedom. Elsewhere, where all clusters agree, the figure says so in place of an interval.',
		'Student’s t knows nothing of skewness: in a sample of few clusters, the interval of a mean of something with a long tail, such as pay, holds the truth somewhat less often than 95 times in 100.',
		'A stratum in which a single cluster was drawn has no spread within it. Figures that rest on one have no standard error, and are graded unreliable.',
		'The formulas are those of R’s survey package (Lumley, Complex Surveys, 2010). The estimates here are tested against its results, case by case.'
	]
};

const comparisons: Section = {
	id: 'comparisons',
	title: 'When one group is above another',
	blocks: [
		'A difference between two groups has its own standard error. Women and men of one workplace share its cluster, so their estimates move together: scores are subtracted cluster by cluster before the variance is taken, which keeps the covariance. Two standard errors are never added in quadrature.',
		{ formula: 't_hc = t_hc(a) − t_hc(b)\nV as above' },
		'Two groups chosen beforehand, such as women and men, are compared at 95%. A sentence that names the highest of k compares it with each other one at the level 1 − 0.05/(k − 1) (Bonferroni), and names all that can’t be told apart from it.',
		'A sentence that looks at many differences together, such as women against men in each of k skills, makes each comparison at the level 1 − 0.05/k, and says so. The table beside it gives every difference its own 95% interval. An interval there may leave out 0 while the sentence finds no clear difference: among many comparisons some leave out 0 by chance.',
		'Ranks are ranges. The best rank of a skill is 1 plus the number clearly above it; the worst leaves out those clearly below it. “Ranks 1 to 4” means that the order of these four is open.'
	]
};

const wording: Section = {
	id: 'words',
	title: 'What the words mean',
	blocks: [
		{
			list: [
				'“More”, “fewer”, “above”, “below”: the interval of the difference leaves out 0.',
				'“Looked at all together”: each of several differences is judged at a level corrected for their number, so the sentence claims less than the 95% intervals in the table, taken one by one.',
				'“Can’t be told apart”, “no clear gap”: it includes 0. This does not say that there is no difference.',
				'“Few answers”, “imprecise”: a figure to use with care, drawn hollow.',
				'“Withheld”: there is a figure, and it is not shown, to protect the respondents.',
				'“Points”: the difference of two shares. From 30% to 33% are 3 points.',
				'“People short”: workers below the level their job requires, estimated for the frame.'
			]
		}
	]
};

const coverage: Section = {
	id: 'coverage',
	title: 'Whom the figures leave out',
	blocks: [
		'A survey of establishments sees workers in establishments. It sees neither those who work on their own account, on small farms or informally, nor people without work. A count of people short is a count within the frame, and is never added to counts of would-be learners.',
		'Levels are judged by a supervisor or by the worker against the same words, not tested.'
	]
};

const synthetic: Section = {
	id: 'synthetic',
	title: 'The surveys are a demonstration',
	blocks: [
		'No open survey of this kind was to be had. The surveys here are made by a seeded generator, from parameters that agree with published figures, with real designs: strata, clusters, unequal weights, non-response and missing answers. They show what can be said from such a survey and how surely. They are no evidence about the country.',
		'Published figures of the whole population stand apart, with their sources.'
	]
};

const machine: Section = {
	id: 'machine',
	title: 'The same figure from tables and from DuckDB',
	blocks: [
		'When the site is built, DuckDB adds the records up to cells: for each cluster and combination of codes the number of respondents and the weighted sums. Cells are published in small files, and the estimates are made from them, in the page or at build, by the same code.',
		'Under every chart a button starts DuckDB in the browser. It loads the records, runs the same SQL, estimates again and says whether every figure agrees. Tests hold the two to each other: counts, degrees of freedom and grades equal, values, standard errors and intervals within 1 in 10,000,000,000.',
		'A combination that the published files lack is answered by DuckDB alone.'
	]
};

const repeat: Section = {
	id: 'repeat',
	title: 'How to repeat a figure',
	blocks: [
		'“How this was computed” under a chart shows its questions, the SQL and the method. A question names the source, the indicator, what splits it and what is kept. This one, as an example:'
	]
};

const privacy: Section = {
	id: 'privacy',
	title: 'What this site knows of you: nothing',
	blocks: [
		'No request leaves for any other place than the site itself; the browser is told to refuse one. There are no cookies, no accounts and no counting of visits. Your choice of colours is kept on the device. A file that you open is read by the browser and stays on the device.'
	]
};

const missing: Section = {
	id: 'missing',
	title: 'What is not done yet',
	blocks: [
		{
			list: [
				'Disclosure control. The demonstration needs none, since its records are made up. A survey of real people must not be published with this edition. What leaves a survey of your own, kept on your device, is held to a simple rule unless you switch it off: figures of fewer than 10 people, 3 employers or 5 students are withheld, and with them the next smallest of the same line, so that a total does not tell them. Tables are looked at one by one: what several of them tell together is not audited. The data package of such a survey is its records themselves, with nothing withheld: it is for its owner, who alone can make it.',
				'On the pages: replicate weights, calibration and the finite population correction. They are in the code, checked against R (`npm run check-estimates`), and answered for any survey by `npm run -s ask`; none of the demonstration surveys needs them.',
				'Changes between waves of the skills audit, which has one wave so far.',
				'Unemployment with time-related underemployment (LU2 and LU4): the tracer study does not ask for hours. Nor does it ask which skills graduates are short of at work.'
			]
		}
	]
};

const grades: Section = {
	id: 'grades',
	title: 'How far a figure can be trusted',
	blocks: [
		'Every figure has a grade, the first of these that applies. Thresholds are the same on every page.'
	]
};

/** The article on methods, in the order of its parts. */
export const article = {
	design,
	comparisons,
	graduates,
	counts,
	parts,
	waves,
	courses,
	grades,
	wording,
	coverage,
	synthetic,
	machine,
	repeat,
	ownSurvey,
	privacy,
	missing,
	estimated
} as const;
