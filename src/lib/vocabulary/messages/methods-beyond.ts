import type { Section } from './methods-section.ts';

/** Graduates: time to a first job, medians, match. */
export const graduates: Section = {
	id: 'graduates',
	title: 'Time to a first job, and medians',
	blocks: [
		'How long graduates wait for a first job can’t be averaged over those who found one: who still waits would be left out. The share still without one is a weighted Kaplan-Meier curve, in which those who have found none count as long as they were observed:',
		{
			formula:
				'h_s = Σ w of first jobs in month s / Σ w still at risk in month s\nS(t) = Π over s ≤ t of (1 − h_s)'
		},
		'Its standard error is that of the product itself, linearised and added up by cluster like any other score. The interval is taken on the log(−log) scale with t on the degrees of freedom, so that it stays between 0 and 1. A curve ends where fewer graduates are still at risk than a figure needs.',
		'The median is the month by which S(t) has come down to a half; where it stands at a half exactly, the middle of that step, as in R’s survival package. Its interval is where the limits of the curve cross a half. “10 or more” means that the upper end lies beyond the survey.',
		'The median of pay is the value at which the weighted share at or below it reaches a half. Its interval is Woodruff’s: that of the share, taken back through the distribution. A difference of two medians has no such error; the two stand beside each other and none is called higher.',
		'Whether a job fits is said in several ways, because none is the truth: by the level that the occupation asks for (two readings of the international rule, and Eurostat’s rate), by a map from occupations to fields of study, which is ours after Montt (2015), and by the graduates’ own judgement.',
		'The response rate is the share of the graduates approached who answered, those found not to belong left out. Weights adjust for it by programme and gender; they can’t adjust for what no record tells.'
	]
};

/** Records that count everybody. */
export const counts: Section = {
	id: 'counts',
	title: 'Complete counts',
	blocks: [
		'Enrolment records count every student, so their figures have no sampling error and no interval. Small bases still mislead: a share or ratio of fewer students than a figure needs is graded as too few, one of few students as few.',
		'Parity (GPI) here is women for each man among heads. It is not the ratio of two rates: it does not ask how many women and men of that age there are. Adjusted parity is the same where women are fewer, and 2 minus men for each woman where they are more, so that 0.5 and 1.5 are as far from 1.',
		'Representation is women’s share of a field over their share of all fields. Duncan’s index is the share of women, or of men, who would have to change field for both to be spread alike:',
		{ formula: 'D = ½ Σ over fields of |F_k/F − M_k/M|' }
	]
};

/** Interaction and decomposition. */
export const parts: Section = {
	id: 'parts',
	title: 'Two gaps at once, and what a gap is made of',
	blocks: [
		'Gaps are women minus men and rural minus urban. If the two gaps did no more than add up, rural women would stand at rural men plus urban women minus urban men. The interaction is how far they are from that, with the covariances of all four groups in its standard error.',
		'A difference between two groups has two parts (Kitagawa 1955): people of the same category fare differently (rates), and the categories are not spread alike (composition):',
		{
			formula:
				'rates: Σ_k (r_Ak − r_Bk)·(p_Ak + p_Bk)/2\ncomposition: Σ_k (p_Ak − p_Bk)·(r_Ak + r_Bk)/2'
		},
		'Each part has a standard error by the delta method over the clusters, so the parts add up to the difference in their errors too. Where a group lacks a category there is no rate to compare, and no decomposition. A part says where the difference lies and not why.',
		'The Oaxaca-Blinder decomposition does the same by regression; it is answered by the command `ask` and in a notebook. What it leaves unexplained is not discrimination: it is what the chosen columns do not explain.'
	]
};

/** Comparing waves. */
export const waves: Section = {
	id: 'waves',
	title: 'Changes between waves',
	blocks: [
		'Each wave is a sample of its own: a change is the difference of two independent estimates, with its interval. Which waves may be compared is declared in the data, and so is a question that was put another way: no change is worked out or drawn across such a break, on any page or by any command.'
	]
};

/** From gaps to courses, their order, and a plan. */
export const courses: Section = {
	id: 'courses',
	title: 'From a gap to a course',
	blocks: [
		'A skill can be taught in a short course when its shortfall is clear, half of the people short lack two levels or fewer, the step keeps within 400 notional hours and 104 weeks, and it can be assessed. Skills that are short together in the same workers and occupations, at proposed levels next to each other and within 40 credits, make a candidate; the exact choice is a knapsack. Hours and bundling are this project’s own, and the level is proposed: accreditation is for the council.',
		'The order of candidates is a composite index by the OECD and JRC handbook (2008): need, scarcity, reach and equity, each brought to 0 to 1, weighed, and added up or multiplied. Equity is the size of the gaps between women and men and between rural and urban workers, less what sampling error alone would give. A criterion that too few answers carry orders nothing.',
		'How firm the order is comes from 200 replicates of the sample (Rao, Wu and Yue 1992), the same for all candidates and criteria, and 1,000 weights drawn around those given (Dirichlet). A rank range holds the ranks of 95 of 100 draws. What a condition such as power from the grid rules out is left out, never ranked down.',
		'Whether a provider can teach a course is judged by its delivery and the modes that the provider has. What is learned with the hands is taught in blocks, in the evening or at the workplace; what may be blended also in blended courses; only what can be taught at a distance also remotely. Evenings reach those who can come by the day, remote courses everybody, the others those who can come by the day or for a week’s block. This table is ours too, and so are the ways between district groups.',
		'A plan within a budget is a mixed-integer programme, solved on the device by HiGHS. Costs, seats and reach are assumptions that can be changed on the page; the plan says how far from the best possible it may be, what binds, and what a looser limit would buy.'
	]
};
