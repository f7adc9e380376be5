import type { EstimatorName, IntervalName, Provenance } from '#lib/vocabulary/estimate.ts';

/** What an estimator does, at the start of a sentence. */
export const estimatorWords: Readonly<Record<Provenance['estimator'], string>> = {
	mean: 'Weighted mean',
	ratio: 'Ratio of weighted sums',
	total: 'Weighted total',
	quantile: 'Weighted quantile',
	curve: 'Weighted Kaplan-Meier curve',
	'curve-quantile': 'Time at which a weighted Kaplan-Meier curve has come down to the share',
	'curve-at': 'One minus a weighted Kaplan-Meier curve at a month',
	composition: 'Weighted share of each answer',
	'adjusted-parity': 'Ratio of two groups, made symmetric around 1',
	representation: 'Share over the share in all',
	dissimilarity: 'Half the sum of the differences between two distributions',
	difference: 'Difference of two groups with the covariance between them',
	interaction: 'Difference of two differences with the covariances between the four groups',
	decomposition: 'Kitagawa decomposition of a difference into rates and composition'
};

/** An interval in words. */
export const intervalWords: Readonly<Record<IntervalName, string>> = {
	xlogit: 'logit interval',
	logit: 'logit interval',
	beta: 'Korn and Graubard interval',
	mean: 't interval',
	asin: 'arcsine interval',
	t: 't interval',
	'log-log': 'interval on the log(-log) scale',
	woodruff: 'Woodruff interval',
	none: 'no interval'
};

/** How the interval of a declared indicator is made, for the dictionary and the methods page. */
export function intervalOfKind(
	kind: EstimatorName,
	interval: 'xlogit' | 't' | 'own',
	complete: boolean
): string {
	if (complete) return 'none: a complete count has no sampling error';
	if (interval === 'xlogit') return '95%, logit scale, t on the degrees of freedom (xlogit)';
	if (kind === 'quantile') return '95%, Woodruff, t on the degrees of freedom';
	if (kind.startsWith('curve')) return '95%, log(-log) scale, t on the degrees of freedom';
	return '95%, t on the degrees of freedom';
}
